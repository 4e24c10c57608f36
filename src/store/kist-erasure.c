#include "kist-erasure.h"

#include <errno.h>
#include <string.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/backup/kist-working-copy.h"
#include "store/kist-migrations.h"
#include "store/kist-statement.h"

/* Where an entry's text or title lands; a new table that holds either belongs here. Events have an entry's id and the
 * number of its words, and answers to prompts are a text of their own. These work on a file of any version. */
static const char *const removals[] = {
  "DELETE FROM revision WHERE entry = ?1",
  "DELETE FROM place WHERE entry = ?1 OR key = 'entry:' || ?1",
  "DELETE FROM entry WHERE id = ?1",
};

static gboolean
run_with_id (KistDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, id);
  return kist_statement_run (statement, error);
}

static gboolean
remove_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  const char *const *ids = data;

  for (unsigned i = 0; ids[i]; i++)
    for (unsigned j = 0; j < G_N_ELEMENTS (removals); j++)
      if (!run_with_id (database, removals[j], ids[i], error))
        return FALSE;
  return TRUE;
}

static gboolean
begin_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  const char *const *ids = data;

  for (unsigned i = 0; ids[i]; i++)
    if (!run_with_id (database, "INSERT OR IGNORE INTO erasure (entry) VALUES (?1)", ids[i], error))
      return FALSE;
  return remove_in_transaction (database, data, error);
}

/* What was removed is still in the file's free pages and in the log. VACUUM writes every page anew from the rows there
 * are, and the checkpoint puts them into the file and cuts the log off. */
static gboolean
write_anew (KistDatabase *database, GError **error)
{
  return kist_database_exec (database, "VACUUM", error) && kist_database_checkpoint (database, error);
}

