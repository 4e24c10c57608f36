/* kist-tool doctor: a sound folder has no findings, and each thing that can be wrong has one with what to do. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "store/kist-backup.h"
#include "tool-run.h"

typedef struct
{
  char *folder;
  char *path; /* of kist.db */
} Fixture;

/* A database with an entry and a rolling back-up, as a day of use leaves it. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistClock) clock = kist_clock_new_fixed (FIXTURE_NOW);
  g_autoptr (KistStore) store = NULL;
  g_autoptr (KistEntry) entry = fixture_entry ("a", "words", FIXTURE_NOW);

  fixture->folder = fixture_folder ();
  fixture->path = fixture_path ("kist.db");
  store = kist_store_new (fixture->folder, clock);
  kist_contents_free (fixture_open (store, NULL));
  g_assert_true (fixture_save_entry (store, entry, NULL));
  fixture_close (store);
  kist_contents_free (fixture_open (store, NULL));
  fixture_close (store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Exactly one finding, and it begins with @begin and has @part. */
static void
assert_finds (Fixture *fixture, int status, const char *begin, const char *part)
{
  g_autoptr (ToolRun) run = tool_run (NULL, "doctor", "--data", fixture->folder, NULL);

  g_test_message ("%s", run->out);
  g_assert_cmpint (run->status, ==, status);
  g_assert_true (g_str_has_prefix (run->out, begin));
  g_assert_nonnull (strstr (run->out, part));
  g_assert_true (strchr (run->out, '\n') == run->out + strlen (run->out) - 1);
}

static void
exec (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDatabase) database = kist_database_open (fixture->path, &error);

  g_assert_no_error (error);
  kist_database_exec (database, sql, &error);
  g_assert_no_error (error);
  kist_database_declare_sound (database);
}

static void
touch (const char *name, const char *text)
{
  g_autofree char *path = fixture_path (name);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* What the tests change must be all that there is to find. */
static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backups = fixture_path ("backups");
  g_autoptr (ToolRun) run = tool_run (NULL, "doctor", "--data", fixture->folder, NULL);

  g_assert_cmpuint (fixture_count_files (backups, "kist-"), ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpstr (run->err, ==, "kist-tool: errors: 0, warnings: 0, notes: 0\n");
  g_assert_cmpint (run->status, ==, 0);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *chmod_folder = g_strdup_printf ("chmod 700 '%s'\n", fixture->folder);

  g_chmod (fixture->folder, 0755);
  assert_finds (fixture, 1, ".: warning: ", chmod_folder);
  g_chmod (fixture->folder, 0700);
  g_chmod (fixture->path, 0640);
  assert_finds (fixture, 1, "kist.db: warning: ", "chmod 600 ");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToolRun) run = NULL;

  fixture_damage (fixture->path, 4096 + 100, 8000);
  run = tool_run (NULL, "doctor", "--data", fixture->folder, NULL);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_true (g_str_has_prefix (run->out, "kist.db: error: It is damaged"));
  g_assert_nonnull (strstr (run->out, "kist-tool restore"));
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  fixture_damage (fixture->path, 0, 100);
  assert_finds (fixture, 1, "kist.db: error: ", "is damaged.");
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  exec (fixture, "PRAGMA foreign_keys=OFF; INSERT INTO revision (id, entry, title, body, time, kept) VALUES (1, "
                 "'nobody', 't', 'b', 1, 1)");
  assert_finds (fixture, 1, "kist.db: error: Rows that belong to nothing: 1.", "kist-tool restore");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  exec (fixture, "PRAGMA user_version = 99");
  assert_finds (fixture, 1, "kist.db: error: ", "Update Kist.");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  assert_finds (fixture, 1, "kist.db: error: The database is missing.", "kist-tool restore");
}

static void
test_a_damaged_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = kist_backup_list (fixture->folder);
  const KistBackup *backup = g_ptr_array_index (backups, 0);

  fixture_damage (backup->path, 4096 + 100, 8000);
  assert_finds (fixture, 1, "backups/kist-2025", "This back-up is damaged. Remove it");
}

static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "kist-snapshot-AbCdEf", "kist-snapshot-AbCdEf.new", "kist-incoming-AbCdEf-wal",
                                       "kist-restored.db", "backups/kist-20251122-093000.db.new" };

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *begin = g_strconcat (names[i], ": warning: ", NULL);
      g_autofree char *path = fixture_path (names[i]);

      touch (names[i], "");
      assert_finds (fixture, 1, begin, "remove it.");
      g_unlink (path);
    }
  /* Never removed by Kist, and no fault. */
  touch ("kist-damaged-20251122-093000.db", "");
  assert_finds (fixture, 0, "kist-damaged-20251122-093000.db: note: ", "moved aside");
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (ToolRun) run = NULL;
  JsonObject *root, *finding;

  g_chmod (fixture->path, 0644);
  run = tool_run (NULL, "doctor", "--data", fixture->folder, "--json", NULL);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "warnings"), ==, 1);
  finding = json_array_get_object_element (json_object_get_array_member (root, "findings"), 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "file"), ==, "kist.db");
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "warning");
  g_assert_nonnull (json_object_get_string_member (finding, "hint"));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToolRun) run = tool_run (NULL, "doctor", "--data", "/nowhere", NULL);
  g_autoptr (ToolRun) usage = tool_run (NULL, "doctor", "/nowhere", NULL);

  g_assert_cmpint (run->status, ==, 3);
  g_assert_cmpstr (run->err, ==, "kist-tool: /nowhere does not exist.\n");
  g_assert_cmpint (usage->status, ==, 2);
}

#define ADD(name, function) g_test_add ("/tool-doctor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("sound", test_sound);
  ADD ("permissions", test_permissions);
  ADD ("damaged", test_damaged);
  ADD ("no-database", test_no_database);
  ADD ("references", test_references);
  ADD ("newer", test_newer);
  ADD ("missing", test_missing);
  ADD ("a-damaged-backup", test_a_damaged_backup);
  ADD ("leftovers", test_leftovers);
  ADD ("json", test_json);
  ADD ("no-folder", test_no_folder);
  return g_test_run ();
}
