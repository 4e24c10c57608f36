/* The way back from a back-up file: what was written is there again, what was there before is kept, and at a fault
 * nothing has changed. */
#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "backup-fixture.h"
#include "fault-calls.h"
#include "fault-vfs.h"
#include "store/backup/kist-restoration.h"
#include "store/kist-backup.h"
#include "store/kist-erasure.h"
#include "store/kist-folder.h"
#include "traces.h"

#define MOST_CALLS 500
#define LATER (FIXTURE_NOW + G_TIME_SPAN_DAY)

static KistBackupInfo *
restore (BackupFixture *fixture, const char *folder, GError **error)
{
  return kist_restoration_run (fixture->file, folder, LATER, &fixture->job, error);
}

/* The folder has "b" as "short" in the back-up and as "longer now" in the present. */
static void
set_up_a_present (BackupFixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  backup_fixture_set_up (fixture, data);
  kist_backup_info_free (backup_fixture_make (fixture));
  backup_fixture_save (fixture, fixture->folder, "b", "longer now");
}

static void
assert_body (BackupFixture *fixture, const char *folder, const char *body)
{
  g_autofree char *own = backup_fixture_read_body (fixture, folder, "b");

  g_assert_cmpstr (own, ==, body);
}

static void
test_into_an_empty_folder (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBackupInfo) info = restore (fixture, fixture->other, &error);
  g_autofree char *path = g_build_filename (fixture->other, "kist.db", NULL);
  g_autofree char *body = NULL;
  g_autofree char *longest = fixture_long_text ("word", BACKUP_FIXTURE_N_WORDS);
  GStatBuf         status;

  g_assert_no_error (error);
  g_assert_cmpint (info->n_entries, ==, 2);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->other, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpuint (fixture_count_files (fixture->other, "kist-"), ==, 0);
  assert_body (fixture, fixture->other, "short");
  body = backup_fixture_read_body (fixture, fixture->other, "a");
  g_assert_true (g_str_equal (body, longest));
}

static void
assert_taken_away (BackupFixture *fixture, const GError *error)
{
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "deleting for good"));
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
}

/* The copy that was unpacked may have what is deleted for good, so that it goes, too: while the file is read, and while
 * a person thinks about it. */
static void
test_while_something_is_deleted_for_good (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistStore) store = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *database = NULL;
  g_autofree char *kept = NULL;

  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  fixture->job.progress = backup_fixture_erase_cb;
  fixture->job.data = store;
  g_assert_null (kist_restoration_unpack (fixture->file, fixture->folder, &fixture->job, &info, &error));
  assert_taken_away (fixture, error);
  g_clear_error (&error);

  fixture->job.progress = NULL;
  database = kist_restoration_unpack (fixture->file, fixture->folder, &fixture->job, &info, &error);
  g_assert_no_error (error);
  backup_fixture_erase_cb (0, 1, store);
  fixture_close (store);
  g_assert_false (kist_restoration_replace (fixture->folder, database, LATER, &kept, &error));
  assert_taken_away (fixture, error);
  assert_body (fixture, fixture->folder, NULL);
}

