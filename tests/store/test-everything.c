/* Everything in one text file and back: nothing is lost, the same record gives the same bytes, what is wrong with a
 * file is said with its line, and at a fault nothing has changed. */
#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "backup-fixture.h"
#include "fault-calls.h"
#include "fault-vfs.h"
#include "store/backup/kist-restoration.h"
#include "store/everything/kist-everything.h"
#include "store/kist-migrations.h"
#include "store/kist-statement.h"

#define MOST_CALLS 500

/* What no screen makes, but a file of many years may hold: a verb of a newer Kist, bytes that are no UTF-8, a NUL,
 * every sign that JSON escapes, the largest numbers. */
static const char odd_rows[] =
    "INSERT INTO event VALUES (100, 1, 'juggled', 't', 's', NULL, -9223372036854775808, 'line\nend \"quoted\" \\ /', "
    "'');"
    "INSERT INTO event VALUES (9223372036854775807, 1, 'read', 't', 's', 'i', 9223372036854775807, "
    "CAST (x'666fff6f' AS TEXT), NULL);"
    "INSERT INTO entry VALUES ('odd', NULL, NULL, CAST (x'6100' AS TEXT), '\u00e9\u4e2d\U0001F9F0\u202e', 1, 2, 3);"
    "INSERT INTO revision (entry, title, body, time, kept, name) VALUES ('odd', 'before',"
    " '![A door](kist:image/abcdefghijklmnopabcdefghijklmnop)', 1, 2, 'as sent');"
    "INSERT INTO answer VALUES ('t', 's', 'i', '', 1);"
    "INSERT INTO place VALUES ('last', 't', 's', NULL, 7, 0.1, NULL), ('step:t/s', 't', 's', NULL, 0, 1.0, '3,1');"
    "INSERT INTO listed_name VALUES ('Morag');"
    "INSERT INTO meant VALUES ('odd', 'name Morag');"
    "INSERT INTO image VALUES ('odd', 'abcdefghijklmnopabcdefghijklmnop', 'png', 4, 3, 1, x'00ff0a22');"
    "INSERT INTO import VALUES ('odd', 'sum');"
    "INSERT INTO entry_tag VALUES ('odd', 'team', 'Team');"
    "INSERT INTO entry_link VALUES ('odd', 0, 'kist:code/workers-2024/2.8');";

static void
run_sql (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "kist.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDatabase) database = kist_database_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (kist_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static void
set_up (BackupFixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  backup_fixture_set_up (fixture, data);
  run_sql (fixture->folder, odd_rows);
  g_free (fixture->file);
  fixture->file = fixture_path ("mine" KIST_EVERYTHING_SUFFIX);
}

static void
take (BackupFixture *fixture, const char *folder)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_everything_write (folder, fixture->file, &fixture->job, &error));
  g_assert_no_error (error);
}

static char *
dup_file (BackupFixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->file, &text, NULL, NULL));
  return text;
}

/* The file and what is left of one beside it. */
static unsigned
count_files (BackupFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->file);

  return fixture_count_files (folder, "mine");
}

static KistBackupInfo *
bring (BackupFixture *fixture, const char *folder, GError **error)
{
  return kist_restoration_run (fixture->file, folder, FIXTURE_NOW, &fixture->job, error);
}

/* A table that somebody adds has to have a row here, and nobody may leave one out. */
static void
assert_all_tables_are_in (BackupFixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autoptr (KistDatabase) database = kist_database_open_read_only (path, NULL);
  g_autoptr (KistStatement) names =
      kist_statement_new (database,
                          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                          " AND name NOT LIKE 'search%' AND name <> 'erasure'",
                          NULL);
  unsigned n = 0;

  for (; kist_statement_step (names, NULL) == KIST_STATEMENT_ROW; n++)
    {
      g_autofree char *name = kist_statement_dup_text (names, 0);
      g_autofree char *row = g_strdup_printf ("\n{\"%s\":{", name);

      if (!strstr (text, row))
        g_error ("no row of the table %s is tried", name);
    }
  g_assert_cmpuint (n, >, 7);
}

