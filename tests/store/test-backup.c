#include <glib/gstdio.h>
#include <string.h>

#include "base/kist-error.h"
#include "store-fixture.h"
#include "store/kist-backup.h"

typedef struct
{
  KistClock *clock;
  char      *folder;
  char      *path; /* of kist.db */
  char      *backups;
  KistStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_folder ();
  fixture->path = fixture_path ("kist.db");
  fixture->backups = fixture_path ("backups");
  fixture->store = kist_store_new (fixture->folder, fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->store); /* after which no task holds it any more */
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backups);
}

/* One session: opens, saves @body as the entry @id unless NULL, closes. */
static void
live (Fixture *fixture, const char *id, const char *body)
{
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (fixture->store, &error));
  g_assert_no_error (error);
  if (id)
    {
      g_autoptr (KistEntry) entry = fixture_entry (id, body, kist_clock_now (fixture->clock));

      fixture_save_entry (fixture->store, entry, &error);
      g_assert_no_error (error);
    }
  fixture_close (fixture->store);
}

/* A store with the entry "a" and a back-up that has it. */
static void
live_until_backed_up (Fixture *fixture)
{
  live (fixture, "a", "kept in a back-up");
  kist_clock_advance (fixture->clock, G_TIME_SPAN_HOUR);
  live (fixture, NULL, NULL);
  g_assert_cmpuint (fixture_count_files (fixture->backups, ""), ==, 1);
}

static void
assert_open_fails (Fixture *fixture, KistError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_open (fixture->store, &error));
  g_assert_error (error, KIST_ERROR, (int)code);
}

static void
assert_restore (Fixture *fixture, const char *backup)
{
  g_autoptr (GError) error = NULL;

  fixture_restore (fixture->store, backup, &error);
  g_assert_no_error (error);
}

/* Opens and says what the body of @id is; NULL when there is no such entry. */
static char *
read_body (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = fixture_open (fixture->store, &error);
  KistEntry *entry;
  char      *body;

  g_assert_no_error (error);
  entry = fixture_find_entry (contents, id);
  body = entry ? g_strdup (kist_entry_get_body (entry)) : NULL;
  fixture_close (fixture->store);
  return body;
}

static void
test_an_empty_store_is_not_backed_up (Fixture *fixture, gconstpointer data)
{
  live (fixture, NULL, NULL);
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
  live (fixture, NULL, NULL);
  g_assert_cmpuint (fixture_count_files (fixture->backups, ""), ==, 0);
}

static void
test_one_back_up_is_made_each_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  const KistBackup *backup;

  live_until_backed_up (fixture);
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY - G_TIME_SPAN_SECOND);
  live (fixture, NULL, NULL);
  g_assert_cmpuint (fixture_count_files (fixture->backups, ""), ==, 1);
  kist_clock_advance (fixture->clock, G_TIME_SPAN_SECOND);
  live (fixture, "b", "another");
  backups = fixture_list_backups (fixture->store);
  g_assert_cmpuint (backups->len, ==, 2);
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (g_str_has_suffix (backup->path, "/backups/kist-20251123-103000.db"));
  g_assert_cmpint (backup->time, ==, FIXTURE_NOW + G_TIME_SPAN_HOUR + G_TIME_SPAN_DAY);
  g_assert_cmpuint (backup->n_entries, ==, 1);
}

static void
test_seven_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  const KistBackup *oldest;

  live (fixture, "a", "words");
  for (unsigned day = 1; day <= 10; day++)
    {
      kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
      live (fixture, NULL, NULL);
    }
  backups = fixture_list_backups (fixture->store);
  g_assert_cmpuint (backups->len, ==, KIST_BACKUP_COUNT);
  g_assert_cmpuint (fixture_count_files (fixture->backups, ""), ==, KIST_BACKUP_COUNT);
  oldest = g_ptr_array_index (backups, KIST_BACKUP_COUNT - 1);
  g_assert_cmpint (oldest->time, ==, FIXTURE_NOW + 4 * G_TIME_SPAN_DAY);
}

static void
test_back_ups_from_the_future_do_not_stop_new_ones (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistClock) right = NULL;
  g_autoptr (KistStore) store = NULL;
  g_autofree char *path = fixture_path ("backups/kist-20251122-093000.db");

  live (fixture, "a", "words");
  for (unsigned day = 1; day <= KIST_BACKUP_COUNT; day++)
    {
      kist_clock_advance (fixture->clock, 400 * G_TIME_SPAN_DAY);
      live (fixture, NULL, NULL);
    }
  right = kist_clock_new_fixed (FIXTURE_NOW);
  store = kist_store_new (fixture->folder, right);
  kist_contents_free (fixture_open (store, NULL));
  fixture_close (store);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_other_files_are_no_back_ups (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "kist-20251199-093000.db", "kist-20251122-093000.db.new", "notes.txt",
                                       "kist-2025112-0093000.db", "kist-20251121-000000.db" };
  g_autoptr (GPtrArray) backups = NULL;

  live_until_backed_up (fixture);
  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->backups, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "not a database, whatever its name says", -1, NULL));
    }
  backups = fixture_list_backups (fixture->store);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
test_a_back_up_that_fails_does_not_stop_the_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;

  live (fixture, "a", "words");
  /* A file where the folder should be. */
  g_assert_true (g_file_set_contents (fixture->backups, "x", -1, NULL));
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
  body = read_body (fixture, "a");
  g_assert_cmpstr (body, ==, "words");
}

