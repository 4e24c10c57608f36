#include "kist-backup-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/backup/kist-backup-format.h"
#include "store/backup/kist-backup-writer.h"
#include "store/backup/kist-working-copy.h"
#include "store/everything/kist-everything.h"
#include "store/kist-database.h"
#include "store/kist-migrations.h"

/* SQLite asks this often whether to go on, in steps of its own machine: many times a second. */
#define STEPS_BETWEEN_QUESTIONS 10000

/* Returns 0 to go on. */
static int
go_on_cb (void *data)
{
  return kist_backup_job_go_on (data, 0, 0, NULL) ? 0 : 1;
}

/* Puts a whole, checked copy of the folder's database to @copy. */
static gboolean
copy_database (const char *folder, const char *copy, const KistBackupJob *job, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "kist.db", NULL);
  g_autoptr (KistDatabase) database = NULL;
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) own = NULL;
  unsigned version;
  gboolean is_index_sound; /* it can be made anew: what was written is what counts */
  gboolean is_copied;

  database = kist_database_open_read_only (path, error);
  if (!database || !kist_migrations_read_version (database, g_strv_length (scripts), &version, error))
    return FALSE;
  if (version == 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is nothing in %s to back up yet.", folder);
      return FALSE;
    }
  sqlite3_progress_handler (kist_database_get_handle (database), STEPS_BETWEEN_QUESTIONS, go_on_cb, (gpointer)job);
  is_copied = kist_database_check (database, &is_index_sound, &own) && kist_database_copy_to (database, copy, &own);
  sqlite3_progress_handler (kist_database_get_handle (database), 0, NULL, NULL);
  if (is_copied)
    return TRUE;
  /* SQLite calls what was stopped a fault of its own. */
  if (!g_cancellable_set_error_if_cancelled (job->cancellable, error))
    g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
describe (KistBackupInfo *info, const char *copy, GError **error)
{
  g_autoptr (KistDatabase) database = kist_database_open_read_only (copy, error);
  GStatBuf status;
  gint64   version;

  if (!database || !kist_database_read_integer (database, "PRAGMA user_version", &version, error) ||
      !kist_database_read_integer (database, "SELECT count(*) FROM entry WHERE deleted_at IS NULL", &info->n_entries,
                                   error) ||
      !kist_database_read_integer (database, "SELECT count(*) FROM event", &info->n_events, error))
    return FALSE;
  if (g_stat (copy, &status) < 0)
    return kist_disk_fail (errno, copy, error);
  info->schema = (unsigned)version;
  info->n_bytes = status.st_size;
  return TRUE;
}

/* Takes the next bytes of the copy; FALSE at its end, early or not. */
static gboolean
read_some (int file, const char *path, guint8 *bytes, gsize room, gsize *length, GError **error)
{
  gssize n;

  do
    n = read (file, bytes, room);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return kist_disk_fail (errno, path, error);
  if (n == 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "%s changed while it was read.", path);
      return FALSE;
    }
  *length = (gsize)n;
  return TRUE;
}

/* Reads the copy from its start and hands it to @writer or, when there is none, makes the sum of it; @done of twice the
 * bytes were done before. */
static gboolean
walk (int                  file,
      const char          *copy,
      KistBackupInfo      *info,
      KistBackupWriter    *writer,
      const KistBackupJob *job,
      GError             **error)
{
  g_autofree guint8       *bytes = g_malloc (KIST_SEAL_PIECE_BYTES);
  gint64                   before = writer ? info->n_bytes : 0;
  crypto_hash_sha256_state sum;
  guint8                   binary[crypto_hash_sha256_BYTES];
  gsize                    length = 0;

  if (lseek (file, 0, SEEK_SET) < 0)
    return kist_disk_fail (errno, copy, error);
  crypto_hash_sha256_init (&sum);
  for (gint64 done = 0; done < info->n_bytes; done += (gint64)length)
    {
      gsize room = (gsize)MIN (info->n_bytes - done, (gint64)KIST_SEAL_PIECE_BYTES);

      if (!kist_backup_job_go_on (job, before + done, 2 * info->n_bytes, error) ||
          !read_some (file, copy, bytes, room, &length, error) ||
          (writer && !kist_backup_writer_write (writer, bytes, length, error)))
        return FALSE;
      crypto_hash_sha256_update (&sum, bytes, length);
    }
  crypto_hash_sha256_final (&sum, binary);
  sodium_bin2hex (info->sum, sizeof info->sum, binary, sizeof binary);
  return TRUE;
}

