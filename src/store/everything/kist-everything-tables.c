#include "kist-everything-tables.h"

#include "store/kist-statement.h"

/* The search can be made anew. What is being deleted for good is in no table any more. */
static const char tables_sql[] = "SELECT name FROM pragma_table_list"
                                 " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                 " AND name NOT IN ('searchable', 'erasure') ORDER BY name";

static void
table_free (KistEverythingTable *table)
{
  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_free (table->order);
  g_free (table);
}

/* (transfer full) (nullable) (element-type utf8): the first column of what @sql finds for @parameter */
static GPtrArray *
list (KistDatabase *database, const char *sql, const char *parameter, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);
  KistStatementResult result;

  if (!statement)
    return NULL;
  if (parameter)
    kist_statement_bind_text (statement, 1, parameter);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    g_ptr_array_add (found, kist_statement_dup_text (statement, 0));
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&found) : NULL;
}

/* A table without a primary key is sorted by all that it has. */
static char *
dup_order (GPtrArray *keys, GPtrArray *columns)
{
  const GPtrArray *from = keys->len > 0 ? keys : columns;
  GString         *sql = g_string_new (NULL);

  for (unsigned i = 0; i < from->len; i++)
    {
      g_autofree char *name = kist_everything_tables_dup_name (g_ptr_array_index (from, i));

      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free_and_steal (sql);
}

static KistEverythingTable *
load_table (KistDatabase *database, const char *name, GError **error)
{
  g_autoptr (GPtrArray) columns = list (database, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", name, error);
  g_autoptr (GPtrArray) keys =
      columns ? list (database, "SELECT name FROM pragma_table_info (?1) WHERE pk > 0 ORDER BY pk", name, error) : NULL;
  KistEverythingTable *table;

  if (!keys)
    return NULL;
  table = g_new0 (KistEverythingTable, 1);
  table->name = g_strdup (name);
  table->order = dup_order (keys, columns);
  table->columns = g_steal_pointer (&columns);
  return table;
}

/*
 * kist_everything_tables_load:
 * @database: a database of Kist's, of any version
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEverythingTable): its tables by their names
 */
GPtrArray *
kist_everything_tables_load (KistDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify)table_free);
  g_autoptr (GPtrArray) names = list (database, tables_sql, NULL, error);

  if (!names)
    return NULL;
  for (unsigned i = 0; i < names->len; i++)
    {
      KistEverythingTable *table = load_table (database, g_ptr_array_index (names, i), error);

      if (!table)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

/*
 * kist_everything_tables_dup_name:
 * @name: the name of a table or a column
 *
 * Returns: (transfer full): @name as SQL has it
 */
char *
kist_everything_tables_dup_name (const char *name)
{
  char *quoted = sqlite3_mprintf ("\"%w\"", name);
  char *own = g_strdup (quoted);

  sqlite3_free (quoted);
  return own;
}
