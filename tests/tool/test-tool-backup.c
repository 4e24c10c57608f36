/* kist-tool backup and restore as a script sees them: exit status, standard output and standard error. */
#include <glib/gstdio.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "store/kist-folder.h"
#include "tool-run.h"

typedef struct
{
  KistClock *clock;
  char      *folder;
  char      *other; /* a folder that is not there yet */
  char      *file;
} Fixture;

static void
save (Fixture *fixture, const char *body)
{
  g_autoptr (KistStore) store = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (KistEntry) entry = fixture_entry ("a", body, kist_clock_now (fixture->clock));
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_save_entry (store, entry, NULL));
  fixture_close (store);
}

static void
assert_body (Fixture *fixture, const char *folder, const char *body)
{
  g_autoptr (KistStore) store = kist_store_new (folder, fixture->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = fixture_open (store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, body);
  fixture_close (store);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_folder ();
  fixture->other = g_build_filename (g_get_user_data_dir (), "other", NULL);
  fixture->file = g_build_filename (g_get_user_data_dir (), "mine.kist-backup", NULL);
  save (fixture, "first");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->other);
  g_free (fixture->file);
}

static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToolRun) made = tool_run (NULL, "backup", "--data", fixture->folder, "-o", fixture->file, NULL);
  g_autoptr (ToolRun) restored = NULL;
  g_autoptr (ToolRun) again = NULL;
  g_autofree char *line = g_strconcat (fixture->file, "\n", NULL);
  g_autofree char *other_line = g_strconcat (fixture->other, "\n", NULL);
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpstr (made->out, ==, line);
  g_assert_nonnull (strstr (made->err, "entries: 1, events: 0\n"));
  g_assert_nonnull (strstr (made->err, "is not sealed"));
  restored = tool_run (NULL, "restore", fixture->file, "--data", fixture->other, NULL);
  g_assert_cmpint (restored->status, ==, 0);
  g_assert_cmpstr (restored->out, ==, other_line);
  assert_body (fixture, fixture->other, "first");
  save (fixture, "second");
  again = tool_run (NULL, "restore", fixture->file, "--data", fixture->folder, NULL);
  g_assert_cmpint (again->status, ==, 0);
  g_assert_cmpuint (fixture_count_files (backups, "kist-"), >, 0);
  assert_body (fixture, fixture->folder, "first");
}

