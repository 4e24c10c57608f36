/* The tags of the entry that is written on, where they are changed: as chips, with a line for another one and below it
 * tags that were used before and fit what is typed. Emits "changed". Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-journal.h"

G_BEGIN_DECLS

#define KIST_TYPE_TAGS_VIEW (kist_tags_view_get_type ())
G_DECLARE_FINAL_TYPE (KistTagsView, kist_tags_view, KIST, TAGS_VIEW, AdwBin)

void               kist_tags_view_set_up (KistTagsView *self, KistJournal *journal, KistEntry *entry);
const char *const *kist_tags_view_get_tags (KistTagsView *self);

G_END_DECLS
