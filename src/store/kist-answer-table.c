#include "kist-tables.h"

#include "store/kist-statement.h"

/**
 * kist_answer_table_save:
 * @database: a database
 * @thing: a Thing's key
 * @step: a step's id
 * @item: a prompt's id
 * @text: the answer as it is now, perhaps empty
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error
 *
 * Returns: whether it is kept
 */
gboolean
kist_answer_table_save (KistDatabase *database,
                        const char   *thing,
                        const char   *step,
                        const char   *item,
                        const char   *text,
                        gint64        now,
                        GError      **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && thing != NULL && step != NULL && item != NULL && text != NULL, FALSE);

  statement = kist_statement_new (database,
                                  "INSERT INTO answer (thing, step, item, text, updated) VALUES (?1, ?2, ?3, ?4, ?5)"
                                  " ON CONFLICT (thing, step, item)"
                                  " DO UPDATE SET text = excluded.text, updated = excluded.updated",
                                  error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, thing);
  kist_statement_bind_text (statement, 2, step);
  kist_statement_bind_text (statement, 3, item);
  kist_statement_bind_text (statement, 4, text);
  kist_statement_bind_int64 (statement, 5, now);
  return kist_statement_run (statement, error);
}

/**
 * kist_answer_table_load:
 * @database: a database
 * @thing: a Thing's key
 * @step: a step's id
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the step's answers by the prompt's id
 */
GHashTable *
kist_answer_table_load (KistDatabase *database, const char *thing, const char *step, GError **error)
{
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  g_return_val_if_fail (database != NULL && thing != NULL && step != NULL, NULL);

  statement = kist_statement_new (database, "SELECT item, text FROM answer WHERE thing = ?1 AND step = ?2", error);
  if (!statement)
    return NULL;
  kist_statement_bind_text (statement, 1, thing);
  kist_statement_bind_text (statement, 2, step);

  answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      char *item = kist_statement_dup_text (statement, 0);
      char *text = kist_statement_dup_text (statement, 1);

      g_hash_table_insert (answers, item ? item : g_strdup (""), text ? text : g_strdup (""));
    }
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&answers) : NULL;
}