static gboolean
write_body (KistBackupWriter *writer, const char *copy, KistBackupInfo *info, const KistBackupJob *job, GError **error)
{
  g_autofree char *manifest = NULL;
  guint32          length;
  gboolean         is_written;
  int              file = g_open (copy, O_RDONLY | O_CLOEXEC, 0);

  if (file < 0)
    return kist_disk_fail (errno, copy, error);
  is_written = walk (file, copy, info, NULL, job, error);
  if (is_written)
    {
      manifest = kist_backup_info_write (info);
      length = GUINT32_TO_LE ((guint32)strlen (manifest));
      is_written = kist_backup_writer_write (writer, &length, sizeof length, error) &&
                   kist_backup_writer_write (writer, manifest, strlen (manifest), error) &&
                   walk (file, copy, info, writer, job, error);
    }
  close (file);
  return is_written && kist_backup_job_go_on (job, 2 * info->n_bytes, 2 * info->n_bytes, error);
}

/* A name in the folder that nobody else has, as an empty file for its owner alone. */
static char *
reserve_copy (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, KIST_WORKING_COPY_SNAPSHOT "XXXXXX", NULL);
  int              file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (file < 0)
    {
      kist_disk_fail (errno, path, error);
      return NULL;
    }
  close (file);
  return g_steal_pointer (&path);
}

static gboolean
may_make (const char *folder, const char *path, GError **error)
{
  g_autofree char *database = g_build_filename (folder, "kist.db", NULL);

  /* The suffix also keeps a slip of the hand from replacing the database, or a text, with its own back-up. */
  if (!g_str_has_suffix (path, KIST_BACKUP_FILE_SUFFIX))
    g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "The name of a back-up ends in “%s”.", KIST_BACKUP_FILE_SUFFIX);
  else if (!g_file_test (database, G_FILE_TEST_IS_REGULAR))
    g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is no kist.db in %s, so there is nothing to back up.",
                 folder);
  else
    return TRUE;
  return FALSE;
}

/**
 * kist_backup_file_make:
 * @folder: the person's folder, open or not
 * @path: the file to make, *.kist-backup; one that is there is replaced in one step when the new one is finished
 * @now: what time it is, microseconds since 1970, UTC
 * @job: with a passphrase for a sealed file
 * @error: where to put an error: %KIST_ERROR_FULL, %KIST_ERROR_READ_ONLY, %KIST_ERROR_CORRUPT when the database is
 *   damaged, %KIST_ERROR_NOT_FOUND when there is none, %G_IO_ERROR_CANCELLED, and as of kist_working_copy_conclude()
 *   when something was deleted for good meanwhile; then @path is what it was
 *
 * Returns: (transfer full) (nullable): what is in the file
 */
KistBackupInfo *
kist_backup_file_make (const char *folder, const char *path, gint64 now, const KistBackupJob *job, GError **error)
{
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (KistSeal) seal = NULL;
  g_autoptr (KistBackupWriter) writer = NULL;
  g_autoptr (GError) own = NULL;
  g_autofree char *copy = NULL;
  gboolean         is_made;

  g_return_val_if_fail (folder != NULL && path != NULL && job != NULL, NULL);

  if (!may_make (folder, path, error) || !kist_backup_job_go_on (job, 0, 0, error))
    return NULL;
  if (job->passphrase)
    {
      seal = kist_seal_new (job->passphrase, job->strength, error);
      if (!seal)
        return NULL;
    }
  writer = kist_backup_writer_new (path, seal, error);
  copy = writer ? reserve_copy (folder, error) : NULL;
  if (!copy)
    return NULL;
  info = g_new0 (KistBackupInfo, 1);
  info->time = now / G_USEC_PER_SEC * G_USEC_PER_SEC;
  info->is_sealed = seal != NULL;
  is_made = copy_database (folder, copy, job, &own) && describe (info, copy, &own) &&
            write_body (writer, copy, info, job, &own);
  is_made = kist_working_copy_conclude (copy, g_steal_pointer (&own), error) && is_made &&
            kist_backup_writer_finish (writer, error);
  kist_database_remove (copy);
  return is_made ? g_steal_pointer (&info) : NULL;
}

/**
 * kist_backup_file_open:
 * @path: a file, perhaps of a stranger
 * @job: with its passphrase, when it is sealed
 * @info: (out) (transfer full): what it says of itself; in an open file that is proved only at its end
 * @error: where to put an error, as of kist_backup_reader_new()
 *
 * Returns: (transfer full) (nullable): the file, before the first byte of its database
 */
