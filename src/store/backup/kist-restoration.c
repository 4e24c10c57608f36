#include "kist-restoration.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/backup/kist-backup-format.h"
#include "store/backup/kist-working-copy.h"
#include "store/everything/kist-everything.h"
#include "store/kist-backup.h"
#include "store/kist-folder.h"
#include "store/kist-migrations.h"

/* Whether this Kist knows a database of the version that the manifest has; asked before anything is written. */
static gboolean
is_known (const KistBackupInfo *info, const char *path, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  unsigned newest = g_strv_length (scripts);

  if (info->schema <= newest)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_NEWER,
               "%s was made by a newer version of Kist (%u, and this one knows up to %u); update Kist to restore it.",
               path, info->schema, newest);
  return FALSE;
}

/* The database may have been put together by a stranger: right sums prove only that it came as it was sent. */
static gboolean
is_as_described (const KistBackupInfo *info, const char *copy, const char *path, GError **error)
{
  g_autoptr (KistDatabase) database = kist_database_open_read_only (copy, NULL);
  g_auto (GStrv) scripts = kist_migrations_load ();
  unsigned version;
  gboolean is_index_sound; /* it can be made anew: what was written is what counts */
  gint64   n_entries, n_events, n_broken;

  if (database && kist_migrations_read_version (database, g_strv_length (scripts), &version, NULL) &&
      version == info->schema && kist_database_check (database, &is_index_sound, NULL) &&
      kist_database_read_integer (database, "SELECT count(*) FROM pragma_foreign_key_check", &n_broken, NULL) &&
      kist_database_read_integer (database, "SELECT count(*) FROM entry WHERE deleted_at IS NULL", &n_entries, NULL) &&
      kist_database_read_integer (database, "SELECT count(*) FROM event", &n_events, NULL) && n_broken == 0 &&
      n_entries == info->n_entries && n_events == info->n_events)
    return TRUE;
  return kist_backup_format_fail (path, error);
}

static char *
dup_copy_name (const char *folder)
{
  return g_build_filename (folder, KIST_WORKING_COPY_INCOMING "XXXXXX", NULL);
}

/* What is to be restored: a back-up file that was begun to be read, or, without a reader, a file with everything. */
typedef struct
{
  const char          *path;
  const KistBackupJob *job;
  KistBackupReader    *reader; /* (owned) (nullable) */
  KistBackupInfo      *info;   /* (owned) */
} Source;

