/* Says above the journal's list that only the entries under a tag are shown, and shows all again. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/journal/links/kist-tag-scope.h"

G_BEGIN_DECLS

#define KIST_TYPE_TAG_BAR (kist_tag_bar_get_type ())
G_DECLARE_FINAL_TYPE (KistTagBar, kist_tag_bar, KIST, TAG_BAR, AdwBin)

void kist_tag_bar_set_scope (KistTagBar *self, KistTagScope *scope);

G_END_DECLS