static void
test_everything_there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), "mine.jsonl", NULL);
  g_autofree char *again = g_build_filename (g_get_user_data_dir (), "again.jsonl", NULL);
  g_autoptr (ToolRun) taken =
      tool_run (NULL, "export", "--data", fixture->folder, "--format", "everything", "-o", file, NULL);
  g_autoptr (ToolRun) some =
      tool_run (NULL, "export", "--data", fixture->folder, "--format", "everything", "--entry", "a", "-o", file, NULL);
  g_autoptr (ToolRun) restored = tool_run (NULL, "restore", file, "--data", fixture->other, NULL);
  g_autoptr (ToolRun) taken_again =
      tool_run (NULL, "export", "--data", fixture->other, "--format", "everything", "-o", again, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (taken->status, ==, 0);
  g_assert_cmpint (some->status, ==, 2);
  g_assert_cmpint (restored->status, ==, 0);
  g_assert_cmpint (taken_again->status, ==, 0);
  assert_body (fixture, fixture->other, "first");
  g_assert_true (g_file_get_contents (file, &first, NULL, NULL) && g_file_get_contents (again, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

/* At the strength that people get, so only as often as needed. */
static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = g_build_filename (g_get_user_data_dir (), "words", NULL);
  g_autoptr (ToolRun) made = NULL;
  g_autoptr (ToolRun) without = NULL;
  g_autoptr (ToolRun) wrong = NULL;
  g_autoptr (ToolRun) restored = NULL;

  g_assert_true (g_file_set_contents (words, "four words of mine\n", -1, NULL));
  made = tool_run (NULL, "backup", "--data", fixture->folder, "-o", fixture->file, "--passphrase-file", words, NULL);
  g_assert_cmpint (made->status, ==, 0);
  g_assert_null (strstr (made->err, "is not sealed"));
  without = tool_run (NULL, "restore", fixture->file, "--data", fixture->other, NULL);
  g_assert_cmpint (without->status, ==, 3);
  g_assert_nonnull (strstr (without->err, "is sealed and needs its passphrase.\n"));
  wrong = tool_run ("four words of yours\n", "restore", fixture->file, "--data", fixture->other, "--passphrase-file",
                    "-", NULL);
  g_assert_cmpint (wrong->status, ==, 3);
  g_assert_cmpstr (wrong->out, ==, "");
  g_assert_nonnull (strstr (wrong->err, "That is not the passphrase of "));
  g_assert_false (g_file_test (fixture->other, G_FILE_TEST_EXISTS));
  restored = tool_run ("four words of mine\n", "restore", fixture->file, "--data", fixture->other, "--passphrase-file",
                       "-", NULL);
  g_assert_cmpint (restored->status, ==, 0);
  assert_body (fixture, fixture->other, "first");
}

/* Reading beside a Kist that is open is safe, writing under its hands is not. */
static void
test_while_kist_is_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistStore) store = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (ToolRun) made = NULL;
  g_autoptr (ToolRun) restored = NULL;

  kist_contents_free (fixture_open (store, NULL));
  made = tool_run (NULL, "backup", "--data", fixture->folder, "-o", fixture->file, NULL);
  g_assert_cmpint (made->status, ==, 0);
  restored = tool_run (NULL, "restore", fixture->file, "--data", fixture->folder, NULL);
  g_assert_cmpint (restored->status, ==, 3);
  g_assert_nonnull (strstr (restored->err, "Kist is already open with the folder "));
  fixture_close (store);
  assert_body (fixture, fixture->folder, "first");
}

static void
test_what_cannot_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToolRun) nowhere = tool_run (NULL, "backup", "--data", fixture->other, "-o", fixture->file, NULL);
  g_autoptr (ToolRun) no_words =
      tool_run (NULL, "backup", "--data", fixture->folder, "-o", fixture->file, "--passphrase-file", "/nowhere", NULL);
  g_autoptr (ToolRun) no_file = tool_run (NULL, "restore", fixture->file, "--data", fixture->other, NULL);

  g_assert_cmpint (nowhere->status, ==, 3);
  g_assert_cmpint (no_words->status, ==, 3);
  g_assert_nonnull (strstr (no_words->err, "/nowhere does not exist"));
  g_assert_cmpint (no_file->status, ==, 3);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->other, G_FILE_TEST_EXISTS));
}

static void
test_wrong_usage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToolRun) no_output = tool_run (NULL, "backup", "--data", fixture->folder, NULL);
  g_autoptr (ToolRun) suffix = tool_run (NULL, "backup", "--data", fixture->folder, "-o", "mine.zip", NULL);
  g_autoptr (ToolRun) no_file = tool_run (NULL, "restore", NULL);
  g_autoptr (ToolRun) help = tool_run (NULL, "restore", "--help", NULL);

  g_assert_cmpint (no_output->status, ==, 2);
  g_assert_cmpint (suffix->status, ==, 2);
  g_assert_nonnull (strstr (suffix->err, "“.kist-backup”"));
  g_assert_cmpint (no_file->status, ==, 2);
  g_assert_cmpint (help->status, ==, 0);
  g_assert_nonnull (strstr (help->out, "--passphrase-file"));
}

#define ADD(name, function) g_test_add ("/tool-backup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("everything", test_everything_there_and_back);
  ADD ("sealed", test_sealed);
  ADD ("while-kist-is-open", test_while_kist_is_open);
  ADD ("what-cannot-be-read", test_what_cannot_be_read);
  ADD ("wrong-usage", test_wrong_usage);
  return g_test_run ();
}
