/* Every write, sync and truncation of a save fails once, in turn: after each there is the old text or the new one,
 * whole, the error says that the disk is full, and the next save works. */
#include <errno.h>
#include <sqlite3.h>

#include "base/kist-error.h"
#include "fault-vfs.h"
#include "store-fixture.h"
#include "store/kist-database.h"

/* No save has so many operations; a loop that gets here has lost its way. */
#define MOST_OPERATIONS 500

/* Each operation of an indexing fails once, and there are more of them the more different words there are. */
#define SEARCHED_WORDS 300

/* What the old and the new state are under, and linked to. */
#define OLD_MARKS "old", "kist:thing/core/email kist:code/workers-2024/1.1"
#define NEW_MARKS "late new team", "kist:code/workers-2024/2.8"

typedef struct
{
  KistClock *clock;
  char      *folder;
  KistStore *store;
  char      *old_body;
  char      *new_body;
} Fixture;

typedef struct
{
  FaultMode mode;
  int       code;
  int       number;
} Fault;

static const Fault full_once = { FAULT_ONCE, SQLITE_FULL, ENOSPC };
static const Fault full_from = { FAULT_FROM, SQLITE_FULL, ENOSPC };
static const Fault error_once = { FAULT_ONCE, SQLITE_IOERR_WRITE, ENOSPC };
static const Fault error_from = { FAULT_FROM, SQLITE_IOERR_WRITE, ENOSPC };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_folder ();
  fixture->store = kist_store_new (fixture->folder, fixture->clock);
  fixture->old_body = fixture_long_text ("old", 3000);
  fixture->new_body = fixture_long_text ("new", 4000);
  kist_contents_free (fixture_open (fixture->store, &error));
  g_assert_no_error (error);
  entry = fixture_entry ("a", fixture->old_body, FIXTURE_NOW);
  g_assert_true (fixture_save_entry (fixture->store, entry, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  fixture_close (fixture->store); /* after which no task holds it any more */
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->old_body);
  g_free (fixture->new_body);
}

static void
open_soundly (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (fixture->store, &error));
  g_assert_no_error (error);
}

/* Checks the closed file, in which text, tags and links are of one state; (transfer full): the body of "a" in it. */
static char *
read_soundly (Fixture *fixture)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = NULL;
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *marks = NULL;
  KistEntry       *entry;
  char            *body;

  contents = fixture_open (fixture->store, &error);
  g_assert_no_error (error);
  entry = fixture_find_entry (contents, "a");
  body = g_strdup (kist_entry_get_body (entry));
  marks = fixture_dup_marks (entry);
  if (*marks != ' ') /* not every test gives it some */
    g_assert_cmpstr (marks, ==,
                     g_str_has_prefix (body, "new") ? "late new team | kist:code/workers-2024/2.8"
                                                    : "old | kist:thing/core/email kist:code/workers-2024/1.1");
  database = kist_database_open_read_only (path, &error);
  g_assert_no_error (error);
  g_assert_true (kist_database_check (database, NULL, &error));
  return body;
}

/* The program ends here, without another word to the disk than its own closing. */
static void
end_with_faults (Fixture *fixture)
{
  fixture_close (fixture->store);
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
}

static void
test_a_save_is_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  unsigned     at, n_refused = 0;

  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      gint64 later = FIXTURE_NOW + at * G_TIME_SPAN_DAY; /* so that the save also keeps a revision */
      g_autoptr (KistEntry) old_entry = fixture_marked_entry ("a", fixture->old_body, later, OLD_MARKS);
      g_autoptr (KistEntry) new_entry = fixture_marked_entry ("a", fixture->new_body, later + 1, NEW_MARKS);
      g_autoptr (GError) error = NULL;
      g_autofree char *body = NULL;
      gboolean         is_saved, is_done;

      g_assert_true (fixture_save_entry (fixture->store, old_entry, NULL));
      fault_vfs_set (fault->mode, at, fault->code, fault->number);
      is_saved = fixture_save_entry (fixture->store, new_entry, &error);
      is_done = !fault_vfs_has_failed ();
      if (!is_saved)
        {
          g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
          n_refused++;
        }
      end_with_faults (fixture);
      body = read_soundly (fixture);
      /* What was refused may still have reached the log before its sync failed: then the new text is there, whole. */
      if (!g_str_equal (body, fixture->new_body))
        {
          g_assert_false (is_saved);
          g_assert_true (g_str_equal (body, fixture->old_body));
        }
      if (is_done)
        break;
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  g_assert_cmpuint (n_refused, >, 3);
  fixture_close (fixture->store);
}

static void
test_a_save_works_again_once_there_is_room (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  unsigned     at;

  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      g_autofree char *words = g_strdup_printf ("%u %s", at, fixture->new_body);
      g_autoptr (KistEntry) entry = fixture_entry ("a", words, FIXTURE_NOW + at);
      g_autoptr (GError) error = NULL;
      gboolean is_saved;

      fault_vfs_set (fault->mode, at, fault->code, fault->number);
      is_saved = fixture_save_entry (fixture->store, entry, NULL);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      fixture_save_entry (fixture->store, entry, &error);
      g_assert_no_error (error);
      if (is_saved)
        break;
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  fixture_close (fixture->store);
}

