/* The disk fills at every write of a back-up, or somebody stops it at every step: the file that was there is what it
 * was, nothing half done lies about, and the message is clear. */
#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#include "backup-fixture.h"
#include "fault-calls.h"
#include "fault-vfs.h"

/* No back-up has so many calls; a loop that gets here has lost its way. */
#define MOST_CALLS 500

typedef struct
{
  char *bytes;
  gsize length;
} Old;

/* A back-up that is there already, of less than there is now. */
static void
set_up_over_old (BackupFixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  backup_fixture_set_up (fixture, data);
  kist_backup_info_free (backup_fixture_make (fixture));
  backup_fixture_save (fixture, fixture->folder, "c", "later");
}

static Old
read_old (BackupFixture *fixture)
{
  Old old;

  g_assert_true (g_file_get_contents (fixture->file, &old.bytes, &old.length, NULL));
  return old;
}

static void
assert_nothing_lies_about (BackupFixture *fixture)
{
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  g_assert_cmpuint (fixture_count_files (g_get_user_data_dir (), "mine"), ==, 1);
}

static void
assert_as_it_was (BackupFixture *fixture, const Old *old)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  g_assert_cmpmem (bytes, length, old->bytes, old->length);
  assert_nothing_lies_about (fixture);
}

static gboolean
is_new (BackupFixture *fixture)
{
  g_autoptr (KistBackupInfo) info = kist_backup_file_check (fixture->file, &fixture->job, NULL);

  return info && info->n_entries == 3;
}

static void
assert_is_new (BackupFixture *fixture)
{
  g_assert_true (is_new (fixture));
  assert_nothing_lies_about (fixture);
}

static void
put_back (BackupFixture *fixture, const Old *old)
{
  g_assert_true (
      g_file_set_contents_full (fixture->file, old->bytes, (gssize)old->length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* (transfer full) (nullable) */
static KistBackupInfo *
try_to_make (BackupFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KistBackupInfo *info = kist_backup_file_make (fixture->folder, fixture->file, FIXTURE_NOW, &fixture->job, &error);

  if (!info)
    {
      g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      g_assert_nonnull (strstr (error->message, "no space left on the disk"));
    }
  return info;
}

static void
fill_the_disk (BackupFixture *fixture, gboolean only_once)
{
  Old      old = read_old (fixture);
  unsigned at;

  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (KistBackupInfo) info = NULL;
      gboolean is_in_sync;

      fault_calls_set (at, ENOSPC, only_once);
      info = try_to_make (fixture);
      is_in_sync = fault_calls_failed_in_sync ();
      g_assert_true (info || fault_calls_have_failed ());
      fault_calls_set (0, 0, FALSE);
      if (info)
        break;
      /* The folder's own sync comes after the rename: then the new file stands there, whole. */
      if (is_in_sync && is_new (fixture))
        put_back (fixture, &old);
      assert_as_it_was (fixture, &old);
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 6);
  assert_is_new (fixture);
  g_free (old.bytes);
}

static void
test_the_disk_fills (BackupFixture *fixture, gconstpointer data)
{
  fill_the_disk (fixture, FALSE);
}

/* Somebody else makes room at once: what was lost in between must not be passed over. */
static void
test_the_disk_is_full_for_a_moment (BackupFixture *fixture, gconstpointer data)
{
  fill_the_disk (fixture, TRUE);
}

static void
test_the_disk_of_the_folder_fills (BackupFixture *fixture, gconstpointer data)
{
  Old      old = read_old (fixture);
  unsigned at;

  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (KistBackupInfo) info = NULL;

      fault_vfs_set (FAULT_FROM, at, SQLITE_IOERR_WRITE, ENOSPC);
      info = try_to_make (fixture);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      if (info)
        break;
      assert_as_it_was (fixture, &old);
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 6);
  assert_is_new (fixture);
  g_free (old.bytes);
}

typedef struct
{
  GCancellable *cancellable;
  unsigned      n_calls;
  unsigned      at; /* which call cancels; 0 for none */
  gint64        done;
  gint64        total;
} Progress;

static void
progress_cb (gint64 done, gint64 total, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpint (done, >=, progress->done);
  g_assert_cmpint (done, <=, total);
  g_assert_true (progress->total == 0 || progress->total == total);
  progress->done = done;
  progress->total = total;
  if (++progress->n_calls == progress->at)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_it_says_how_far_it_is (BackupFixture *fixture, gconstpointer data)
{
  Progress progress = { 0 };

  fixture->job.progress = progress_cb;
  fixture->job.data = &progress;
  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_cmpuint (progress.n_calls, >, 8);
  g_assert_cmpint (progress.done, ==, progress.total);
  progress = (Progress){ 0 };
  kist_backup_info_free (kist_backup_file_check (fixture->file, &fixture->job, NULL));
  g_assert_cmpuint (progress.n_calls, >, 4);
  g_assert_cmpint (progress.done, ==, progress.total);
}

static void
test_it_can_be_stopped_anywhere (BackupFixture *fixture, gconstpointer data)
{
  Old      old = read_old (fixture);
  unsigned at;

  for (at = 1; at < MOST_CALLS; at++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Progress progress = { .cancellable = cancellable, .at = at };
      g_autoptr (KistBackupInfo) info = NULL;
      g_autoptr (GError) error = NULL;

      fixture->job.progress = progress_cb;
      fixture->job.data = &progress;
      fixture->job.cancellable = cancellable;
      info = kist_backup_file_make (fixture->folder, fixture->file, FIXTURE_NOW, &fixture->job, &error);
      fixture->job.progress = NULL;
      fixture->job.cancellable = NULL;
      if (info)
        break;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_as_it_was (fixture, &old);
    }
  g_assert_cmpuint (at, <, MOST_CALLS);
  g_assert_cmpuint (at, >, 8);
  assert_is_new (fixture);
  g_free (old.bytes);
}

#define ADD(name, data, function)                                                                                      \
  g_test_add ("/backup-faults/" name, BackupFixture, data, set_up_over_old, function, backup_fixture_tear_down)
#define SEALED "sealed"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  ADD ("the-disk-fills/open", NULL, test_the_disk_fills);
  ADD ("the-disk-fills/sealed", SEALED, test_the_disk_fills);
  ADD ("the-disk-is-full-for-a-moment", SEALED, test_the_disk_is_full_for_a_moment);
  ADD ("the-disk-of-the-folder-fills", SEALED, test_the_disk_of_the_folder_fills);
  ADD ("it-says-how-far-it-is/open", NULL, test_it_says_how_far_it_is);
  ADD ("it-says-how-far-it-is/sealed", SEALED, test_it_says_how_far_it_is);
  ADD ("it-can-be-stopped-anywhere/open", NULL, test_it_can_be_stopped_anywhere);
  ADD ("it-can-be-stopped-anywhere/sealed", SEALED, test_it_can_be_stopped_anywhere);
  return g_test_run ();
}
