#include "kist-tables.h"

#include "store/kist-statement.h"

/**
 * kist_import_table_add:
 * @database: a database, in a transaction
 * @entry: the id of an entry that is there
 * @source: what it is known by where it comes from
 * @error: where to put an error
 *
 * Remembers where an entry comes from. It is forgotten when the entry is deleted for good.
 *
 * Returns: whether it was done
 */
gboolean
kist_import_table_add (KistDatabase *database, const char *entry, const char *source, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && entry != NULL && source != NULL, FALSE);

  statement = kist_statement_new (database, "INSERT INTO import (entry, source) VALUES (?1, ?2)", error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, entry);
  kist_statement_bind_text (statement, 2, source);
  return kist_statement_run (statement, error);
}

/**
 * kist_import_table_load:
 * @database: a database
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the sources of all entries that are not deleted, a set
 */
GHashTable *
kist_import_table_load (KistDatabase *database, GError **error)
{
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  g_return_val_if_fail (database != NULL, NULL);

  statement = kist_statement_new (
      database, "SELECT source FROM import JOIN entry ON entry.id = import.entry WHERE deleted_at IS NULL", error);
  if (!statement)
    return NULL;
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    g_hash_table_add (sources, kist_statement_dup_text (statement, 0));
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&sources) : NULL;
}
