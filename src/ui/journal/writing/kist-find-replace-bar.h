/* A bar that finds words in the entry that is written, and puts others in their place; every replacement can be undone,
 * all of them at once. Case does not matter. */
#pragma once

#include <adwaita.h>

#include "ui/journal/kist-writing-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_FIND_REPLACE_BAR (kist_find_replace_bar_get_type ())
G_DECLARE_FINAL_TYPE (KistFindReplaceBar, kist_find_replace_bar, KIST, FIND_REPLACE_BAR, AdwBin)

void kist_find_replace_bar_set_view (KistFindReplaceBar *self, KistWritingView *view);
void kist_find_replace_bar_open (KistFindReplaceBar *self, gboolean is_replacing);

G_END_DECLS
