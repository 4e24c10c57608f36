/* One SQLite file, opened the one way in which Kist does it, and every fault of it as a GError whose code says what a
 * person can do. It belongs to the thread that opened it: in the app the store's worker, which is why everything in
 * here may wait for the disk. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* "Kist" in ASCII: the header of every file says whose it is
 * (https://www.sqlite.org/pragma.html#pragma_application_id). */
#define KIST_DATABASE_APPLICATION_ID 0x4B697374

typedef struct _KistDatabase KistDatabase;

typedef gboolean (*KistTransactionFunc) (KistDatabase *self, gpointer data, GError **error);

KistDatabase *kist_database_open (const char *path, GError **error);
KistDatabase *kist_database_open_read_only (const char *path, GError **error);
void          kist_database_free (KistDatabase *self);
void          kist_database_remove (const char *path);
sqlite3      *kist_database_get_handle (KistDatabase *self);
gboolean      kist_database_fail (KistDatabase *self, GError **error);
gboolean      kist_database_exec (KistDatabase *self, const char *sql, GError **error);
gboolean      kist_database_transact (KistDatabase *self, KistTransactionFunc func, gpointer data, GError **error);
gboolean      kist_database_read_integer (KistDatabase *self, const char *sql, gint64 *value, GError **error);
gboolean      kist_database_check (KistDatabase *self, gboolean *is_index_sound, GError **error);
void          kist_database_declare_sound (KistDatabase *self);
gboolean      kist_database_checkpoint (KistDatabase *self, GError **error);
gboolean      kist_database_copy_to (KistDatabase *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistDatabase, kist_database_free)

G_END_DECLS
