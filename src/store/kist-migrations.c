#include "kist-migrations.h"

#include <gio/gio.h>

#include "base/kist-error.h"
#include "store/kist-migrations-resource.h"

#define FOLDER "/scot/kist/Kist/store/migrations/"

typedef struct
{
  const char *script;
  unsigned    version; /* that the file has afterwards */
} Migration;

static gboolean
run_migration (KistDatabase *database, gpointer data, GError **error)
{
  const Migration *migration = data;
  g_autofree char *stamp = NULL;

  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;", KIST_DATABASE_APPLICATION_ID,
                           migration->version);
  return kist_database_exec (database, migration->script, error) && kist_database_exec (database, stamp, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/**
 * kist_migrations_load:
 *
 * Returns: (transfer full): the SQL of every migration, the one that makes version 1 first
 */
char **
kist_migrations_load (void)
{
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  GResource *resource = kist_migrations_get_resource ();
  unsigned   n_names;

  names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  n_names = g_strv_length (names);
  qsort (names, n_names, sizeof *names, compare_names);
  for (unsigned i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      /* A gap in the numbers would give every file written until now another version than it has. */
      g_assert (bytes != NULL && g_ascii_strtoull (names[i], NULL, 10) == i + 1);
      g_strv_builder_take (scripts, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  return g_strv_builder_end (scripts);
}

/**
 * kist_migrations_read_version:
 * @database: a database
 * @newest: the newest version that this Kist knows
 * @version: (out): the file's; 0 for an empty one
 * @error: where to put an error: %KIST_ERROR_NEWER for a file with a version above @newest, %KIST_ERROR_CORRUPT for one
 *   that holds something else than Kist's tables
 *
 * Returns: whether this Kist can use the file
 */
gboolean
kist_migrations_read_version (KistDatabase *database, unsigned newest, unsigned *version, GError **error)
{
  gint64 application;
  gint64 number;
  gint64 n_tables;

  g_return_val_if_fail (database != NULL && version != NULL, FALSE);

  if (!kist_database_read_integer (database, "PRAGMA application_id", &application, error) ||
      !kist_database_read_integer (database, "PRAGMA user_version", &number, error) ||
      !kist_database_read_integer (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application != KIST_DATABASE_APPLICATION_ID && (application != 0 || number != 0 || n_tables != 0))
    {
      g_set_error_literal (error, KIST_ERROR, KIST_ERROR_CORRUPT, "The file is a database, but not one of Kist.");
      return FALSE;
    }
  if (number > (gint64)newest)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NEWER,
                   "The file was written by a newer version of Kist (%" G_GINT64_FORMAT
                   ", and this one knows up to %u).",
                   number, newest);
      return FALSE;
    }
  *version = CLAMP (number, 0, G_MAXINT);
  return TRUE;
}

/**
 * kist_migrations_apply:
 * @database: a database
 * @scripts: every migration, from kist_migrations_load()
 * @error: where to put an error, also those of kist_migrations_read_version()
 *
 * Carries out those that the file has not seen, each wholly or not at all: after a fault in the third the file is a
 * good one of version 2.
 *
 * Returns: whether the file is now of the newest version
 */
gboolean
kist_migrations_apply (KistDatabase *database, const char *const *scripts, GError **error)
{
  unsigned newest;
  unsigned version;

  g_return_val_if_fail (database != NULL && scripts != NULL, FALSE);

  newest = g_strv_length ((char **)scripts);
  if (!kist_migrations_read_version (database, newest, &version, error))
    return FALSE;
  for (; version < newest; version++)
    {
      Migration migration = { scripts[version], version + 1 };

      if (!kist_database_transact (database, run_migration, &migration, error))
        return FALSE;
    }
  return TRUE;
}
