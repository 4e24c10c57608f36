/* Deleting for good, held against the bytes of every file in the folder: a marker stands in a title, a body, a tag, a
 * link, a revision and a back-up, and must be in none of them afterwards, whatever fails on the way. */
#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "fault-vfs.h"
#include "journal/kist-revision-policy.h"
#include "store-fixture.h"
#include "store/kist-database.h"
#include "traces.h"

/* Looked for without its first letters and without regard to case: an index may keep words folded and share how they
 * begin. Nothing else in a file has these letters. */
#define MARKER "qzJxwvkyMarker"
#define TRACE "jxwvkymarker"

#define OTHER "what stays"
#define MOST_OPERATIONS 2000

typedef struct
{
  KistClock *clock;
  char      *folder;
  KistStore *store;
} Fixture;

typedef struct
{
  FaultMode mode;
  int       code;
} Fault;

static const Fault full_once = { FAULT_ONCE, SQLITE_FULL };
static const Fault error_from = { FAULT_FROM, SQLITE_IOERR_WRITE };

static void
open_store (Fixture *fixture)
{
  g_autoptr (KistContents) contents = fixture_open (fixture->store, NULL);

  g_assert_nonnull (contents);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_folder ();
  fixture->store = kist_store_new (fixture->folder, fixture->clock);
  open_store (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  fixture_close (fixture->store); /* after which no task holds it any more */
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
}

static void
save (Fixture *fixture, const char *id, const char *title, const char *body)
{
  g_autoptr (KistEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = kist_clock_now (fixture->clock);

  entry = fixture_entry_everywhere (id, title, body, now);
  fixture_save_entry (fixture->store, entry, &error);
  g_assert_no_error (error);
}

static void
save_place (Fixture *fixture, const char *key, const char *entry)
{
  g_autoptr (KistPlace) place = kist_place_new (key);
  g_autoptr (GAsyncResult) result = NULL;

  place->entry = g_strdup (entry);
  kist_store_save_place_async (fixture->store, place, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
}

/* An entry "gone" with the marker everywhere, of a size that needs pages of its own, and one that stays. */
static void
write_both (Fixture *fixture)
{
  g_autofree char *body = fixture_long_text (MARKER, 300);
  g_autoptr (KistImage) image = fixture_image (body);
  g_autofree char *longer = g_strconcat (body, "and more ![A door](kist:image/", image->id, ")", NULL);

  save (fixture, "gone", MARKER, body);
  save (fixture, "stays", "A title", OTHER);
  kist_clock_advance (fixture->clock, KIST_REVISION_PAUSE);
  save (fixture, "gone", MARKER, longer);
  g_assert_true (fixture_save_image (fixture->store, "gone", image, NULL));
  save_place (fixture, "entry:gone", NULL);
  save_place (fixture, "last", "gone");
}

static void
reopen_next_day (Fixture *fixture)
{
  fixture_close (fixture->store);
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
  open_store (fixture);
  g_ptr_array_unref (fixture_list_backups (fixture->store)); /* after which the back-up is made */
}

static gboolean
erase (Fixture *fixture, GError **error)
{
  const char *const ids[] = { "gone", NULL };
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_erase_entries_async (fixture->store, ids, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_save_finish (fixture->store, result, error);
}

/* Closed or not, no file has the marker; what was to stay is there, also in every back-up. */
static void
assert_gone (Fixture *fixture)
{
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpuint (traces_count (fixture->folder, TRACE), ==, 0);
  fixture_close (fixture->store);
  g_assert_cmpuint (traces_count (fixture->folder, TRACE), ==, 0);
  contents = fixture_open (fixture->store, NULL);
  g_assert_nonnull (contents);
  g_assert_null (fixture_find_entry (contents, "gone"));
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "stays")), ==, OTHER);
  g_assert_cmpuint (contents->places->len, ==, 0);
  backups = fixture_list_backups (fixture->store);
  for (unsigned i = 0; i < backups->len; i++)
    g_assert_cmpuint (((const KistBackup *)g_ptr_array_index (backups, i))->n_entries, ==, 1);
}

static void
test_no_byte_is_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *place = fixture_path ("backups");
  g_autoptr (GError) error = NULL;

  write_both (fixture);
  for (unsigned day = 0; day < 3; day++)
    reopen_next_day (fixture);
  save (fixture, "gone", "Another title", "Nothing of that"); /* so that a page with the marker is free */
  g_assert_cmpuint (traces_count (fixture->folder, TRACE), >, 3);
  g_assert_true (erase (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_files (place, ""), ==, 3); /* without logs beside them */
  assert_gone (fixture);
}

static void
test_a_back_up_can_still_be_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const KistBackup *backup;

  write_both (fixture);
  reopen_next_day (fixture);
  g_assert_true (erase (fixture, NULL));
  fixture_close (fixture->store);
  backups = fixture_list_backups (fixture->store);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  fixture_restore (fixture->store, backup->path, &error);
  g_assert_no_error (error);
  open_store (fixture);
  assert_gone (fixture);
}

