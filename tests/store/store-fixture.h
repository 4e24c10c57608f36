/* What the store's tests share: a folder of their own, and calls that run the main loop until their answer is there. */
#pragma once

#include "journal/kist-snippet.h"
#include "store/kist-database.h"
#include "store/kist-store.h"

G_BEGIN_DECLS

/* Saturday 22 November 2025, 09:30 UTC. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1763803800000000)

char         *fixture_path (const char *name);
char         *fixture_folder (void);
void          fixture_copy_folder (const char *from, const char *to);
KistDatabase *fixture_new_database (void);
char         *fixture_long_text (const char *word, unsigned n_words);
KistEntry    *fixture_entry (const char *id, const char *body, gint64 updated);
KistEntry *fixture_marked_entry (const char *id, const char *body, gint64 updated, const char *tags, const char *links);
KistEntry *fixture_entry_everywhere (const char *id, const char *title, const char *body, gint64 now);
char      *fixture_dup_marks (KistEntry *entry);
void       fixture_result_cb (GObject *source, GAsyncResult *result, gpointer data);
void       fixture_wait (GAsyncResult **result);
KistContents *fixture_open (KistStore *store, GError **error);
void          fixture_close (KistStore *store);
gboolean      fixture_save_entry (KistStore *store, KistEntry *entry, GError **error);
KistImage    *fixture_image (const char *bytes);
gboolean      fixture_save_image (KistStore *store, const char *entry, KistImage *image, GError **error);
gboolean      fixture_append_event (KistStore *store, const KistEvent *event, GError **error);
void          fixture_save_text (KistDatabase *database, const char *id, const char *title, const char *body);
char         *fixture_dup_marked (const KistSnippet *snippet);
GPtrArray    *fixture_search (KistStore *store, const char *words, GError **error);
GPtrArray    *fixture_list_backups (KistStore *store);
gboolean      fixture_restore (KistStore *store, const char *backup, GError **error);
KistEntry    *fixture_find_entry (KistContents *contents, const char *id);
unsigned      fixture_count_files (const char *folder, const char *prefix);
void          fixture_damage (const char *path, gsize from, gsize length);

G_END_DECLS
