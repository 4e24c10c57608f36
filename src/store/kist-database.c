#include "kist-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/kist-statement.h"

/* Another program may look into the file, a back-up tool for one: wait that long for it, in milliseconds. */
#define BUSY_TIMEOUT 2000

struct _KistDatabase
{
  sqlite3 *handle; /* (owned) */
  char    *path;   /* (owned) */
};

/* synchronous=FULL: a save that was acknowledged is on the disk, so that a battery that dies may cost the two seconds
 * since the last autosave but never a save. With WAL that is one fsync for each save, on the worker's thread.
 * temp_store: what a person wrote never goes to a temporary file outside the folder. secure_delete: what is removed is
 * zeroed, and not only forgotten; see kist-erasure.h. */
static const char configure_sql[] = "PRAGMA journal_mode=WAL;"
                                    "PRAGMA synchronous=FULL;"
                                    "PRAGMA foreign_keys=ON;"
                                    "PRAGMA temp_store=MEMORY;"
                                    "PRAGMA secure_delete=ON;";

/* A file that came from elsewhere must not be able to run anything, and a damaged page is better noticed than used. */
static const char distrust_sql[] = "PRAGMA trusted_schema=OFF;"
                                   "PRAGMA cell_size_check=ON;";

static KistError
code_of (sqlite3 *handle)
{
  int number = sqlite3_system_errno (handle);
  int code = sqlite3_errcode (handle) & 0xff;

  switch (code)
    {
    case SQLITE_FULL:
      return KIST_ERROR_FULL;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      if (number == ENOSPC || number == EDQUOT)
        return KIST_ERROR_FULL;
      return code == SQLITE_CANTOPEN || number == EROFS ? KIST_ERROR_READ_ONLY : KIST_ERROR_FAILED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return KIST_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return KIST_ERROR_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return KIST_ERROR_BUSY;
    default:
      return KIST_ERROR_FAILED;
    }
}

static gboolean
configure (KistDatabase *self, gboolean is_writable, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!kist_database_exec (self, distrust_sql, error))
    return FALSE;
  if (!is_writable)
    return TRUE;

  /* SQLite opens a file it may not write to for reading, without a word. */
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return kist_disk_fail (EROFS, self->path, error);
  return kist_database_exec (self, configure_sql, error);
}

