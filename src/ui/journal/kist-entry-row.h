/* An entry in the journal's list: its title, how it begins, when and how much, and whether it is chosen while entries
 * are being chosen. Recycled by the list. Main thread. */
#pragma once

#include <adwaita.h>

#include "store/search/kist-hit.h"
#include "ui/journal/kist-entry-choice.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_ENTRY_ROW (kist_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (KistEntryRow, kist_entry_row, KIST, ENTRY_ROW, GtkBox)

GtkWidget *kist_entry_row_new (KistEntryChoice *choice);
void       kist_entry_row_show (KistEntryRow *self, KistServices *services, KistEntry *entry);
void       kist_entry_row_show_hit (KistEntryRow *self, KistServices *services, KistHit *hit);

G_END_DECLS
