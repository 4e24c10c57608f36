/* The entries as the program sees them: a list model, the last changed first, that follows every change at once and
 * hands each to the saver. Entries are values: a change is a new #KistEntry with the same id. Owned by the services.
 * Main thread. */
#pragma once

#include <gio/gio.h>

#include "base/kist-clock.h"
#include "content/kist-thing.h"
#include "journal/kist-entry.h"
#include "ui/kist-saver.h"

G_BEGIN_DECLS

#define KIST_TYPE_JOURNAL (kist_journal_get_type ())
G_DECLARE_FINAL_TYPE (KistJournal, kist_journal, KIST, JOURNAL, GObject)

KistJournal *kist_journal_new (GPtrArray *entries, KistSaver *saver, KistClock *clock);
GListModel  *kist_journal_get_entries (KistJournal *self);
KistEntry   *kist_journal_lookup (KistJournal *self, const char *id);
KistEntry   *kist_journal_find_for_thing (KistJournal *self, const char *thing);
KistEntry   *kist_journal_create (KistJournal *self, KistThing *thing, const char *title, const char *body);
void         kist_journal_save (KistJournal *self, KistEntry *entry);
void         kist_journal_add_all (KistJournal *self, GPtrArray *entries);
void         kist_journal_drop_all (KistJournal *self, const char *const *ids);
GPtrArray   *kist_journal_snapshot (KistJournal *self);
void         kist_journal_delete (KistJournal *self, KistEntry *entry);
void         kist_journal_undelete (KistJournal *self, KistEntry *entry);
void         kist_journal_erase (KistJournal *self, const char *const *ids);

G_END_DECLS