KistBackupReader *
kist_backup_file_open (const char *path, const KistBackupJob *job, KistBackupInfo **info, GError **error)
{
  g_autoptr (KistBackupReader) reader = NULL;
  g_autoptr (KistBackupInfo) own = NULL;
  g_autofree char *manifest = NULL;
  guint32          length;

  g_return_val_if_fail (path != NULL && job != NULL && info != NULL, NULL);

  if (!kist_backup_job_go_on (job, 0, 0, error))
    return NULL;
  reader = kist_backup_reader_new (path, job->passphrase, error);
  if (!reader || !kist_backup_reader_read (reader, &length, sizeof length, error))
    return NULL;
  length = GUINT32_FROM_LE (length);
  if (length == 0 || length > KIST_BACKUP_MAX_MANIFEST)
    {
      kist_backup_format_fail (path, error);
      return NULL;
    }
  manifest = g_malloc (length);
  own = g_new0 (KistBackupInfo, 1);
  if (!kist_backup_reader_read (reader, manifest, length, error) ||
      !kist_backup_info_read (own, manifest, length, path, error))
    return NULL;
  if (own->n_bytes != kist_backup_reader_get_n_left (reader))
    {
      kist_backup_format_fail (path, error);
      return NULL;
    }
  own->is_sealed = kist_backup_reader_is_sealed (reader);
  *info = g_steal_pointer (&own);
  return g_steal_pointer (&reader);
}

static gboolean
put (int to, const char *to_path, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (to, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return kist_disk_fail (errno, to_path, error);
      bytes += n;
      length -= (gsize)n;
    }
  return TRUE;
}

/**
 * kist_backup_file_read:
 * @reader: from kist_backup_file_open()
 * @info: from there too
 * @path: the file's name, for what is said of it
 * @to: a file descriptor to write the database to, or -1 to check alone
 * @to_path: (nullable): its name
 * @job: who is told how far it is
 * @error: where to put an error: %KIST_ERROR_CORRUPT, %G_IO_ERROR_CANCELLED, those of writing
 *
 * Returns: whether the database was read to its end and is the one of the manifest
 */
gboolean
kist_backup_file_read (KistBackupReader     *reader,
                       const KistBackupInfo *info,
                       const char           *path,
                       int                   to,
                       const char           *to_path,
                       const KistBackupJob  *job,
                       GError              **error)
{
  g_autofree guint8       *bytes = g_malloc (KIST_SEAL_PIECE_BYTES);
  crypto_hash_sha256_state state;
  guint8                   binary[crypto_hash_sha256_BYTES];
  char                     sum[2 * sizeof binary + 1];

  g_return_val_if_fail (reader != NULL && info != NULL && path != NULL && job != NULL, FALSE);

  crypto_hash_sha256_init (&state);
  for (gint64 done = 0; done < info->n_bytes;)
    {
      gsize length = (gsize)MIN (info->n_bytes - done, (gint64)KIST_SEAL_PIECE_BYTES);

      if (!kist_backup_job_go_on (job, done, info->n_bytes, error) ||
          !kist_backup_reader_read (reader, bytes, length, error) ||
          (to >= 0 && !put (to, to_path, bytes, length, error)))
        return FALSE;
      crypto_hash_sha256_update (&state, bytes, length);
      done += (gint64)length;
    }
  crypto_hash_sha256_final (&state, binary);
  sodium_bin2hex (sum, sizeof sum, binary, sizeof binary);
  if (!kist_backup_reader_finish (reader, error))
    return FALSE;
  if (!g_str_equal (sum, info->sum))
    return kist_backup_format_fail (path, error);
  return kist_backup_job_go_on (job, info->n_bytes, info->n_bytes, error);
}

/**
 * kist_backup_file_check:
 * @path: a file, perhaps of a stranger; one with everything (kist-everything.h) is checked as such
 * @job: with its passphrase, when it is sealed
 * @error: where to put an error: %KIST_ERROR_PASSPHRASE, %KIST_ERROR_CORRUPT, %KIST_ERROR_NEWER, %KIST_ERROR_INVALID,
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads all of it and writes nothing. Returns: (transfer full) (nullable): what is in the file, byte for byte as it was
 * written
 */
KistBackupInfo *
kist_backup_file_check (const char *path, const KistBackupJob *job, GError **error)
{
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (KistBackupReader) reader = NULL;

  g_return_val_if_fail (path != NULL && job != NULL, NULL);

  if (kist_everything_is (path))
    return kist_everything_check (path, job, error);
  reader = kist_backup_file_open (path, job, &info, error);
  if (!reader || !kist_backup_file_read (reader, info, path, -1, NULL, job, error))
    return NULL;
  return g_steal_pointer (&info);
}