/* A deletion that a crash stopped is ended all the same: in what was restored, and in every back-up. */
static void
test_a_deletion_that_was_stopped (BackupFixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "b", NULL };
  g_autofree char         *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autoptr (KistDatabase) database = kist_database_open (path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_backup_make (database, fixture->folder, FIXTURE_NOW + G_USEC_PER_SEC, NULL));
  g_assert_true (kist_erasure_begin (database, ids, NULL));
  g_clear_pointer (&database, kist_database_free);
  g_assert_cmpuint (traces_count (fixture->folder, "longer now"), >, 0);
  kist_backup_info_free (restore (fixture, fixture->folder, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  assert_body (fixture, fixture->folder, NULL);
  g_assert_cmpuint (traces_count (fixture->folder, "longer now"), ==, 0);
}

/* Twice in the same second: neither of the two states that were there is lost. */
static void
test_what_was_there_is_kept (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = kist_backup_list (fixture->folder);
  g_autofree char  *present = NULL;
  unsigned          n_before = backups->len;
  const KistBackup *kept;

  kist_backup_info_free (restore (fixture, fixture->folder, &error));
  g_assert_no_error (error);
  kist_backup_info_free (restore (fixture, fixture->folder, &error));
  g_assert_no_error (error);
  assert_body (fixture, fixture->folder, "short");
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  g_ptr_array_unref (backups);
  backups = kist_backup_list (fixture->folder);
  g_assert_cmpuint (backups->len, ==, n_before + 2);
  kept = g_ptr_array_index (backups, 1);
  g_assert_true (kist_backup_replace (fixture->folder, kept->path, LATER, &present, NULL));
  assert_body (fixture, fixture->folder, "longer now");
}

/* As the window does it: the file is read while Kist is open, and takes the other's place once it is closed. */
static void
test_in_two_halves (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistFolder) folder = kist_folder_new (fixture->folder, NULL);
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;
  g_autofree char *copy = kist_restoration_unpack (fixture->file, fixture->folder, &fixture->job, &info, &error);

  g_assert_no_error (error);
  g_assert_cmpint (info->n_entries, ==, 2);
  g_assert_false (kist_restoration_replace (fixture->folder, copy, LATER, &kept, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_BUSY);
  g_assert_null (kept);
  g_clear_error (&error);
  g_clear_pointer (&folder, kist_folder_free);
  g_assert_true (kist_restoration_replace (fixture->folder, copy, LATER, &kept, &error));
  g_assert_no_error (error);
  kist_restoration_discard (copy);
  assert_body (fixture, fixture->folder, "short");
  g_assert_true (kist_restoration_replace (fixture->folder, kept, LATER, &again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (again, !=, kept);
  assert_body (fixture, fixture->folder, "longer now");
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
}

/* What cannot be kept as a back-up is moved aside, and never removed. */
static void
test_over_a_damaged_file (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture_damage (path, 0, 8192);
  kist_backup_info_free (restore (fixture, fixture->folder, &error));
  g_assert_no_error (error);
  assert_body (fixture, fixture->folder, "short");
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-damaged-"), ==, 1);
}

/* A log of another life would be read into the new file. */
static void
test_a_log_without_its_file (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autofree char *log = g_build_filename (fixture->folder, "kist.db-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (path, log), ==, 0);
  kist_backup_info_free (restore (fixture, fixture->folder, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-damaged-"), ==, 1);
  assert_body (fixture, fixture->folder, "short");
}

static void
test_while_kist_is_open (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistFolder) folder = kist_folder_new (fixture->folder, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (restore (fixture, fixture->folder, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_BUSY);
  g_clear_pointer (&folder, kist_folder_free);
  assert_body (fixture, fixture->folder, "longer now");
}

/* Somebody else reads in the database, as a back-up in another process does: its log must not be taken away. */
static void
test_while_another_reads (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autoptr (KistDatabase) reader = kist_database_open_read_only (path, NULL);
  g_autoptr (GError) error = NULL;
  gint64 count;

  sqlite3_busy_timeout (kist_database_get_handle (reader), 0);
  g_assert_true (kist_database_exec (reader, "BEGIN", NULL));
  g_assert_true (kist_database_read_integer (reader, "SELECT count(*) FROM entry", &count, NULL));
  g_assert_null (restore (fixture, fixture->folder, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_BUSY);
  g_assert_true (kist_database_exec (reader, "COMMIT", NULL));
  g_clear_pointer (&reader, kist_database_free);
  assert_body (fixture, fixture->folder, "longer now");
}

static void
test_the_wrong_passphrase (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->job.passphrase = NULL;
  g_assert_null (restore (fixture, fixture->other, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_PASSPHRASE);
  g_assert_false (g_file_test (fixture->other, G_FILE_TEST_EXISTS));
}

/* After a fault there is the old text; or, when only the last sync failed, the new one. */
static void
assert_old_or_new (BackupFixture *fixture, gboolean may_be_new)
{
  g_autofree char *body = NULL;

  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  body = backup_fixture_read_body (fixture, fixture->folder, "b");
  if (!may_be_new || !g_str_equal (body, "short"))
    g_assert_cmpstr (body, ==, "longer now");
  else
    backup_fixture_save (fixture, fixture->folder, "b", "longer now");
}

static void
fill_the_disk (BackupFixture *fixture, gboolean only_once)
{
  unsigned at;

  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (KistBackupInfo) info = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_in_sync;

      fault_calls_set (at, ENOSPC, only_once);
      info = restore (fixture, fixture->folder, &error);
      is_in_sync = fault_calls_failed_in_sync ();
      fault_calls_set (0, 0, FALSE);
      if (info)
        break;
      g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      assert_old_or_new (fixture, is_in_sync);
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 10);
  assert_body (fixture, fixture->folder, "short");
}

static void
test_the_disk_fills (BackupFixture *fixture, gconstpointer data)
{
  fill_the_disk (fixture, FALSE);
}

static void
test_the_disk_is_full_for_a_moment (BackupFixture *fixture, gconstpointer data)
{
  fill_the_disk (fixture, TRUE);
}

static void
test_the_disk_fills_for_sqlite (BackupFixture *fixture, gconstpointer data)
{
  unsigned at;

  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (KistBackupInfo) info = NULL;
      g_autoptr (GError) error = NULL;

      fault_vfs_set (FAULT_FROM, at, SQLITE_IOERR_WRITE, ENOSPC);
      info = restore (fixture, fixture->folder, &error);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      if (info)
        break;
      g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      assert_old_or_new (fixture, FALSE);
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 10);
  assert_body (fixture, fixture->folder, "short");
}

static void
cancel_cb (gint64 done, gint64 total, gpointer data)
{
  if (total > 0 && done == total)
    g_cancellable_cancel (data);
}

/* Up to the last byte that is read. */
static void
test_it_can_be_stopped (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture->job.progress = cancel_cb;
  fixture->job.data = cancellable;
  fixture->job.cancellable = cancellable;
  g_assert_null (restore (fixture, fixture->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_or_new (fixture, FALSE);
}

#define ADD(name, data, function)                                                                                      \
  g_test_add ("/restoration/" name, BackupFixture, data, set_up_a_present, function, backup_fixture_tear_down)
#define SEALED "sealed"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  ADD ("into-an-empty-folder/open", NULL, test_into_an_empty_folder);
  ADD ("into-an-empty-folder/sealed", SEALED, test_into_an_empty_folder);
  ADD ("what-was-there-is-kept", NULL, test_what_was_there_is_kept);
  ADD ("in-two-halves/open", NULL, test_in_two_halves);
  ADD ("in-two-halves/sealed", SEALED, test_in_two_halves);
  ADD ("over-a-damaged-file", NULL, test_over_a_damaged_file);
  ADD ("a-log-without-its-file", NULL, test_a_log_without_its_file);
  ADD ("while-kist-is-open", NULL, test_while_kist_is_open);
  ADD ("while-something-is-deleted-for-good", NULL, test_while_something_is_deleted_for_good);
  ADD ("a-deletion-that-was-stopped", NULL, test_a_deletion_that_was_stopped);
  ADD ("while-another-reads", NULL, test_while_another_reads);
  ADD ("the-wrong-passphrase", SEALED, test_the_wrong_passphrase);
  ADD ("the-disk-fills", SEALED, test_the_disk_fills);
  ADD ("the-disk-is-full-for-a-moment", SEALED, test_the_disk_is_full_for_a_moment);
  ADD ("the-disk-fills-for-sqlite", SEALED, test_the_disk_fills_for_sqlite);
  ADD ("it-can-be-stopped", SEALED, test_it_can_be_stopped);
  return g_test_run ();
}