static KistDatabase *
open_with_flags (const char *path, int flags, GError **error)
{
  g_autoptr (KistDatabase) self = g_new0 (KistDatabase, 1);

  self->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      kist_database_fail (self, error);
      return NULL;
    }
  if (!configure (self, (flags & SQLITE_OPEN_READWRITE) != 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kist_database_open:
 * @path: the file, which is made when it is not there
 * @error: where to put an error
 *
 * Opens a file for reading and writing. The file, and with it SQLite's -wal and -shm, is for its owner alone (0600).
 *
 * Returns: (transfer full) (nullable): the database
 */
KistDatabase *
kist_database_open (const char *path, GError **error)
{
  int file;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    {
      kist_disk_fail (errno, path, error);
      return NULL;
    }
  /* Ignored: a file system without permissions has none to take away. */
  (void)!fchmod (file, 0600);
  close (file);
  return open_with_flags (path, SQLITE_OPEN_READWRITE, error);
}

/**
 * kist_database_open_read_only:
 * @path: a file
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the database, in which nothing can be changed
 */
KistDatabase *
kist_database_open_read_only (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_with_flags (path, SQLITE_OPEN_READONLY, error);
}

/**
 * kist_database_free:
 * @self: (transfer full) (nullable): a database, of which no statement is left
 */
void
kist_database_free (KistDatabase *self)
{
  if (!self)
    return;
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement outlived its database %s", self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * kist_database_remove:
 * @path: a file that was never a person's, such as an unfinished copy, and need not exist
 *
 * Removes it with all that SQLite keeps beside a file.
 */
void
kist_database_remove (const char *path)
{
  const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  g_return_if_fail (path != NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

/**
 * kist_database_get_handle:
 * @self: a database
 *
 * Returns: (transfer none): SQLite's own handle, for KistStatement
 */
sqlite3 *
kist_database_get_handle (KistDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->handle;
}

/**
 * kist_database_fail:
 * @self: a database whose last call failed
 * @error: where to put the error
 *
 * Says what went wrong: %KIST_ERROR_FULL, %KIST_ERROR_READ_ONLY, %KIST_ERROR_CORRUPT, %KIST_ERROR_BUSY or
 * %KIST_ERROR_FAILED. SQLite's own words go to the debug log, since they would help no one who reads a banner.
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
kist_database_fail (KistDatabase *self, GError **error)
{
  KistError   code = code_of (self->handle);
  const char *words = sqlite3_errmsg (self->handle);

  g_debug ("%s: SQLite %d: %s", self->path, sqlite3_extended_errcode (self->handle), words);
  if (code == KIST_ERROR_FULL)
    return kist_disk_fail (ENOSPC, self->path, error);
  else if (code == KIST_ERROR_READ_ONLY)
    g_set_error (error, KIST_ERROR, code, "%s cannot be written to.", self->path);
  else if (code == KIST_ERROR_CORRUPT)
    g_set_error (error, KIST_ERROR, code, "%s is damaged.", self->path);
  else if (code == KIST_ERROR_BUSY)
    g_set_error (error, KIST_ERROR, code, "Another program is using %s.", self->path);
  else
    g_set_error (error, KIST_ERROR, code, "%s could not be used: %s.", self->path, words);
  return FALSE;
}

/**
 * kist_database_exec:
 * @self: a database
 * @sql: one or more statements, whose rows are not wanted
 * @error: where to put an error
 *
 * Returns: whether all were carried out
 */
gboolean
kist_database_exec (KistDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (self != NULL && sql != NULL, FALSE);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return kist_database_fail (self, error);
}

/**
 * kist_database_transact:
 * @self: a database
 * @func: what to do in it
 * @data: for @func
 * @error: where to put an error
 *
 * Does all of @func or, when it or the writing fails, nothing of it. Transactions do not nest.
 *
 * Returns: whether it was done and is on the disk
 */
gboolean
kist_database_transact (KistDatabase *self, KistTransactionFunc func, gpointer data, GError **error)
{
  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  g_return_val_if_fail (sqlite3_get_autocommit (self->handle), FALSE);

  if (!kist_database_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (self, data, error) && kist_database_exec (self, "COMMIT", error))
    return TRUE;
  /* A full disk makes SQLite roll back by itself, and rolling back twice would be an error. */
  if (!sqlite3_get_autocommit (self->handle))
    kist_database_exec (self, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * kist_database_read_integer:
 * @self: a database
 * @sql: a query for one number
 * @value: (out): the number; 0 when there is no row
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
kist_database_read_integer (KistDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  g_return_val_if_fail (self != NULL && sql != NULL && value != NULL, FALSE);

  statement = kist_statement_new (self, sql, error);
  if (!statement)
    return FALSE;
  result = kist_statement_step (statement, error);
  *value = result == KIST_STATEMENT_ROW ? kist_statement_get_int64 (statement, 0) : 0;
  return result != KIST_STATEMENT_FAILED;
}

/**
 * kist_database_check:
 * @self: a database
 * @is_index_sound: (out) (nullable): whether the full-text index is sound, too; for %NULL a damaged one is damage
 * @error: where to put an error: %KIST_ERROR_CORRUPT when it is damaged
 *
 * Walks every page of every table. It reads the whole file, so it is not for every start; see kist-folder.h.
 *
 * Returns: whether the file is sound
 */
gboolean
kist_database_check (KistDatabase *self, gboolean *is_index_sound, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  g_autofree char *verdict = NULL;
  gboolean         is_sound;

  g_return_val_if_fail (self != NULL, FALSE);

  statement = kist_statement_new (self, "PRAGMA quick_check(1)", error);
  if (!statement || kist_statement_step (statement, error) != KIST_STATEMENT_ROW)
    return FALSE;
  verdict = kist_statement_dup_text (statement, 0);
  is_sound = g_strcmp0 (verdict, "ok") == 0;
  if (is_index_sound)
    *is_index_sound = is_sound;
  /* Indices come last: one fault of an index, and there is no fault in a table. */
  if (is_sound || (is_index_sound && verdict && strstr (verdict, "inverted index for FTS5 table")))
    return TRUE;
  g_debug ("%s: %s", self->path, verdict);
  g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "%s is damaged.", self->path);
  return FALSE;
}

/**
 * kist_database_declare_sound:
 * @self: a database
 *
 * Says that what is in it can be trusted: from now on closing folds the write-ahead log into the file and removes it.
 * Until then the log of an earlier life stays as it is, for beside a damaged file it may be all that can be rescued.
 */
void
kist_database_declare_sound (KistDatabase *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

/**
 * kist_database_checkpoint:
 * @self: a database
 * @error: where to put an error
 *
 * Moves what is in the write-ahead log into the file itself and empties the log.
 *
 * Returns: whether the file is now all there is
 */
gboolean
kist_database_checkpoint (KistDatabase *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return kist_database_fail (self, error);
}

/**
 * kist_database_copy_to:
 * @self: a database
 * @path: the copy, which is replaced when it is there
 * @error: where to put an error
 *
 * Writes a copy row by row, so that a hidden fault is not copied with the pages. The copy appears under its name only
 * when it is whole and on the disk.
 *
 * Returns: whether there is a copy now
 */
gboolean
kist_database_copy_to (KistDatabase *self, const char *path, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  g_autofree char *unfinished = NULL;
  int              file;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  /* Made first, and empty, for its permissions. */
  unfinished = g_strconcat (path, ".new", NULL);
  kist_database_remove (unfinished);
  file = g_open (unfinished, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0)
    return kist_disk_fail (errno, unfinished, error);
  close (file);

  statement = kist_statement_new (self, "VACUUM INTO ?1", error);
  if (statement)
    {
      kist_statement_bind_text (statement, 1, unfinished);
      if (kist_statement_run (statement, error) && kist_disk_rename (unfinished, path, error))
        return TRUE;
    }
  g_clear_pointer (&statement, kist_statement_free);
  kist_database_remove (unfinished);
  return FALSE;
}
