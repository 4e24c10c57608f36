/* Hands what a person did and wrote to the store, and keeps what the store refused until it takes it: a full disk loses
 * nothing as long as the program runs. A newer value of the same thing replaces an older one that waits. Owned by the
 * services. Main thread. */
#pragma once

#include "store/kist-store.h"

G_BEGIN_DECLS

#define KIST_TYPE_SAVER (kist_saver_get_type ())
G_DECLARE_FINAL_TYPE (KistSaver, kist_saver, KIST, SAVER, GObject)

KistSaver *kist_saver_new (KistStore *store);
void       kist_saver_append_event (KistSaver *self, const KistEvent *event);
void       kist_saver_save_entry (KistSaver *self, KistEntry *entry);
void       kist_saver_set_entry_deleted (KistSaver *self, KistEntry *entry, gboolean is_deleted);
void       kist_saver_erase_entries (KistSaver *self, const char *const *ids);
void kist_saver_save_answer (KistSaver *self, const char *thing, const char *step, const char *item, const char *text);
void kist_saver_save_name (KistSaver *self, const char *name, gboolean is_listed);
void kist_saver_save_meant (KistSaver *self, const char *entry, const char *finding, gboolean is_meant);
unsigned kist_saver_get_n_unsaved (KistSaver *self);
gboolean kist_saver_is_settled (KistSaver *self);
void     kist_saver_retry (KistSaver *self);

G_END_DECLS
