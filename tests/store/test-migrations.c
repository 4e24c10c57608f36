#include <string.h>

#include "base/kist-error.h"
#include "store-fixture.h"
#include "store/kist-migrations.h"
#include "store/kist-statement.h"
#include "store/kist-store-private.h"

static KistDatabase *
open_empty (const char *name)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;
  KistDatabase *database = kist_database_open (path, &error);

  g_assert_no_error (error);
  return database;
}

static gint64
read_integer (KistDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  kist_database_read_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* A database as version @version of Kist left it: tests/data/store/vN.sql. Add one for each new version. */
static KistDatabase *
open_stored (unsigned version)
{
  g_autofree char *name = g_strdup_printf ("v%u.sql", version);
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "data", "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (GError) error = NULL;
  KistDatabase *database;

  kist_database_remove (path); /* of the version before */
  database = open_empty ("kist.db");
  g_file_get_contents (sql_path, &sql, NULL, &error);
  g_assert_no_error (error);
  kist_database_exec (database, sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (database, "PRAGMA user_version"), ==, version);
  return database;
}

/* The names and definitions of all tables, triggers and indices. */
static char *
describe_schema (KistDatabase *database)
{
  g_autoptr (KistStatement) statement = kist_statement_new (
      database, "SELECT type || ' ' || name || ': ' || coalesce (sql, '') FROM sqlite_schema ORDER BY type, name",
      NULL);
  GString *schema = g_string_new (NULL);

  while (kist_statement_step (statement, NULL) == KIST_STATEMENT_ROW)
    {
      g_autofree char *line = kist_statement_dup_text (statement, 0);

      g_string_append_printf (schema, "%s\n", line);
    }
  return g_string_free (schema, FALSE);
}

static void
apply_all (KistDatabase *database)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) error = NULL;

  kist_migrations_apply (database, (const char *const *)scripts, &error);
  g_assert_no_error (error);
}

static void
test_a_new_file_says_whose_it_is (void)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (KistDatabase) database = open_empty ("kist.db");

  apply_all (database);
  g_assert_cmpint (read_integer (database, "PRAGMA application_id"), ==, KIST_DATABASE_APPLICATION_ID);
  g_assert_cmpint (read_integer (database, "PRAGMA user_version"), ==, g_strv_length (scripts));
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM pragma_table_list"
                                           " WHERE schema = 'main' AND NOT strict AND type = 'table'"
                                           " AND name NOT LIKE 'sqlite_%'"),
                   ==, 0);
}

/* Fails when a migration that was released is edited, too: then a stored file and a new one differ. */
static void
test_every_older_version_becomes_the_newest (void)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (KistDatabase) fresh = open_empty ("fresh.db");
  g_autofree char *expected = NULL;

  apply_all (fresh);
  expected = describe_schema (fresh);
  for (unsigned version = 1; version <= g_strv_length (scripts); version++)
    {
      g_autoptr (KistDatabase) database = open_stored (version);
      g_autofree char *schema = NULL;

      apply_all (database);
      schema = describe_schema (database);
      g_assert_cmpstr (schema, ==, expected);
      g_assert_true (kist_database_check (database, NULL, NULL));
    }
}

static void
test_what_version_1_kept_is_still_there (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autoptr (KistClock) clock = kist_clock_new_fixed (FIXTURE_NOW);
  g_autoptr (KistStore) store = kist_store_new (folder, clock);
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  kist_database_free (open_stored (1));
  contents = fixture_open (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contents->events->len, ==, 2);
  g_assert_cmpuint (contents->entries->len, ==, 1);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "entry-1")), ==, "It’s there;\nstill.");
  g_assert_cmpuint (contents->places->len, ==, 1);
  g_assert_cmpuint (contents->n_unreadable, ==, 0);
  fixture_close (store);
}

