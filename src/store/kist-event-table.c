#include "kist-tables.h"

#include "store/kist-statement.h"

static KistEvent *
read_row (KistStatement *row)
{
  g_autofree char *verb_name = kist_statement_dup_text (row, 1);
  g_autofree char *thing = kist_statement_dup_text (row, 2);
  g_autofree char *step = kist_statement_dup_text (row, 3);
  g_autofree char *item = kist_statement_dup_text (row, 4);
  g_autofree char *text = kist_statement_dup_text (row, 6);
  g_autofree char *codes = kist_statement_dup_text (row, 7);
  KistVerb         verb;

  if (!verb_name || !thing || !step || !kist_verb_from_string (verb_name, &verb))
    return NULL;
  return kist_event_new (kist_statement_get_int64 (row, 0), verb, thing, step, item, kist_statement_get_int64 (row, 5),
                         text, codes);
}

/**
 * kist_event_table_append:
 * @database: a database
 * @event: what happened
 * @error: where to put an error
 *
 * Returns: whether it is kept
 */
gboolean
kist_event_table_append (KistDatabase *database, const KistEvent *event, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && event != NULL, FALSE);

  statement = kist_statement_new (database,
                                  "INSERT INTO event (time, verb, thing, step, item, value, text, codes)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                  error);
  if (!statement)
    return FALSE;
  kist_statement_bind_int64 (statement, 1, event->time);
  kist_statement_bind_text (statement, 2, kist_verb_to_string (event->verb));
  kist_statement_bind_text (statement, 3, event->thing);
  kist_statement_bind_text (statement, 4, event->step);
  kist_statement_bind_text (statement, 5, event->item);
  kist_statement_bind_int64 (statement, 6, event->value);
  kist_statement_bind_text (statement, 7, event->text);
  kist_statement_bind_text (statement, 8, event->codes);
  return kist_statement_run (statement, error);
}

/**
 * kist_event_table_load:
 * @database: a database
 * @n_unreadable: (out): how many rows were left out because this Kist does not know their verb; they stay in the file
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEvent): all events in the order in which they were appended
 */
GPtrArray *
kist_event_table_load (KistDatabase *database, unsigned *n_unreadable, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  g_return_val_if_fail (database != NULL && n_unreadable != NULL, NULL);

  *n_unreadable = 0;
  statement = kist_statement_new (
      database, "SELECT time, verb, thing, step, item, value, text, codes FROM event ORDER BY id", error);
  if (!statement)
    return NULL;

  events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      KistEvent *event = read_row (statement);

      if (event)
        g_ptr_array_add (events, event);
      else
        (*n_unreadable)++;
    }
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&events) : NULL;
}