static char **
load_ids (KistDatabase *database, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, "SELECT entry FROM erasure", error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  KistStatementResult result = KIST_STATEMENT_FAILED;

  while (statement && (result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    g_strv_builder_take (ids, kist_statement_dup_text (statement, 0));
  return result == KIST_STATEMENT_DONE ? g_strv_builder_end (ids) : NULL;
}

static int
compare_last_first (gconstpointer a, gconstpointer b)
{
  return strcmp (b, a);
}

/* The names of all databases in @folder but the open one, those that begin like another before it. A name comes up,
 * too, when only the log of it is left. */
static GPtrArray *
list_names (const char *folder)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray  *sorted;
  const char *file;

  while (directory && (file = g_dir_read_name (directory)))
    {
      g_autofree char *name = g_strdup (file);

      for (unsigned i = 0; i < G_N_ELEMENTS (suffixes); i++)
        if (g_str_has_suffix (name, suffixes[i]))
          name[strlen (name) - strlen (suffixes[i])] = '\0';
      if (kist_working_copy_is (name) || (g_str_has_prefix (name, "kist-") && g_str_has_suffix (name, ".db")))
        g_hash_table_add (names, g_steal_pointer (&name));
    }
  sorted = g_hash_table_steal_all_keys (names);
  g_ptr_array_sort_values (sorted, compare_last_first);
  return sorted;
}

static gboolean
remove_file (const char *path, GError **error)
{
  const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  kist_database_remove (path);
  for (unsigned i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        return kist_disk_fail (EACCES, file, error);
    }
  return TRUE;
}

/* Opened in place, so that the log of one that was set aside is read with it. */
static gboolean
clean_file (const char *path, const char *const *ids, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (KistDatabase) database = kist_database_open (path, error);
  unsigned version;

  if (!database || !kist_migrations_read_version (database, g_strv_length (scripts), &version, error) ||
      !kist_database_check (database, NULL, error))
    return FALSE;
  /* It goes back to one file without a log, as copies are. */
  return (version == 0 || kist_database_transact (database, remove_in_transaction, (gpointer)ids, error)) &&
         write_anew (database, error) && kist_database_exec (database, "PRAGMA journal_mode=DELETE", error);
}

/* A copy that is damaged, or of a newer Kist, cannot be cleaned, and nobody can say what is in it: it goes whole. So
 * does the copy of a back-up or a restoration that is under way: it has what was deleted, and would bring it back. The
 * job notices and says so (kist-working-copy.h); it finishes a copy by giving *.new its name without the
 * ending, so that *.new has to go first. */
static gboolean
clean_or_remove (const char *folder, const char *name, const char *const *ids, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) clean_error = NULL;

  if (kist_working_copy_is (name) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return remove_file (path, error);
  if (clean_file (path, ids, &clean_error))
    return TRUE;
  if (g_error_matches (clean_error, KIST_ERROR, KIST_ERROR_CORRUPT) ||
      g_error_matches (clean_error, KIST_ERROR, KIST_ERROR_NEWER))
    {
      g_message ("%s is removed, because what was deleted may be in it: %s", path, clean_error->message);
      return remove_file (path, error);
    }
  g_propagate_error (error, g_steal_pointer (&clean_error));
  return FALSE;
}

static gboolean
clean_folder (const char *folder, const char *const *ids, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  for (unsigned i = 0; i < names->len; i++)
    if (!clean_or_remove (folder, g_ptr_array_index (names, i), ids, error))
      return FALSE;
  return TRUE;
}

/**
 * kist_erasure_begin:
 * @database: the open database of a store
 * @ids: the ids of entries; one that is not there is no error, for it may be in a back-up
 * @error: where to put an error
 *
 * Takes the entries out of the tables with their revisions and places, and notes their ids; all or, after an error,
 * nothing of it. kist_erasure_finish() does the rest.
 *
 * Returns: whether they are gone and noted
 */
gboolean
kist_erasure_begin (KistDatabase *database, const char *const *ids, GError **error)
{
  g_return_val_if_fail (database != NULL && ids != NULL, FALSE);

  return kist_database_transact (database, begin_in_transaction, (gpointer)ids, error);
}

/**
 * kist_erasure_finish:
 * @database: the open database of a store
 * @folder: the store's folder
 * @error: where to put an error, which says that the entry is gone but not yet from every file
 *
 * Ends what kist_erasure_begin() began, also in an earlier life: takes the entries out of the back-ups and the damaged
 * files that were set aside, and writes all these files anew, so that no byte stays in a free page or a log. A back-up
 * or a damaged file with which that cannot be done is removed, as is every copy of a back-up or a restoration, whether
 * it was left behind or is in use: who uses it fails and may begin again. After an error the ids stay noted, and
 * calling it again goes on. Costs nothing when nothing is noted.
 *
 * Returns: whether nothing is left to do
 */
gboolean
kist_erasure_finish (KistDatabase *database, const char *folder, GError **error)
{
  g_autofree char *backups = NULL;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (database != NULL && folder != NULL, FALSE);

  ids = load_ids (database, error);
  if (!ids || !*ids)
    return ids != NULL;
  backups = g_build_filename (folder, "backups", NULL);
  if (write_anew (database, error) && clean_folder (folder, (const char *const *)ids, error) &&
      clean_folder (backups, (const char *const *)ids, error) &&
      kist_database_exec (database, "DELETE FROM erasure", error))
    return TRUE;
  g_prefix_error_literal (error, "What was deleted for good is not yet gone from every file. ");
  return FALSE;
}

/**
 * kist_erasure_carry_over:
 * @from: the open database of a store that another will take the place of
 * @path: that other one's file, sound and not open
 * @error: where to put an error; then the file at @path is to be used no more
 *
 * What kist_erasure_begin() noted in @from and kist_erasure_finish() has not ended is begun in the other, so that it is
 * ended there: else the ids would be forgotten and the back-ups would keep the text. The other has to be made as new as
 * this Kist for that, and is left as one file without a log.
 *
 * Returns: whether nothing is forgotten
 */
gboolean
kist_erasure_carry_over (KistDatabase *from, const char *path, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (KistDatabase) to = NULL;
  gint64 can_note; /* the first version could not */

  g_return_val_if_fail (from != NULL && path != NULL, FALSE);

  if (!kist_database_read_integer (from, "SELECT count(*) FROM sqlite_schema WHERE name = 'erasure'", &can_note, error))
    return FALSE;
  if (!can_note)
    return TRUE;
  ids = load_ids (from, error);
  if (!ids || !*ids)
    return ids != NULL;
  to = kist_database_open (path, error);
  return to && kist_migrations_apply (to, (const char *const *)scripts, error) &&
         kist_erasure_begin (to, (const char *const *)ids, error) && kist_database_checkpoint (to, error) &&
         kist_database_exec (to, "PRAGMA journal_mode=DELETE", error);
}