static void
test_there_and_back_is_the_same_bytes (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBackupInfo) info = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *body = NULL;
  g_autofree char *longest = fixture_long_text ("word", BACKUP_FIXTURE_N_WORDS);
  GStatBuf         status;

  take (fixture, fixture->folder);
  g_assert_cmpint (g_stat (fixture->file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  first = dup_file (fixture);
  assert_all_tables_are_in (fixture, first);
  info = bring (fixture, fixture->other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->n_entries, ==, 2);
  g_assert_cmpint (info->n_events, ==, 2);
  take (fixture, fixture->other);
  second = dup_file (fixture);
  g_assert_cmpstr (first, ==, second);
  body = backup_fixture_read_body (fixture, fixture->other, "a");
  g_assert_true (g_str_equal (body, longest));
  g_assert_cmpuint (fixture_count_files (fixture->other, "kist-"), ==, 0);
}

/* A Kist that opens the folder in between, and searches it, changes nothing of it. */
static void
test_opening_it_changes_nothing (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  take (fixture, fixture->folder);
  first = dup_file (fixture);
  kist_backup_info_free (bring (fixture, fixture->other, &error));
  g_assert_no_error (error);
  store = kist_store_new (fixture->other, fixture->clock);
  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  hits = fixture_search (store, "short", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  fixture_close (store);
  take (fixture, fixture->other);
  second = dup_file (fixture);
  g_assert_cmpstr (first, ==, second);
}

/* What an older Kist took out is brought up to date on its way in. */
static void
test_every_older_record_comes_in (BackupFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) scripts = kist_migrations_load ();

  for (unsigned version = 1; scripts[version - 1]; version++)
    {
      g_autofree char *name = g_strdup_printf ("v%u.sql", version);
      g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "data", "store", name, NULL);
      g_autofree char *old = g_strdup_printf ("%s-old-%u", fixture->other, version);
      g_autofree char *new = g_strdup_printf ("%s-new-%u", fixture->other, version);
      g_autofree char *sql = NULL;
      g_autofree char *head = g_strdup_printf ("\"schema\":%u}", version);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (KistBackupInfo) info = NULL;
      g_autoptr (KistContents) contents = NULL;

      g_assert_cmpint (g_mkdir (old, 0700), ==, 0);
      g_file_get_contents (sql_path, &sql, NULL, &error);
      g_assert_no_error (error);
      run_sql (old, sql);
      take (fixture, old);
      text = dup_file (fixture);
      g_assert_nonnull (strstr (text, head));
      info = bring (fixture, new, &error);
      g_assert_no_error (error);
      contents = kist_contents_read (new, &error);
      g_assert_no_error (error);
      g_assert_cmpint (contents->entries->len, ==, info->n_entries);
      g_assert_cmpint (contents->events->len + contents->n_unreadable, ==, info->n_events);
      g_assert_cmpuint (contents->entries->len, >, 0);
    }
}

#define HEAD "{\"format\":\"kist-everything\",\"version\":1,\"schema\":5}\n"
#define EVENT(id)                                                                                                      \
  "{\"event\":{\"id\":" id ",\"time\":1,\"verb\":\"read\",\"thing\":\"t\",\"step\":\"s\",\"item\":null,\"value\":0,"   \
  "\"text\":null,\"codes\":null}}\n"
#define END(n) "{\"end\":{\"rows\":" n "}}\n"