static void
test_a_back_up_of_version_1_is_cleaned (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "data", "store", "v1.sql", NULL);
  g_autofree char *place = fixture_path ("backups");
  g_autofree char *path = fixture_path ("backups/kist-20240101-000000.db");
  g_autofree char *sql = NULL;
  g_autoptr (KistDatabase) database = NULL;

  save (fixture, "stays", "A title", OTHER);
  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
  database = kist_database_open (path, NULL);
  g_assert_true (kist_database_exec (database, sql, NULL));
  g_assert_true (kist_database_exec (database,
                                     "PRAGMA foreign_keys=OFF;"
                                     "DELETE FROM entry WHERE id = 'entry-2';"
                                     "UPDATE revision SET entry = 'gone', body = '" MARKER "';"
                                     "UPDATE entry SET id = 'gone', body = '" MARKER "';"
                                     "INSERT INTO entry VALUES ('b', NULL, NULL, '', '', 0, 0, NULL)",
                                     NULL));
  g_clear_pointer (&database, kist_database_free);
  g_assert_cmpuint (traces_count (fixture->folder, TRACE), >, 0);
  g_assert_true (erase (fixture, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_gone (fixture);
}

static void
test_a_damaged_back_up_is_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *place = fixture_path ("backups");

  write_both (fixture);
  reopen_next_day (fixture);
  reopen_next_day (fixture);
  backups = fixture_list_backups (fixture->store);
  g_assert_cmpuint (backups->len, ==, 2);
  fixture_damage (((const KistBackup *)g_ptr_array_index (backups, 0))->path, 4096, 4096);
  g_assert_true (erase (fixture, NULL));
  g_assert_cmpuint (fixture_count_files (place, ""), ==, 1);
  assert_gone (fixture);
}

/* A Kist that did not zero what it removed has left the text in pages that are free. */
static void
test_free_pages_are_cleaned (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autofree char *body = fixture_long_text (MARKER, 300);
  g_autofree char *sql = g_strdup_printf ("PRAGMA secure_delete=OFF;"
                                          "INSERT INTO entry VALUES ('gone', NULL, NULL, '', '%s', 0, 0, NULL);"
                                          "UPDATE entry SET body = 'short' WHERE id = 'gone'",
                                          body);
  g_autoptr (KistDatabase) database = NULL;

  save (fixture, "stays", "A title", OTHER);
  fixture_close (fixture->store);
  database = kist_database_open (path, NULL);
  g_assert_true (kist_database_exec (database, sql, NULL));
  g_assert_true (kist_database_checkpoint (database, NULL));
  g_clear_pointer (&database, kist_database_free);
  g_assert_cmpuint (traces_count (fixture->folder, TRACE), ==, 1);
  open_store (fixture);
  g_assert_true (erase (fixture, NULL));
  assert_gone (fixture);
}

static void
test_what_was_set_aside_is_cleaned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;

  write_both (fixture);
  reopen_next_day (fixture);
  fixture_close (fixture->store);
  backups = fixture_list_backups (fixture->store);
  g_assert_true (fixture_restore (fixture->store, ((const KistBackup *)g_ptr_array_index (backups, 0))->path, NULL));
  open_store (fixture);
  g_assert_true (erase (fixture, NULL));
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-damaged-"), ==, 1);
  assert_gone (fixture);
}

