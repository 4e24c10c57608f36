/* Which entries are chosen in the journal's list, while entries are being chosen. Emits "changed". Owned by the page,
 * followed by its rows. Main thread. */
#pragma once

#include "ui/kist-journal.h"

G_BEGIN_DECLS

#define KIST_TYPE_ENTRY_CHOICE (kist_entry_choice_get_type ())
G_DECLARE_FINAL_TYPE (KistEntryChoice, kist_entry_choice, KIST, ENTRY_CHOICE, GObject)

KistEntryChoice *kist_entry_choice_new (KistJournal *journal);
void             kist_entry_choice_set_active (KistEntryChoice *self, gboolean is_active);
gboolean         kist_entry_choice_is_active (KistEntryChoice *self);
void             kist_entry_choice_set (KistEntryChoice *self, const char *id, gboolean is_chosen);
void             kist_entry_choice_add (KistEntryChoice *self, GListModel *shown);
gboolean         kist_entry_choice_contains (KistEntryChoice *self, const char *id);
GPtrArray       *kist_entry_choice_list (KistEntryChoice *self);

G_END_DECLS
