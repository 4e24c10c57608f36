#include "kist-tables.h"

#include "store/kist-statement.h"

static KistPlace *
read_row (KistStatement *row)
{
  g_autofree char *key = kist_statement_dup_text (row, 0);
  KistPlace       *place = kist_place_new (key ? key : "");

  place->thing = kist_statement_dup_text (row, 1);
  place->step = kist_statement_dup_text (row, 2);
  place->entry = kist_statement_dup_text (row, 3);
  place->block = kist_statement_get_int64 (row, 4);
  place->fraction = kist_statement_get_double (row, 5);
  place->detail = kist_statement_dup_text (row, 6);
  return place;
}

/**
 * kist_place_table_save:
 * @database: a database
 * @place: the place as it is now; a fraction outside 0 to 1 is brought inside
 * @error: where to put an error
 *
 * Returns: whether it is kept
 */
gboolean
kist_place_table_save (KistDatabase *database, const KistPlace *place, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && place != NULL, FALSE);

  statement = kist_statement_new (database,
                                  "INSERT INTO place (key, thing, step, entry, block, fraction, detail)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                                  " ON CONFLICT (key) DO UPDATE SET thing = excluded.thing, step = excluded.step,"
                                  " entry = excluded.entry, block = excluded.block, fraction = excluded.fraction,"
                                  " detail = excluded.detail",
                                  error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, place->key);
  kist_statement_bind_text (statement, 2, place->thing);
  kist_statement_bind_text (statement, 3, place->step);
  kist_statement_bind_text (statement, 4, place->entry);
  kist_statement_bind_int64 (statement, 5, place->block);
  /* Written so that what is not a number, as the height of a page not yet laid out gives, becomes 0. */
  kist_statement_bind_double (statement, 6, place->fraction > 0 ? MIN (place->fraction, 1) : 0);
  kist_statement_bind_text (statement, 7, place->detail);
  return kist_statement_run (statement, error);
}

/**
 * kist_place_table_load:
 * @database: a database
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistPlace): every place
 */
GPtrArray *
kist_place_table_load (KistDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  g_return_val_if_fail (database != NULL, NULL);

  statement = kist_statement_new (
      database, "SELECT key, thing, step, entry, block, fraction, detail FROM place ORDER BY key", error);
  if (!statement)
    return NULL;
  places = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_place_free);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    g_ptr_array_add (places, read_row (statement));
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&places) : NULL;
}