static void
source_clear (Source *source)
{
  kist_backup_reader_free (source->reader);
  kist_backup_info_free (source->info);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/* What nobody could restore is refused before anything is made. */
static gboolean
source_open (Source *source, GError **error)
{
  if (kist_everything_is (source->path))
    {
      source->info = kist_everything_check (source->path, source->job, error);
      return source->info != NULL;
    }
  source->reader = kist_backup_file_open (source->path, source->job, &source->info, error);
  return source->reader && is_known (source->info, source->path, error);
}

static gboolean
unpack_into (Source *source, int file, const char *copy, GError **error)
{
  if (source->reader)
    return kist_backup_file_read (source->reader, source->info, source->path, file, copy, source->job, error);
  g_clear_pointer (&source->info, kist_backup_info_free);
  source->info = kist_everything_unpack (source->path, copy, source->job, error);
  return source->info != NULL;
}

static gboolean
unpack (Source *source, char *copy, GError **error)
{
  g_autoptr (GError) own = NULL;
  int      file = g_mkstemp_full (copy, O_RDWR | O_CLOEXEC, 0600);
  gboolean is_whole;

  if (file < 0)
    return kist_disk_fail (errno, copy, error);
  is_whole = unpack_into (source, file, copy, &own);
  if (close (file) < 0 && is_whole)
    is_whole = kist_disk_fail (errno, copy, &own);
  if (is_whole && source->reader)
    is_whole = is_as_described (source->info, copy, source->path, &own);
  is_whole = kist_working_copy_conclude (copy, g_steal_pointer (&own), error) && is_whole;
  if (!is_whole)
    kist_database_remove (copy);
  return is_whole;
}

static gboolean
restore_into (Source *source, const char *folder, gint64 now, GError **error)
{
  g_autofree char *copy = dup_copy_name (folder);
  g_autofree char *kept = NULL;
  g_autoptr (KistFolder) own = kist_folder_new (folder, error);
  gboolean is_restored;

  if (!own || !unpack (source, copy, error))
    return FALSE;
  is_restored = kist_backup_replace (folder, copy, now, &kept, error);
  kist_database_remove (copy);
  return is_restored;
}

/* A folder that was made for nothing; one with anything else in it stays. */
static void
remove_new_folder (const char *folder)
{
  g_autofree char *lock = g_build_filename (folder, "kist.lock", NULL);

  g_unlink (lock);
  g_rmdir (folder);
}

/**
 * kist_restoration_takes:
 * @path: any path
 *
 * Returns: whether its name is that of a file that can be restored
 */
gboolean
kist_restoration_takes (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return g_str_has_suffix (path, KIST_BACKUP_FILE_SUFFIX) || g_str_has_suffix (path, KIST_EVERYTHING_SUFFIX);
}

/**
 * kist_restoration_run:
 * @path: a back-up file, or one with everything (kist-everything.h)
 * @folder: the person's folder, which no Kist has open; made when it is not there
 * @now: what time it is, microseconds since 1970, UTC
 * @job: with the passphrase, when the file is sealed
 * @error: where to put an error: those of kist_backup_file_check(), %KIST_ERROR_BUSY, %KIST_ERROR_FULL,
 *   %KIST_ERROR_READ_ONLY; then what was in the folder is as it was
 *
 * Returns: (transfer full) (nullable): what is in the folder now
 */
KistBackupInfo *
kist_restoration_run (const char *path, const char *folder, gint64 now, const KistBackupJob *job, GError **error)
{
  g_auto (Source) source = { .path = path, .job = job };
  gboolean is_new;

  g_return_val_if_fail (path != NULL && folder != NULL && job != NULL, NULL);

  if (!source_open (&source, error))
    return NULL;
  is_new = !g_file_test (folder, G_FILE_TEST_EXISTS);
  if (restore_into (&source, folder, now, error))
    return g_steal_pointer (&source.info);
  if (is_new)
    remove_new_folder (folder);
  return NULL;
}

/**
 * kist_restoration_unpack:
 * @path: a back-up file, or one with everything (kist-everything.h)
 * @folder: the person's folder, which is there and may be open
 * @job: with the passphrase, when the file is sealed
 * @info: (out) (transfer full): what is in it
 * @error: where to put an error, as of kist_restoration_run() and kist_working_copy_conclude(); then nothing is left of
 *   it in the folder
 *
 * The first half of a restoration, which disturbs nobody: reads the file to its end and checks the database in it.
 *
 * Returns: (transfer full) (nullable): the database's path in @folder, for kist_restoration_replace(); give it
 *   to kist_restoration_discard() afterwards
 */
char *
kist_restoration_unpack (const char          *path,
                         const char          *folder,
                         const KistBackupJob *job,
                         KistBackupInfo     **info,
                         GError             **error)
{
  g_auto (Source) source = { .path = path, .job = job };
  g_autofree char *copy = NULL;

  g_return_val_if_fail (path != NULL && folder != NULL && job != NULL && info != NULL, NULL);

  if (!source_open (&source, error))
    return NULL;
  copy = dup_copy_name (folder);
  if (!unpack (&source, copy, error))
    return NULL;
  *info = g_steal_pointer (&source.info);
  return g_steal_pointer (&copy);
}

/**
 * kist_restoration_replace:
 * @folder: the person's folder, which no Kist has open
 * @database: from kist_restoration_unpack(), or a rolling back-up; only read
 * @now: what time it is, microseconds since 1970, UTC
 * @kept: (out) (transfer full) (nullable): where what was there is kept as a rolling back-up; %NULL when it was moved
 *   aside or there was nothing
 * @error: where to put an error, as of kist_restoration_run() and kist_working_copy_conclude(); then what was in the
 *   folder is as it was
 *
 * The second half, which cannot be stopped and takes as long as to check and to copy two databases.
 *
 * Returns: whether what was in @database is what the folder is opened with from now on
 */
gboolean
kist_restoration_replace (const char *folder, const char *database, gint64 now, char **kept, GError **error)
{
  g_autoptr (KistFolder) own = NULL;

  g_return_val_if_fail (folder != NULL && database != NULL && kept != NULL, FALSE);

  if (!kist_working_copy_conclude (database, NULL, error))
    return FALSE;
  own = kist_folder_new (folder, error);
  return own && kist_backup_replace (folder, database, now, kept, error);
}

/**
 * kist_restoration_discard:
 * @database: from kist_restoration_unpack(); its file is removed
 */
void
kist_restoration_discard (const char *database)
{
  g_return_if_fail (database != NULL);

  kist_database_remove (database);
}