/* What cannot be indexed is searched as it was; and however the indexing ended, the index is sound. */
static void
test_a_search_on_a_full_disk (Fixture *fixture, gconstpointer data)
{
  const Fault     *fault = data;
  g_autofree char *old_body = fixture_long_text ("old", SEARCHED_WORDS);
  g_autofree char *new_body = fixture_long_text ("new", SEARCHED_WORDS);
  unsigned         at, n_stale = 0;

  g_ptr_array_unref (fixture_search (fixture->store, "old7", NULL));
  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      g_autoptr (KistEntry) old_entry = fixture_entry ("a", old_body, FIXTURE_NOW + at);
      g_autoptr (KistEntry) new_entry = fixture_entry ("a", new_body, FIXTURE_NOW + at);
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GPtrArray) again = NULL;
      g_autoptr (GPtrArray) old_hits = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_done;

      g_assert_true (fixture_save_entry (fixture->store, old_entry, NULL));
      g_ptr_array_unref (fixture_search (fixture->store, "old7", NULL));
      g_assert_true (fixture_save_entry (fixture->store, new_entry, NULL));
      fault_vfs_set (fault->mode, at, fault->code, fault->number);
      hits = fixture_search (fixture->store, "new7", &error);
      is_done = !fault_vfs_has_failed ();
      g_assert_no_error (error);
      n_stale += hits->len == 0;
      end_with_faults (fixture);
      open_soundly (fixture);
      again = fixture_search (fixture->store, "new7", NULL);
      g_assert_cmpuint (again->len, ==, 1);
      old_hits = fixture_search (fixture->store, "old7", NULL);
      g_assert_cmpuint (old_hits->len, ==, 0);
      if (is_done)
        break;
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  g_assert_cmpuint (n_stale, >, 3);
  fixture_close (fixture->store);
}

/* Opening a new folder on a disk that fills up at any point is an error that says so, and leaves nothing in the way. */
static void
test_the_first_start_on_a_full_disk (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  unsigned     at;

  fixture_close (fixture->store);
  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      g_autofree char *name = g_strdup_printf ("first-%u", at);
      g_autofree char *folder = fixture_path (name);
      g_autoptr (KistStore) store = kist_store_new (folder, fixture->clock);
      g_autoptr (KistContents) contents = NULL;
      g_autoptr (KistContents) again = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_done;

      fault_vfs_set (fault->mode, at, fault->code, fault->number);
      contents = fixture_open (store, &error);
      is_done = !fault_vfs_has_failed ();
      if (!contents)
        g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      g_clear_error (&error);
      fixture_close (store);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      again = fixture_open (store, &error);
      g_assert_no_error (error);
      fixture_close (store);
      if (is_done)
        break;
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  g_assert_cmpuint (at, >, 3);
  open_soundly (fixture);
  fixture_close (fixture->store);
}

static void
test_restoring_on_a_full_disk_touches_nothing (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const KistBackup *backup;
  unsigned          at;

  fixture_close (fixture->store);
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
  open_soundly (fixture);
  fixture_close (fixture->store);
  backups = fixture_list_backups (fixture->store);
  backup = g_ptr_array_index (backups, 0);
  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      gboolean is_restored;

      g_clear_error (&error);
      fault_vfs_set (fault->mode, at, fault->code, fault->number);
      is_restored = fixture_restore (fixture->store, backup->path, &error);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      if (is_restored)
        break;
      g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  g_assert_cmpuint (at, >, 1);
  open_soundly (fixture);
  fixture_close (fixture->store);
}

static void
test_a_folder_that_may_only_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  fixture_close (fixture->store);
  fault_vfs_set_read_only (TRUE);
  g_assert_null (fixture_open (fixture->store, &error));
  fault_vfs_set_read_only (FALSE);
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
  body = read_soundly (fixture);
  g_assert_true (g_str_equal (body, fixture->old_body));
  fixture_close (fixture->store);
}

static void
test_a_folder_below_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_path ("kist.db/folder");
  g_autoptr (KistStore) store = kist_store_new (folder, fixture->clock);
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_open (store, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
  fixture_close (fixture->store);
}

#define ADD(name, fault, function) g_test_add ("/faults/" name, Fixture, fault, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  ADD ("a-save-is-whole-or-not-at-all/full-once", &full_once, test_a_save_is_whole_or_not_at_all);
  ADD ("a-save-is-whole-or-not-at-all/full-from-there", &full_from, test_a_save_is_whole_or_not_at_all);
  ADD ("a-save-is-whole-or-not-at-all/error-once", &error_once, test_a_save_is_whole_or_not_at_all);
  ADD ("a-save-is-whole-or-not-at-all/error-from-there", &error_from, test_a_save_is_whole_or_not_at_all);
  ADD ("a-save-works-again-once-there-is-room", &full_from, test_a_save_works_again_once_there_is_room);
  ADD ("a-search-on-a-full-disk/full-from-there", &full_from, test_a_search_on_a_full_disk);
  ADD ("a-search-on-a-full-disk/error-once", &error_once, test_a_search_on_a_full_disk);
  ADD ("the-first-start-on-a-full-disk", &full_from, test_the_first_start_on_a_full_disk);
  ADD ("restoring-on-a-full-disk-touches-nothing", &error_from, test_restoring_on_a_full_disk_touches_nothing);
  ADD ("a-folder-that-may-only-be-read", NULL, test_a_folder_that_may_only_be_read);
  ADD ("a-folder-below-a-file", NULL, test_a_folder_below_a_file);
  return g_test_run ();
}
