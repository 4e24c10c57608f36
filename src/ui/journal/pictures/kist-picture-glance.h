/* The picture that the caret stands on, beside the text: there it is a line of Markdown. It is looked for in that line
 * alone, and read only when it is another one than before, so that no key waits for it. Main thread. */
#pragma once

#include <adwaita.h>

#include "store/kist-store.h"
#include "ui/journal/kist-writing-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_PICTURE_GLANCE (kist_picture_glance_get_type ())
G_DECLARE_FINAL_TYPE (KistPictureGlance, kist_picture_glance, KIST, PICTURE_GLANCE, AdwBin)

void kist_picture_glance_set_up (KistPictureGlance *self, KistStore *store, KistWritingView *view);

G_END_DECLS