static void
test_what_is_wrong_is_said_with_its_line (BackupFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    unsigned    line;
    KistError   code;
  } cases[] = {
    { HEAD, 2, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("1"), 3, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("1") END ("2"), 3, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("1") END ("1") "\n", 3, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("1") EVENT ("1") END ("2"), 3, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("\"one\"") END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("[1]") END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("true") END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("{\"base64\":\"AAAA\"}") END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD EVENT ("{\"base85\":\"AAAA\"}") END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{\"event\":{\"id\":1}}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{\"event\":[]}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "[]\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "not JSON\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{\"event\":{\"id\":1,\"colour\":2}}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{\"searchable\":{\"number\":1,\"entry\":\"a\"}}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{\"sqlite_schema\":{\"type\":\"table\"}}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { HEAD "{\"meant\":{\"entry\":\"nobody\",\"finding\":\"x\"}}\n" END ("1"), 3, KIST_ERROR_CORRUPT },
    { HEAD "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}\n" END ("1"), 2, KIST_ERROR_CORRUPT },
    { "{\"format\":\"kist-everything\",\"version\":2,\"schema\":5}\n", 0, KIST_ERROR_NEWER },
    { "{\"format\":\"kist-everything\",\"version\":1,\"schema\":5000}\n", 0, KIST_ERROR_NEWER },
    { "{\"format\":\"kist-everything\",\"version\":1}\n", 1, KIST_ERROR_CORRUPT },
    { "{\"format\":\"kist-everything\",\"version\":1,\"schema\":0}\n", 1, KIST_ERROR_CORRUPT },
    { "{\"format\":\"kist-everything\"", 1, KIST_ERROR_CORRUPT },
    { "{\"format\":\"kist-journal\"}", 0, KIST_ERROR_INVALID },
    { "", 0, KIST_ERROR_INVALID },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("%s:%u: ", fixture->file, cases[i].line);

      g_assert_true (g_file_set_contents (fixture->file, cases[i].text, -1, NULL));
      g_assert_null (bring (fixture, fixture->other, &error));
      g_assert_error (error, KIST_ERROR, (int)cases[i].code);
      if (cases[i].line > 0 && !g_str_has_prefix (error->message, place))
        g_error ("case %u: “%s” and not line %u", i, error->message, cases[i].line);
      g_assert_false (g_file_test (fixture->other, G_FILE_TEST_EXISTS));
    }
}

/* Whatever a row says of it, nothing but rows comes in. */
static void
test_a_small_record_comes_in (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBackupInfo) info = NULL;

  g_assert_true (g_file_set_contents (fixture->file, HEAD EVENT ("7") END ("1"), -1, NULL));
  info = bring (fixture, fixture->other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->n_events, ==, 1);
}

static void
test_the_disk_fills_while_it_is_taken (BackupFixture *fixture, gconstpointer data)
{
  unsigned at;

  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gboolean         is_taken;

      g_assert_true (g_file_set_contents (fixture->file, "before", -1, NULL));
      fault_calls_set (at, ENOSPC, FALSE);
      is_taken = kist_everything_write (fixture->folder, fixture->file, &fixture->job, &error);
      g_assert_true (is_taken || fault_calls_have_failed ());
      fault_calls_set (0, 0, FALSE);
      text = dup_file (fixture);
      g_assert_cmpuint (count_files (fixture), ==, 1);
      if (is_taken)
        break;
      g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      /* The folder's own sync comes after the rename: then the new file stands there, whole. */
      g_assert_true (g_str_equal (text, "before") || strstr (text, "\n{\"end\":{\"rows\":"));
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 3);
}

static void
test_the_disk_fills_while_it_comes_in (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *present = NULL;
  unsigned         at;

  take (fixture, fixture->folder);
  backup_fixture_save (fixture, fixture->folder, "b", "longer now");
  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KistBackupInfo) info = NULL;
      g_autofree char *body = NULL;

      fault_vfs_set (FAULT_FROM, at, SQLITE_IOERR_WRITE, ENOSPC);
      info = bring (fixture, fixture->folder, &error);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      body = backup_fixture_read_body (fixture, fixture->folder, "b");
      g_assert_cmpstr (body, ==, info ? "short" : "longer now");
      g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
      if (info)
        break;
      g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 6);
}

static void
stop_cb (gint64 done, gint64 total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  if (done > 0)
    g_cancellable_cancel (data);
}

static void
test_it_can_be_stopped (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const KistBackupJob job = { .progress = stop_cb, .data = cancellable, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (kist_everything_write (fixture->folder, fixture->file, &job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_clear_error (&error);
  take (fixture, fixture->folder);
  g_cancellable_reset (cancellable);
  g_assert_null (kist_restoration_run (fixture->file, fixture->other, FIXTURE_NOW, &job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->other, G_FILE_TEST_EXISTS));
}

#define ADD(name, test) g_test_add ("/everything/" name, BackupFixture, NULL, set_up, test, backup_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  ADD ("there and back is the same bytes", test_there_and_back_is_the_same_bytes);
  ADD ("opening it changes nothing", test_opening_it_changes_nothing);
  ADD ("every older record comes in", test_every_older_record_comes_in);
  ADD ("what is wrong is said with its line", test_what_is_wrong_is_said_with_its_line);
  ADD ("a small record comes in", test_a_small_record_comes_in);
  ADD ("the disk fills while it is taken", test_the_disk_fills_while_it_is_taken);
  ADD ("the disk fills while it comes in", test_the_disk_fills_while_it_comes_in);
  ADD ("it can be stopped", test_it_can_be_stopped);
  return g_test_run ();
}
