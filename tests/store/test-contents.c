/* What is kept, read beside a Kist that goes on working. */
#include <string.h>

#include "base/kist-error.h"
#include "store-fixture.h"

typedef struct
{
  KistClock *clock;
  char      *folder;
  KistStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistEntry) entry = fixture_entry ("one", "first words", FIXTURE_NOW);
  g_autoptr (KistEvent) event = kist_event_new (FIXTURE_NOW, KIST_VERB_OPENED, "core/a", "read", NULL, 0, NULL, NULL);
  g_autoptr (KistContents) contents = NULL;

  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_path (NULL);
  fixture->store = kist_store_new (fixture->folder, fixture->clock);
  contents = fixture_open (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (fixture_save_entry (fixture->store, entry, NULL));
  g_assert_true (fixture_append_event (fixture->store, event, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
}

static void
assert_holds (Fixture *fixture, unsigned n_entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = kist_contents_read (fixture->folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (contents->entries->len, ==, n_entries);
  g_assert_cmpuint (contents->events->len, ==, 1);
}

static void
test_a_running_kist_is_read_and_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) second = fixture_entry ("two", "more words", FIXTURE_NOW + 1);

  assert_holds (fixture, 1);
  g_assert_true (fixture_save_entry (fixture->store, second, NULL));
  assert_holds (fixture, 2);
}

static void
test_a_closed_one_is_read_and_opens_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = NULL;
  gsize before_length, after_length;

  fixture_close (fixture->store);
  g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  assert_holds (fixture, 1);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  contents = fixture_open (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contents->entries->len, ==, 1);
}

static void
assert_fails (const char *folder, KistError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_contents_read (folder, &error));
  g_assert_error (error, KIST_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_what_cannot_be_read_is_said (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  KistDatabase    *database;

  assert_fails ("/nowhere", KIST_ERROR_NOT_FOUND, "/nowhere/kist.db does not exist");
  fixture_close (fixture->store);
  database = kist_database_open (path, NULL);
  g_assert_true (kist_database_exec (database, "PRAGMA user_version = 99", NULL));
  assert_fails (fixture->folder, KIST_ERROR_NEWER, "newer version of Kist");
  g_assert_true (kist_database_exec (database, "PRAGMA user_version = 0", NULL));
  assert_fails (fixture->folder, KIST_ERROR_FAILED, "older Kist");
  kist_database_free (database);
  kist_database_remove (path);
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  assert_fails (fixture->folder, KIST_ERROR_CORRUPT, "damaged");
}

#define ADD(name, function) g_test_add ("/contents/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("running", test_a_running_kist_is_read_and_goes_on);
  ADD ("closed", test_a_closed_one_is_read_and_opens_again);
  ADD ("unreadable", test_what_cannot_be_read_is_said);
  return g_test_run ();
}
