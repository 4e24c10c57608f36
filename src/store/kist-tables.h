/* The tables, each in a file of its own: kist-event-table.c (what happened, only ever appended), kist-entry-table.c
 * (what a person wrote and, by kist-revision-policy.h and kist-revision-thinning.h, what it was before),
 * kist-entry-bin.c (which of it was deleted), kist-mark-table.c (the tags and links of it), kist-image-table.c (the
 * pictures in it), kist-search-table.c (the index of those texts, which can always be made anew from them),
 * kist-answer-table.c (the text under each prompt of a Reflect step), kist-place-table.c (where someone was, one row
 * for each key), kist-privacy-table.c (what the confidentiality check was told), kist-import-table.c (where entries
 * come from that were written elsewhere). What they are made of says migrations/. The database's thread. */
#pragma once

#include "journal/kist-entry.h"
#include "progress/kist-event.h"
#include "store/kist-database.h"
#include "store/kist-store.h"

G_BEGIN_DECLS

gboolean   kist_event_table_append (KistDatabase *database, const KistEvent *event, GError **error);
GPtrArray *kist_event_table_load (KistDatabase *database, unsigned *n_unreadable, GError **error);

gboolean kist_entry_table_save (KistDatabase *database, KistEntry *entry, GError **error);
gboolean kist_entry_table_add (KistDatabase *database, KistEntry *entry, GError **error);
gboolean
kist_entry_table_set_deleted (KistDatabase *database, const char *id, gboolean is_deleted, gint64 now, GError **error);
gboolean   kist_entry_table_delete_all (KistDatabase *database, const char *const *ids, gint64 now, GError **error);
GPtrArray *kist_entry_table_load (KistDatabase *database, unsigned *n_unreadable, GError **error);
GPtrArray *kist_entry_table_load_deleted (KistDatabase *database, GError **error);
gboolean   kist_entry_table_name (KistDatabase *database, KistEntry *state, GError **error);
GPtrArray *kist_entry_table_load_revisions (KistDatabase *database, const char *id, GError **error);

gboolean kist_mark_table_save (KistDatabase *database, KistEntry *entry, GError **error);
gboolean kist_mark_table_load (KistDatabase *database, GPtrArray *entries, GError **error);

gboolean
kist_image_table_save (KistDatabase *database, const char *entry, KistImage *image, gint64 now, GError **error);
gboolean    kist_image_table_adopt (KistDatabase *database, const char *entry, const char *body, GError **error);
GHashTable *kist_image_table_load (KistDatabase *database, const char *const *ids, GError **error);
gboolean    kist_image_table_tidy (KistDatabase *database, gint64 now, GError **error);

gboolean    kist_import_table_add (KistDatabase *database, const char *entry, const char *source, GError **error);
GHashTable *kist_import_table_load (KistDatabase *database, GError **error);

gboolean kist_search_table_index (KistDatabase *database, unsigned max, gboolean *is_done, GError **error);
gboolean kist_search_table_rebuild (KistDatabase *database, GError **error);
GPtrArray *
kist_search_table_search (KistDatabase *database, const char *words, const char *tag, unsigned max, GError **error);

gboolean    kist_answer_table_save (KistDatabase *database,
                                    const char   *thing,
                                    const char   *step,
                                    const char   *item,
                                    const char   *text,
                                    gint64        now,
                                    GError      **error);
GHashTable *kist_answer_table_load (KistDatabase *database, const char *thing, const char *step, GError **error);

gboolean   kist_privacy_table_save_name (KistDatabase *database, const char *name, gboolean is_listed, GError **error);
gboolean   kist_privacy_table_save_meant (KistDatabase *database,
                                          const char   *entry,
                                          const char   *finding,
                                          gboolean      is_meant,
                                          GError      **error);
GPtrArray *kist_privacy_table_load_names (KistDatabase *database, GError **error);
GPtrArray *kist_privacy_table_load_meant (KistDatabase *database, GError **error);

gboolean   kist_place_table_save (KistDatabase *database, const KistPlace *place, GError **error);
GPtrArray *kist_place_table_load (KistDatabase *database, GError **error);

G_END_DECLS