static void
test_what_was_never_finished_is_removed (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "backups/kist-20251122-093000.db.new",
    "backups/kist-20251122-093000.db.new-wal",
    "kist-restored.db",
    "kist-restored.db.new",
    "kist-damaged-20251122-093000.db-wal",
    "kist-snapshot-AbCdEf",
    "kist-snapshot-GhIjKl.new",
    "kist-snapshot-GhIjKl.new-journal",
    "kist-incoming-AbCdEf",
    "kist-incoming-GhIjKl-wal",
    "kist-incoming-MnOpQr-shm",
  };
  g_autofree char *place = fixture_path ("backups");

  write_both (fixture);
  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_path (names[i]);

      g_assert_true (g_file_set_contents (path, MARKER, -1, NULL));
    }
  g_assert_true (erase (fixture, NULL));
  g_assert_cmpuint (fixture_count_files (place, ""), ==, 0);
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  assert_gone (fixture);
}

/* Whole, with its revision: nothing of it was taken. */
static void
assert_whole (Fixture *fixture, KistEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_assert_nonnull (strstr (kist_entry_get_body (entry), "and more"));
  kist_store_list_revisions_async (fixture->store, "gone", NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  revisions = kist_store_list_revisions_finish (fixture->store, result, NULL);
  g_assert_cmpuint (revisions->len, ==, 1);
}

/* Each write, sync and truncation fails in turn, with the program ending there: the entry is whole, or it is gone and
 * the next start, on a sound disk, ends what was begun. */
static void
test_a_fault_leaves_it_whole_or_gone (Fixture *fixture, gconstpointer data)
{
  const Fault     *fault = data;
  g_autofree char *begun = g_strconcat (fixture->folder, "-begun", NULL);
  unsigned         at, n_whole = 0, n_gone = 0;

  write_both (fixture);
  reopen_next_day (fixture);
  fixture_close (fixture->store);
  fixture_copy_folder (fixture->folder, begun);
  open_store (fixture);
  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      g_autoptr (KistContents) contents = NULL;
      g_autoptr (GError) error = NULL;
      KistEntry *entry;
      gboolean   is_erased, is_done;

      fault_vfs_set (fault->mode, at, fault->code, ENOSPC);
      is_erased = erase (fixture, &error);
      is_done = !fault_vfs_has_failed ();
      fixture_close (fixture->store);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      if (!is_erased)
        g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      contents = fixture_open (fixture->store, NULL);
      entry = fixture_find_entry (contents, "gone");
      if (entry)
        {
          g_assert_false (is_erased);
          assert_whole (fixture, entry);
          n_whole++;
          continue;
        }
      n_gone++;
      g_ptr_array_unref (fixture_list_backups (fixture->store)); /* after which the start is over */
      assert_gone (fixture);
      if (is_done)
        break;
      fixture_close (fixture->store);
      fixture_copy_folder (begun, fixture->folder);
      open_store (fixture);
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  g_assert_cmpuint (n_whole, >, 1);
  g_assert_cmpuint (n_gone, >, 20);
}

#define ADD(name, data, function) g_test_add ("/erasure/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  ADD ("no-byte-is-left", NULL, test_no_byte_is_left);
  ADD ("a-back-up-can-still-be-restored", NULL, test_a_back_up_can_still_be_restored);
  ADD ("a-back-up-of-version-1-is-cleaned", NULL, test_a_back_up_of_version_1_is_cleaned);
  ADD ("a-damaged-back-up-is-removed", NULL, test_a_damaged_back_up_is_removed);
  ADD ("free-pages-are-cleaned", NULL, test_free_pages_are_cleaned);
  ADD ("what-was-set-aside-is-cleaned", NULL, test_what_was_set_aside_is_cleaned);
  ADD ("what-was-never-finished-is-removed", NULL, test_what_was_never_finished_is_removed);
  ADD ("a-fault-leaves-it-whole-or-gone/full-once", &full_once, test_a_fault_leaves_it_whole_or_gone);
  ADD ("a-fault-leaves-it-whole-or-gone/error-from-there", &error_from, test_a_fault_leaves_it_whole_or_gone);
  return g_test_run ();
}
