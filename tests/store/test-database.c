#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/kist-error.h"
#include "fault-vfs.h"
#include "store-fixture.h"
#include "store/kist-database.h"
#include "base/kist-disk.h"
#include "store/kist-statement.h"

static gint64
read_integer (KistDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  kist_database_read_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static KistDatabase *
open_new (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (GError) error = NULL;
  KistDatabase *database = kist_database_open (path, &error);

  g_assert_no_error (error);
  return database;
}

static void
exec (KistDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  kist_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static unsigned
mode_of (const char *name)
{
  g_autofree char *path = fixture_path (name);
  GStatBuf         status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_a_save_waits_for_the_disk (void)
{
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (KistStatement) statement = kist_statement_new (database, "PRAGMA journal_mode", NULL);
  g_autofree char *mode = NULL;

  g_assert_cmpint (kist_statement_step (statement, NULL), ==, KIST_STATEMENT_ROW);
  mode = kist_statement_dup_text (statement, 0);
  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (read_integer (database, "PRAGMA synchronous"), ==, 2); /* FULL */
  g_assert_cmpint (read_integer (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (read_integer (database, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (read_integer (database, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (read_integer (database, "PRAGMA busy_timeout"), >, 0);
}

static void
test_files_are_for_their_owner_alone (void)
{
  mode_t mask = umask (0);
  g_autoptr (KistDatabase) database = open_new ();

  exec (database, "CREATE TABLE t (a)");
  g_assert_cmpuint (mode_of ("kist.db"), ==, 0600);
  g_assert_cmpuint (mode_of ("kist.db-wal"), ==, 0600);
  g_assert_cmpuint (mode_of ("kist.db-shm"), ==, 0600);
  umask (mask);
}

static gboolean
insert_then_fail (KistDatabase *database, gpointer data, GError **error)
{
  exec (database, "INSERT INTO t VALUES (1)");
  return kist_database_exec (database, "INSERT INTO no_such_table VALUES (1)", error);
}

static gboolean
insert_two (KistDatabase *database, gpointer data, GError **error)
{
  return kist_database_exec (database, "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)", error);
}

static void
test_a_transaction_is_all_or_nothing (void)
{
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (GError) error = NULL;

  exec (database, "CREATE TABLE t (a)");
  g_assert_false (kist_database_transact (database, insert_then_fail, NULL, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM t"), ==, 0);
  g_clear_error (&error);
  g_assert_true (kist_database_transact (database, insert_two, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM t"), ==, 2);
}

static void
test_values_come_back_as_they_were (void)
{
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (KistStatement) insert = NULL;
  g_autoptr (KistStatement) select = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;

  exec (database, "CREATE TABLE t (a INTEGER, b TEXT, c REAL, d TEXT) STRICT");
  insert = kist_statement_new (database, "INSERT INTO t VALUES (?1, ?2, ?3, ?4)", NULL);
  kist_statement_bind_int64 (insert, 1, G_MININT64);
  kist_statement_bind_text (insert, 2, "Tha mi sgìth — 👩🏽‍⚕️");
  kist_statement_bind_double (insert, 3, 0.25);
  kist_statement_bind_text (insert, 4, NULL);
  g_assert_true (kist_statement_run (insert, NULL));

  select = kist_statement_new (database, "SELECT a, b, c, d FROM t", NULL);
  g_assert_cmpint (kist_statement_step (select, NULL), ==, KIST_STATEMENT_ROW);
  text = kist_statement_dup_text (select, 1);
  nothing = kist_statement_dup_text (select, 3);
  g_assert_true (kist_statement_get_int64 (select, 0) == G_MININT64);
  g_assert_cmpstr (text, ==, "Tha mi sgìth — 👩🏽‍⚕️");
  g_assert_cmpfloat (kist_statement_get_double (select, 2), ==, 0.25);
  g_assert_null (nothing);
  g_assert_cmpint (kist_statement_step (select, NULL), ==, KIST_STATEMENT_DONE);
}

static void
test_a_wrong_binding_is_an_error_of_the_step (void)
{
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (KistStatement) statement = kist_statement_new (database, "SELECT ?1", NULL);
  g_autoptr (GError) error = NULL;

  kist_statement_bind_int64 (statement, 2, 1);
  g_assert_cmpint (kist_statement_step (statement, &error), ==, KIST_STATEMENT_FAILED);
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
}

static void
test_text_that_is_not_utf8_is_mended (void)
{
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (KistStatement) statement = kist_statement_new (database, "SELECT CAST (x'6162FF63' AS TEXT)", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (kist_statement_step (statement, NULL), ==, KIST_STATEMENT_ROW);
  text = kist_statement_dup_text (statement, 0);
  g_assert_cmpstr (text, ==, "ab\357\277\275c");
}

static void
test_garbage_is_corrupt (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = fixture_path ("kist.db");
  g_autofree char *garbage = fixture_long_text ("garbage", 2000);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, garbage, -1, NULL));
  g_assert_null (kist_database_open (path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
}

static void
test_a_path_below_a_file_is_read_only (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *file = fixture_path ("file");
  g_autofree char *path = fixture_path ("file/kist.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_null (kist_database_open (path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
}

static void
test_sqlite_saying_cannot_open_is_read_only (void)
{
  g_autofree char *path = fixture_path ("nowhere/kist.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_database_open_read_only (path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
}

static void
test_a_file_that_may_only_be_read_is_read_only (void)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (GError) error = NULL;

  kist_database_free (open_new ());
  fault_vfs_set_read_only (TRUE);
  g_assert_null (kist_database_open (path, &error));
  fault_vfs_set_read_only (FALSE);
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
}

static void
test_a_locked_file_is_busy (void)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (KistDatabase) other = NULL;
  g_autoptr (GError) error = NULL;

  exec (database, "CREATE TABLE t (a)");
  other = kist_database_open (path, &error);
  g_assert_no_error (error);
  exec (other, "PRAGMA busy_timeout = 0");
  exec (database, "BEGIN IMMEDIATE");
  g_assert_false (kist_database_exec (other, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_BUSY);
  exec (database, "ROLLBACK");
}

static void
test_faults_of_the_disk_by_their_code (void)
{
  static const struct
  {
    int       code;
    int       number;
    KistError expected;
  } cases[] = {
    { SQLITE_FULL, 0, KIST_ERROR_FULL },
    { SQLITE_IOERR_WRITE, ENOSPC, KIST_ERROR_FULL },
    { SQLITE_IOERR_FSYNC, EDQUOT, KIST_ERROR_FULL },
    { SQLITE_IOERR_WRITE, EIO, KIST_ERROR_FAILED },
    { SQLITE_IOERR_WRITE, EROFS, KIST_ERROR_READ_ONLY },
    { SQLITE_READONLY, 0, KIST_ERROR_READ_ONLY },
  };
  g_autoptr (KistDatabase) database = open_new ();

  exec (database, "CREATE TABLE t (a)");
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fault_vfs_set (FAULT_ONCE, 1, cases[i].code, cases[i].number);
      g_assert_false (kist_database_exec (database, "INSERT INTO t VALUES (1)", &error));
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      g_assert_error (error, KIST_ERROR, (int)cases[i].expected);
    }
  exec (database, "INSERT INTO t VALUES (1)");
}

static void
test_damaged_pages_are_found (void)
{
  g_autofree char *path = fixture_path ("kist.db");
  KistDatabase    *database = open_new ();
  g_autoptr (KistDatabase) damaged = NULL;
  g_autoptr (GError) error = NULL;

  exec (database, "CREATE TABLE t (a); WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 2000)"
                  " INSERT INTO t SELECT 'row ' || i FROM n");
  g_assert_true (kist_database_check (database, NULL, &error));
  kist_database_declare_sound (database);
  kist_database_free (database);

  fixture_damage (path, 3 * 4096, 4096);
  damaged = kist_database_open (path, &error);
  g_assert_no_error (error);
  g_assert_false (kist_database_check (damaged, NULL, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
}

static void
test_a_copy_is_whole_and_private (void)
{
  g_autofree char *path = fixture_path ("copy.db");
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (KistDatabase) copy = NULL;
  g_autoptr (GError) error = NULL;

  exec (database, "PRAGMA user_version = 7; CREATE TABLE t (a); INSERT INTO t VALUES (42)");
  g_assert_true (kist_database_copy_to (database, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mode_of ("copy.db"), ==, 0600);
  copy = kist_database_open_read_only (path, &error);
  g_assert_cmpint (read_integer (copy, "SELECT a FROM t"), ==, 42);
  g_assert_cmpint (read_integer (copy, "PRAGMA user_version"), ==, 7);
  g_assert_false (kist_database_exec (copy, "INSERT INTO t VALUES (43)", &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
}

static void
test_a_copy_that_fails_leaves_the_old_one (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = fixture_path ("copy.db");
  g_autofree char *kept = NULL;
  g_autoptr (KistDatabase) database = open_new ();
  g_autoptr (GError) error = NULL;

  exec (database, "CREATE TABLE t (a)");
  g_assert_true (g_file_set_contents (path, "the old one", -1, NULL));
  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
  g_assert_false (kist_database_copy_to (database, path, &error));
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "the old one");
  g_assert_cmpuint (fixture_count_files (folder, "copy.db"), ==, 1);
}

static void
test_disk_errors_say_what_to_do (void)
{
  static const struct
  {
    int       number;
    KistError expected;
  } cases[] = {
    { ENOSPC, KIST_ERROR_FULL },      { EDQUOT, KIST_ERROR_FULL },      { EROFS, KIST_ERROR_READ_ONLY },
    { EACCES, KIST_ERROR_READ_ONLY }, { ENOENT, KIST_ERROR_NOT_FOUND }, { EIO, KIST_ERROR_FAILED },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kist_disk_fail (cases[i].number, "/a/file", &error));
      g_assert_error (error, KIST_ERROR, (int)cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  g_test_add_func ("/database/a-save-waits-for-the-disk", test_a_save_waits_for_the_disk);
  g_test_add_func ("/database/files-are-for-their-owner-alone", test_files_are_for_their_owner_alone);
  g_test_add_func ("/database/a-transaction-is-all-or-nothing", test_a_transaction_is_all_or_nothing);
  g_test_add_func ("/database/values-come-back-as-they-were", test_values_come_back_as_they_were);
  g_test_add_func ("/database/a-wrong-binding-is-an-error-of-the-step", test_a_wrong_binding_is_an_error_of_the_step);
  g_test_add_func ("/database/text-that-is-not-utf8-is-mended", test_text_that_is_not_utf8_is_mended);
  g_test_add_func ("/database/garbage-is-corrupt", test_garbage_is_corrupt);
  g_test_add_func ("/database/a-path-below-a-file-is-read-only", test_a_path_below_a_file_is_read_only);
  g_test_add_func ("/database/sqlite-saying-cannot-open-is-read-only", test_sqlite_saying_cannot_open_is_read_only);
  g_test_add_func ("/database/a-file-that-may-only-be-read-is-read-only",
                   test_a_file_that_may_only_be_read_is_read_only);
  g_test_add_func ("/database/a-locked-file-is-busy", test_a_locked_file_is_busy);
  g_test_add_func ("/database/faults-of-the-disk-by-their-code", test_faults_of_the_disk_by_their_code);
  g_test_add_func ("/database/damaged-pages-are-found", test_damaged_pages_are_found);
  g_test_add_func ("/database/a-copy-is-whole-and-private", test_a_copy_is_whole_and_private);
  g_test_add_func ("/database/a-copy-that-fails-leaves-the-old-one", test_a_copy_that_fails_leaves_the_old_one);
  g_test_add_func ("/database/disk-errors-say-what-to-do", test_disk_errors_say_what_to_do);
  return g_test_run ();
}