static void
test_what_version_6_kept_is_still_there (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autoptr (KistClock) clock = kist_clock_new_fixed (FIXTURE_NOW);
  g_autoptr (KistStore) store = kist_store_new (folder, clock);
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *marks = NULL;

  kist_database_free (open_stored (6));
  contents = fixture_open (store, &error);
  g_assert_no_error (error);
  marks = fixture_dup_marks (fixture_find_entry (contents, "entry-1"));
  g_assert_cmpstr (marks, ==, "Supervision | kist:code/workers-2024/2.8");
  fixture_close (store);
}

static void
test_a_file_is_backed_up_before_it_is_changed (void)
{
  const char *const scripts[] = { "not SQL", "CREATE TABLE added (x)", NULL };
  g_autofree char  *folder = fixture_folder ();
  g_autofree char  *path = fixture_path ("backups/kist-20251122-093000.db");
  g_autoptr (KistDatabase) database = open_stored (1);
  g_autoptr (KistDatabase) backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_store_bring_up_to_date (database, folder, scripts, FALSE, FIXTURE_NOW, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (database, "PRAGMA user_version"), ==, 2);
  backup = kist_database_open_read_only (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (read_integer (backup, "SELECT count(*) FROM event"), ==, 2);
}

static void
test_only_what_is_missing_is_done (void)
{
  const char *const two[] = { "CREATE TABLE a (x)", "CREATE TABLE b (x)", NULL };
  const char *const three[] = { "not SQL", "not SQL", "CREATE TABLE c (x)", NULL };
  g_autoptr (KistDatabase) database = open_empty ("kist.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_migrations_apply (database, two, &error));
  g_assert_true (kist_migrations_apply (database, three, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM sqlite_schema"), ==, 3);
}

static void
test_a_migration_is_all_or_nothing (void)
{
  const char *const scripts[] = { "CREATE TABLE a (x)", "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)", NULL };
  g_autoptr (KistDatabase) database = open_empty ("kist.db");
  g_autoptr (GError) error = NULL;

  g_assert_false (kist_migrations_apply (database, scripts, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  g_assert_cmpint (read_integer (database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

static void
test_a_newer_file_is_refused_and_left_alone (void)
{
  g_autoptr (KistDatabase) database = open_stored (1);
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_database_exec (database, "PRAGMA user_version = 9999", NULL));
  g_assert_false (kist_migrations_apply (database, (const char *const *)scripts, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NEWER);
  g_assert_cmpint (read_integer (database, "PRAGMA user_version"), ==, 9999);
}

static void
test_the_database_of_something_else_is_refused (void)
{
  g_autoptr (KistDatabase) database = open_empty ("kist.db");
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_database_exec (database, "CREATE TABLE recipes (title)", NULL));
  g_assert_false (kist_migrations_apply (database, (const char *const *)scripts, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/migrations/a-new-file-says-whose-it-is", test_a_new_file_says_whose_it_is);
  g_test_add_func ("/migrations/every-older-version-becomes-the-newest", test_every_older_version_becomes_the_newest);
  g_test_add_func ("/migrations/what-version-1-kept-is-still-there", test_what_version_1_kept_is_still_there);
  g_test_add_func ("/migrations/what-version-6-kept-is-still-there", test_what_version_6_kept_is_still_there);
  g_test_add_func ("/migrations/a-file-is-backed-up-before-it-is-changed",
                   test_a_file_is_backed_up_before_it_is_changed);
  g_test_add_func ("/migrations/only-what-is-missing-is-done", test_only_what_is_missing_is_done);
  g_test_add_func ("/migrations/a-migration-is-all-or-nothing", test_a_migration_is_all_or_nothing);
  g_test_add_func ("/migrations/a-newer-file-is-refused-and-left-alone", test_a_newer_file_is_refused_and_left_alone);
  g_test_add_func ("/migrations/the-database-of-something-else-is-refused",
                   test_the_database_of_something_else_is_refused);
  return g_test_run ();
}
