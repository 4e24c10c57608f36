/* The headings of the entry that is written, with the words below each: how long the part is that one writes on, and
 * the way to another. It follows the text a moment after the last key. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/journal/kist-writing-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_OUTLINE_VIEW (kist_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (KistOutlineView, kist_outline_view, KIST, OUTLINE_VIEW, AdwBin)

void kist_outline_view_set_view (KistOutlineView *self, KistWritingView *view);

G_END_DECLS