static void
test_a_back_up_brings_a_damaged_file_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *aside = fixture_path ("kist-damaged-20251122-103000.db");
  g_autofree char *log_aside = fixture_path ("kist-damaged-20251122-103000.db-wal");
  g_autofree char *damaged = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *body = NULL;
  gsize            size, kept_size;

  live_until_backed_up (fixture);
  fixture_damage (fixture->path, 0, 8192);
  g_assert_true (g_file_set_contents (log, "a log", -1, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &damaged, &size, NULL));
  assert_open_fails (fixture, KIST_ERROR_CORRUPT);

  backups = fixture_list_backups (fixture->store);
  g_assert_cmpuint (backups->len, ==, 1);
  assert_restore (fixture, ((KistBackup *)g_ptr_array_index (backups, 0))->path);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_size, NULL));
  g_assert_cmpmem (kept, kept_size, damaged, size);
  g_assert_true (g_file_test (log_aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  body = read_body (fixture, "a");
  g_assert_cmpstr (body, ==, "kept in a back-up");
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-restored"), ==, 0);
}

static void
test_damage_in_the_middle_is_found_after_a_clean_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = fixture_long_text ("word", 6000);

  live (fixture, "a", body);
  fixture_damage (fixture->path, 8 * 4096, 2 * 4096);
  assert_open_fails (fixture, KIST_ERROR_CORRUPT);
}

/* No start reads the revisions, so that only the check can see this. */
static void
test_damage_out_of_sight_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistDatabase) database = NULL;
  gint64 page = 0;

  live (fixture, "a", "words");
  database = kist_database_open_read_only (fixture->path, NULL);
  g_assert_true (kist_database_read_integer (
      database, "SELECT rootpage FROM sqlite_schema WHERE name = 'revision_by_entry'", &page, NULL));
  g_assert_cmpint (page, >, 1);
  g_clear_pointer (&database, kist_database_free);
  fixture_damage (fixture->path, (gsize)(page - 1) * 4096, 4096);
  assert_open_fails (fixture, KIST_ERROR_CORRUPT);
}

static void
test_starting_afresh_keeps_the_damaged_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *garbage = fixture_long_text ("garbage", 1000);
  g_autofree char *body = NULL;

  g_assert_true (g_file_set_contents (fixture->path, garbage, -1, NULL));
  assert_open_fails (fixture, KIST_ERROR_CORRUPT);
  assert_restore (fixture, NULL);
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-damaged-"), ==, 1);
  live (fixture, "new", "a new beginning");
  body = read_body (fixture, "new");
  g_assert_cmpstr (body, ==, "a new beginning");
}

static void
test_restoring_twice_in_a_second_keeps_both (Fixture *fixture, gconstpointer data)
{
  live (fixture, "a", "words");
  assert_restore (fixture, NULL);
  assert_restore (fixture, NULL);
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-damaged-"), ==, 2);
}

static void
test_a_missing_file_is_not_taken_for_a_new_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *body = NULL;

  live_until_backed_up (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_open_fails (fixture, KIST_ERROR_CORRUPT);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  backups = fixture_list_backups (fixture->store);
  assert_restore (fixture, ((KistBackup *)g_ptr_array_index (backups, 0))->path);
  body = read_body (fixture, "a");
  g_assert_cmpstr (body, ==, "kept in a back-up");
}

static void
test_starting_afresh_also_works_beside_back_ups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;

  live_until_backed_up (fixture);
  assert_restore (fixture, NULL);
  body = read_body (fixture, "a");
  g_assert_null (body);
}

static void
test_a_damaged_back_up_is_refused_and_nothing_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *text = fixture_long_text ("word", 6000);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  const KistBackup *backup;

  live (fixture, "a", text);
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
  live (fixture, NULL, NULL);
  backups = fixture_list_backups (fixture->store);
  backup = g_ptr_array_index (backups, 0);
  fixture_damage (backup->path, 8 * 4096, 2 * 4096);
  g_assert_false (fixture_restore (fixture->store, backup->path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  body = read_body (fixture, "a");
  g_assert_true (g_str_equal (body, text));
}

static void
test_an_open_store_cannot_be_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (fixture->store, NULL));
  g_assert_false (fixture_restore (fixture->store, NULL, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  fixture_close (fixture->store);
}

#define ADD(name, function) g_test_add ("/backup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("an-empty-store-is-not-backed-up", test_an_empty_store_is_not_backed_up);
  ADD ("one-back-up-is-made-each-day", test_one_back_up_is_made_each_day);
  ADD ("seven-are-kept", test_seven_are_kept);
  ADD ("back-ups-from-the-future-do-not-stop-new-ones", test_back_ups_from_the_future_do_not_stop_new_ones);
  ADD ("other-files-are-no-back-ups", test_other_files_are_no_back_ups);
  ADD ("one-that-fails-does-not-stop-the-start", test_a_back_up_that_fails_does_not_stop_the_start);
  ADD ("it-brings-a-damaged-file-back", test_a_back_up_brings_a_damaged_file_back);
  ADD ("damage-in-the-middle-is-found-after-a-clean-close", test_damage_in_the_middle_is_found_after_a_clean_close);
  ADD ("damage-out-of-sight-is-found", test_damage_out_of_sight_is_found);
  ADD ("starting-afresh-keeps-the-damaged-file", test_starting_afresh_keeps_the_damaged_file);
  ADD ("restoring-twice-in-a-second-keeps-both", test_restoring_twice_in_a_second_keeps_both);
  ADD ("a-missing-file-is-not-taken-for-a-new-start", test_a_missing_file_is_not_taken_for_a_new_start);
  ADD ("starting-afresh-also-works-beside-back-ups", test_starting_afresh_also_works_beside_back_ups);
  ADD ("a-damaged-one-is-refused-and-nothing-touched", test_a_damaged_back_up_is_refused_and_nothing_touched);
  ADD ("an-open-store-cannot-be-restored", test_an_open_store_cannot_be_restored);
  return g_test_run ();
}
