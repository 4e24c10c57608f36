#include "kist-statement.h"

#include "base/kist-error.h"

struct _KistStatement
{
  KistDatabase *database; /* (unowned) */
  sqlite3_stmt *handle;   /* (owned) */
  int           fault;    /* of the first binding that failed, or SQLITE_OK */
};

static void
note_fault (KistStatement *self, int result)
{
  if (self->fault == SQLITE_OK)
    self->fault = result;
}

/**
 * kist_statement_new:
 * @database: a database, which outlives the statement
 * @sql: one statement
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the statement
 */
KistStatement *
kist_statement_new (KistDatabase *database, const char *sql, GError **error)
{
  g_autoptr (KistStatement) self = NULL;

  g_return_val_if_fail (database != NULL && sql != NULL, NULL);

  self = g_new0 (KistStatement, 1);
  self->database = database;
  if (sqlite3_prepare_v2 (kist_database_get_handle (database), sql, -1, &self->handle, NULL) == SQLITE_OK)
    return g_steal_pointer (&self);
  kist_database_fail (database, error);
  return NULL;
}

/**
 * kist_statement_free:
 * @self: (transfer full) (nullable): a statement
 */
void
kist_statement_free (KistStatement *self)
{
  if (!self)
    return;
  sqlite3_finalize (self->handle);
  g_free (self);
}

/**
 * kist_statement_bind_int64:
 * @self: a statement that was not yet stepped
 * @index: which parameter, from 1
 * @value: its value
 */
void
kist_statement_bind_int64 (KistStatement *self, int index, gint64 value)
{
  g_return_if_fail (self != NULL);

  note_fault (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * kist_statement_bind_double:
 * @self: a statement that was not yet stepped
 * @index: which parameter, from 1
 * @value: its value; what is not a number becomes NULL
 */
void
kist_statement_bind_double (KistStatement *self, int index, double value)
{
  g_return_if_fail (self != NULL);

  note_fault (self, sqlite3_bind_double (self->handle, index, value));
}

/**
 * kist_statement_bind_text:
 * @self: a statement that was not yet stepped
 * @index: which parameter, from 1
 * @value: (nullable): its value, which is copied; %NULL is NULL
 */
void
kist_statement_bind_text (KistStatement *self, int index, const char *value)
{
  g_return_if_fail (self != NULL);

  note_fault (self, sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT));
}

/**
 * kist_statement_bind_raw_text:
 * @self: a statement that was not yet stepped
 * @index: which parameter, from 1
 * @text: its value, of any bytes, which are copied
 * @length: how many
 */
void
kist_statement_bind_raw_text (KistStatement *self, int index, const char *text, gsize length)
{
  g_return_if_fail (self != NULL && (text != NULL || length == 0));

  note_fault (self, sqlite3_bind_text64 (self->handle, index, text ? text : "", (sqlite3_uint64)length,
                                         SQLITE_TRANSIENT, SQLITE_UTF8));
}

/**
 * kist_statement_bind_bytes:
 * @self: a statement that was not yet stepped
 * @index: which parameter, from 1
 * @bytes: its value, which is copied
 * @length: how many
 */
void
kist_statement_bind_bytes (KistStatement *self, int index, const void *bytes, gsize length)
{
  g_return_if_fail (self != NULL && (bytes != NULL || length == 0));

  /* SQLite takes no address for NULL. */
  note_fault (self,
              sqlite3_bind_blob64 (self->handle, index, bytes ? bytes : "", (sqlite3_uint64)length, SQLITE_TRANSIENT));
}

/**
 * kist_statement_step:
 * @self: a statement
 * @error: where to put an error
 *
 * Returns: whether there is a row, no more rows, or an error
 */
KistStatementResult
kist_statement_step (KistStatement *self, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL, KIST_STATEMENT_FAILED);

  if (self->fault != SQLITE_OK)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "The database refused a value: %s.",
                   sqlite3_errstr (self->fault));
      return KIST_STATEMENT_FAILED;
    }
  result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    return KIST_STATEMENT_ROW;
  if (result == SQLITE_DONE)
    return KIST_STATEMENT_DONE;
  kist_database_fail (self->database, error);
  return KIST_STATEMENT_FAILED;
}

/**
 * kist_statement_run:
 * @self: a statement whose rows are not wanted
 * @error: where to put an error
 *
 * Returns: whether it was carried out
 */
gboolean
kist_statement_run (KistStatement *self, GError **error)
{
  KistStatementResult result;

  g_return_val_if_fail (self != NULL, FALSE);

  do
    result = kist_statement_step (self, error);
  while (result == KIST_STATEMENT_ROW);
  return result == KIST_STATEMENT_DONE;
}

/**
 * kist_statement_reset:
 * @self: a statement
 *
 * Makes it ready to be bound and run once more; its parameters are NULL.
 */
void
kist_statement_reset (KistStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->fault = SQLITE_OK;
}

/**
 * kist_statement_get_int64:
 * @self: a statement that has a row
 * @column: which one, from 0
 *
 * Returns: its value; 0 for NULL
 */
gint64
kist_statement_get_int64 (KistStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_int64 (self->handle, column);
}

/**
 * kist_statement_get_double:
 * @self: a statement that has a row
 * @column: which one, from 0
 *
 * Returns: its value; 0 for NULL
 */
double
kist_statement_get_double (KistStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_double (self->handle, column);
}

/**
 * kist_statement_get_type:
 * @self: a statement that has a row
 * @column: which one, from 0
 *
 * Returns: what its value is: %SQLITE_NULL, %SQLITE_INTEGER, %SQLITE_FLOAT, %SQLITE_TEXT or %SQLITE_BLOB
 */
int
kist_statement_get_type (KistStatement *self, int column)
{
  g_return_val_if_fail (self != NULL, SQLITE_NULL);

  return sqlite3_column_type (self->handle, column);
}

/**
 * kist_statement_get_bytes:
 * @self: a statement that has a row
 * @column: which one, from 0; a text or bytes
 * @length: (out): how many
 *
 * Returns: (transfer none): its value as it is stored, until the next step; never %NULL
 */
const void *
kist_statement_get_bytes (KistStatement *self, int column, gsize *length)
{
  const void *bytes;

  g_return_val_if_fail (self != NULL && length != NULL, "");

  bytes = sqlite3_column_blob (self->handle, column);
  *length = (gsize)sqlite3_column_bytes (self->handle, column);
  return bytes ? bytes : "";
}

/**
 * kist_statement_dup_text:
 * @self: a statement that has a row
 * @column: which one, from 0
 *
 * Returns: (transfer full) (nullable): its value, %NULL for NULL. Bytes that are not UTF-8, which only a damaged file
 *   has, are replaced, so that the rest of the text can still be read.
 */
char *
kist_statement_dup_text (KistStatement *self, int column)
{
  const char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = (const char *)sqlite3_column_text (self->handle, column);
  return text ? g_utf8_make_valid (text, sqlite3_column_bytes (self->handle, column)) : NULL;
}
