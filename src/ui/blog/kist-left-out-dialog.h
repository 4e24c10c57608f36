/* What of a blog does not come into the journal, and why: kind by kind, the posts that cannot be read one by one, and
 * what posts lose on the way. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/blog/kist-incoming-blog.h"

G_BEGIN_DECLS

#define KIST_TYPE_LEFT_OUT_DIALOG (kist_left_out_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistLeftOutDialog, kist_left_out_dialog, KIST, LEFT_OUT_DIALOG, AdwDialog)

AdwDialog *kist_left_out_dialog_new (KistIncomingBlog *blog);

G_END_DECLS
