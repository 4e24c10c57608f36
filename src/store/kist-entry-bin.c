/* Which entries are in the bin. */
#include "kist-tables.h"

#include "base/kist-error.h"
#include "store/kist-statement.h"

typedef struct
{
  const char *const *ids;
  gint64             now;
} Deletions;

static gboolean
delete_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  const Deletions *deletions = data;

  for (unsigned i = 0; deletions->ids[i]; i++)
    {
      g_autoptr (KistStatement) statement =
          kist_statement_new (database, "UPDATE entry SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL", error);

      if (!statement)
        return FALSE;
      kist_statement_bind_text (statement, 1, deletions->ids[i]);
      kist_statement_bind_int64 (statement, 2, deletions->now);
      if (!kist_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kist_entry_table_delete_all:
 * @database: a database
 * @ids: ids of entries; one that is not there, or in the bin already, is no error
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error
 *
 * Puts many entries in the bin: all of them or, after an error, none.
 *
 * Returns: whether it was done
 */
gboolean
kist_entry_table_delete_all (KistDatabase *database, const char *const *ids, gint64 now, GError **error)
{
  Deletions deletions = { ids, now };

  g_return_val_if_fail (database != NULL && ids != NULL, FALSE);

  return kist_database_transact (database, delete_in_transaction, &deletions, error);
}

/**
 * kist_entry_table_set_deleted:
 * @database: a database
 * @id: an entry's id
 * @is_deleted: whether it is to be in the bin
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error: %KIST_ERROR_NOT_FOUND when there is no such entry
 *
 * Puts an entry in the bin or takes it out again.
 *
 * Returns: whether it was done
 */
gboolean
kist_entry_table_set_deleted (KistDatabase *database, const char *id, gboolean is_deleted, gint64 now, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && id != NULL, FALSE);

  statement = kist_statement_new (database, "UPDATE entry SET deleted_at = ?2 WHERE id = ?1", error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, id);
  if (is_deleted)
    kist_statement_bind_int64 (statement, 2, now);
  if (!kist_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes64 (kist_database_get_handle (database)) > 0)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is no entry “%s”.", id);
  return FALSE;
}
