#include "kist-tables.h"

#include "store/kist-statement.h"

/* Runs @sql with one or two texts bound. */
static gboolean
run (KistDatabase *database, const char *sql, const char *first, const char *second, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, first);
  if (second)
    kist_statement_bind_text (statement, 2, second);
  return kist_statement_run (statement, error);
}

/* Returns (transfer full) (nullable) (element-type utf8): the first column of what @sql finds. */
static GPtrArray *
load (KistDatabase *database, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);
  KistStatementResult result;

  if (!statement)
    return NULL;
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      char *text = kist_statement_dup_text (statement, 0);

      if (text) /* a damaged row may hold anything */
        g_ptr_array_add (texts, text);
    }
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&texts) : NULL;
}

/**
 * kist_privacy_table_save_name:
 * @database: a database
 * @name: a name of somebody
 * @is_listed: whether the check is to find it
 * @error: where to put an error
 *
 * Returns: whether it is kept
 */
gboolean
kist_privacy_table_save_name (KistDatabase *database, const char *name, gboolean is_listed, GError **error)
{
  g_return_val_if_fail (database != NULL && name != NULL, FALSE);

  return run (database,
              is_listed ? "INSERT INTO listed_name (name) VALUES (?1) ON CONFLICT DO NOTHING"
                        : "DELETE FROM listed_name WHERE name = ?1",
              name, NULL, error);
}

/**
 * kist_privacy_table_save_meant:
 * @database: a database
 * @entry: an entry's id
 * @finding: what was found there: kist_privacy_concern_dup_key()
 * @is_meant: whether it is meant to stand there
 * @error: where to put an error
 *
 * Returns: whether it is kept; what belongs to an entry that is not there is not, and no error
 */
gboolean
kist_privacy_table_save_meant (KistDatabase *database,
                               const char   *entry,
                               const char   *finding,
                               gboolean      is_meant,
                               GError      **error)
{
  g_return_val_if_fail (database != NULL && entry != NULL && finding != NULL, FALSE);

  return run (database,
              is_meant ? "INSERT INTO meant (entry, finding) SELECT id, ?2 FROM entry WHERE id = ?1"
                         " ON CONFLICT DO NOTHING"
                       : "DELETE FROM meant WHERE entry = ?1 AND finding = ?2",
              entry, finding, error);
}

/**
 * kist_privacy_table_load_names:
 * @database: a database
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names, in their order
 */
GPtrArray *
kist_privacy_table_load_names (KistDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return load (database, "SELECT name FROM listed_name ORDER BY name", error);
}

/**
 * kist_privacy_table_load_meant:
 * @database: a database
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): for each finding that is meant so the entry's id, a line
 * end, and the finding
 */
GPtrArray *
kist_privacy_table_load_meant (KistDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, NULL);

  return load (database, "SELECT entry || char (10) || finding FROM meant ORDER BY entry, finding", error);
}
