/* Finds in the text of a KistDocumentView: an entry, how many matches there are, the next and the one before. Main
 * thread. */
#pragma once

#include <adwaita.h>

#include "ui/widgets/kist-document-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_FIND_BAR (kist_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (KistFindBar, kist_find_bar, KIST, FIND_BAR, AdwBin)

void kist_find_bar_set_view (KistFindBar *self, KistDocumentView *view);
void kist_find_bar_open (KistFindBar *self);

G_END_DECLS
