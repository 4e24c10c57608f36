#include "kist-backup.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/kist-error.h"
#include "base/kist-disk.h"
#include "store/kist-erasure.h"
#include "store/kist-migrations.h"

/* Names sort by time: kist-20261122-093000.db, in UTC. */
#define NAME_FORMAT "kist-%Y%m%d-%H%M%S.db"
#define DAMAGED_FORMAT "kist-damaged-%Y%m%d-%H%M%S"

static char *
format_time (gint64 time, const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return g_date_time_format (date, format);
}

/* The time in a back-up's name, or -1 when it is not the name of one. */
static gint64
parse_name (const char *name)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *again = NULL;
  int              year, month, day, hour, minute, second;

  if (sscanf (name, "kist-%4d%2d%2d-%2d%2d%2d.db", &year, &month, &day, &hour, &minute, &second) != 6)
    return -1;
  date = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (!date)
    return -1;
  again = g_date_time_format (date, NAME_FORMAT);
  return g_str_equal (name, again) ? g_date_time_to_unix (date) * G_USEC_PER_SEC : -1;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const KistBackup *one = *(const KistBackup *const *)a;
  const KistBackup *other = *(const KistBackup *const *)b;

  return (one->time < other->time) - (one->time > other->time);
}

/* All back-ups by their names, newest first; not yet opened, so n_entries is 0. */
static GPtrArray *
list_names (const char *folder)
{
  g_autofree char *place = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) directory = g_dir_open (place, 0, NULL);
  GPtrArray  *backups = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_backup_free);
  const char *name;

  while (directory && (name = g_dir_read_name (directory)))
    {
      gint64 time = parse_name (name);

      if (time >= 0)
        {
          KistBackup *backup = g_new0 (KistBackup, 1);

          backup->path = g_build_filename (place, name, NULL);
          backup->time = time;
          g_ptr_array_add (backups, backup);
        }
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

static gboolean
count_entries (KistBackup *backup)
{
  g_autoptr (KistDatabase) database = kist_database_open_read_only (backup->path, NULL);
  gint64 count;

  if (!database ||
      !kist_database_read_integer (database, "SELECT count(*) FROM entry WHERE deleted_at IS NULL", &count, NULL))
    return FALSE;
  backup->n_entries = CLAMP (count, 0, G_MAXINT);
  return TRUE;
}

/* Puts a sound database to @path: a copy of @backup, or an empty one. */
static gboolean
prepare (const char *backup, const char *path, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (KistDatabase) database = NULL;
  gboolean is_index_sound;
  unsigned version;

  kist_database_remove (path);
  if (!backup)
    {
      database = kist_database_open (path, error);
      if (!database || !kist_migrations_apply (database, (const char *const *)scripts, error) ||
          !kist_database_checkpoint (database, error))
        return FALSE;
      kist_database_declare_sound (database);
      return TRUE;
    }
  database = kist_database_open_read_only (backup, error);
  return database && kist_migrations_read_version (database, g_strv_length (scripts), &version, error) &&
         kist_database_check (database, &is_index_sound, error) && kist_database_copy_to (database, path, error);
}

/* The file goes before its log: were the log alone moved when the power fails, the file would open without the newest
 * saves and without a word. A log without its file is noticed at the next start. */
static gboolean
move_aside (const char *path, const char *to, GError **error)
{
  const char *const suffixes[] = { "", "-wal", "-shm" };

  for (unsigned i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from_file = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to_file = g_strconcat (to, ".db", suffixes[i], NULL);

      if (g_file_test (from_file, G_FILE_TEST_EXISTS) && !kist_disk_rename (from_file, to_file, error))
        return FALSE;
    }
  return TRUE;
}

/* A name below which no file is yet. */
static char *
find_damaged_name (const char *folder, gint64 now)
{
  g_autofree char *stem = format_time (now, DAMAGED_FORMAT);

  for (unsigned i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (stem) : g_strdup_printf ("%s-%u", stem, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *file = g_strconcat (path, ".db", NULL);
      g_autofree char *log = g_strconcat (file, "-wal", NULL);

      if (!g_file_test (file, G_FILE_TEST_EXISTS) && !g_file_test (log, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* Where the rolling back-up of @time is. */
static char *
dup_path (const char *folder, gint64 time)
{
  g_autofree char *name = format_time (time, NAME_FORMAT);

  return g_build_filename (folder, "backups", name, NULL);
}

/* When the next rolling back-up is made: @now, or the first second after it that has no name yet. Nothing that is kept
 * is ever replaced. */
static gint64
find_free_time (const char *folder, gint64 now)
{
  for (;; now += G_USEC_PER_SEC)
    {
      g_autofree char *path = dup_path (folder, now);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return now;
    }
}

/* Keeps what is in the file at @path as the rolling back-up of @time, before @copy takes its place, and leaves no log
 * of it that would be taken for another's. @is_kept says whether; it is not when there is nothing to be kept so. */
static gboolean
keep_present (const char *folder, const char *path, const char *copy, gint64 time, gboolean *is_kept, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (KistDatabase) database = NULL;
  g_autoptr (GError) own = NULL;
  unsigned version;
  gboolean is_index_sound; /* it can be made anew: what was written is what counts */

  *is_kept = FALSE;
  if (!kist_disk_has_bytes (path))
    return TRUE;
  database = kist_database_open (path, &own);
  if (database && kist_migrations_read_version (database, g_strv_length (scripts), &version, &own) &&
      kist_database_check (database, &is_index_sound, &own))
    {
      *is_kept = version == 0 ||
                 (kist_backup_make (database, folder, time, error) && kist_erasure_carry_over (database, copy, error));
      /* Leaving the log's mode needs the file for oneself, so it also shows that nobody reads in it now. */
      *is_kept = *is_kept && kist_database_checkpoint (database, error) &&
                 kist_database_exec (database, "PRAGMA journal_mode=DELETE", error);
      if (*is_kept && g_file_test (log, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_BUSY, "Another program is using %s.", path);
          *is_kept = FALSE;
        }
      return *is_kept;
    }
  if (g_error_matches (own, KIST_ERROR, KIST_ERROR_CORRUPT) || g_error_matches (own, KIST_ERROR, KIST_ERROR_NEWER))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * kist_backup_free:
 * @self: (transfer full): a back-up's description; the file stays
 */
void
kist_backup_free (KistBackup *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * kist_backup_list:
 * @folder: the store's folder
 *
 * Returns: (transfer full) (element-type KistBackup): the back-ups that can be opened, newest first
 */
GPtrArray *
kist_backup_list (const char *folder)
{
  GPtrArray *backups;

  g_return_val_if_fail (folder != NULL, NULL);

  backups = list_names (folder);
  for (unsigned i = backups->len; i > 0; i--)
    if (!count_entries (g_ptr_array_index (backups, i - 1)))
      g_ptr_array_remove_index (backups, i - 1);
  return backups;
}

/**
 * kist_backup_exists:
 * @folder: the store's folder
 *
 * Returns: whether there is any back-up, in whatever state
 */
gboolean
kist_backup_exists (const char *folder)
{
  g_autoptr (GPtrArray) backups = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  backups = list_names (folder);
  return backups->len > 0;
}

/**
 * kist_backup_make:
 * @database: an open database
 * @folder: the store's folder
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error
 *
 * Makes a back-up and removes the oldest when there are more than %KIST_BACKUP_COUNT.
 *
 * Returns: whether there is a new back-up
 */
gboolean
kist_backup_make (KistDatabase *database, const char *folder, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *place = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (database != NULL && folder != NULL, FALSE);

  path = dup_path (folder, now);
  place = g_path_get_dirname (path);
  if (!kist_disk_make_folder (place, error) || !kist_database_copy_to (database, path, error))
    return FALSE;

  backups = list_names (folder);
  for (unsigned i = KIST_BACKUP_COUNT; i < backups->len; i++)
    {
      const KistBackup *oldest = g_ptr_array_index (backups, i);

      /* A clock that was wrong leaves back-ups from the future: the new one is then the "oldest", and yet the best. */
      if (!g_str_equal (oldest->path, path))
        g_unlink (oldest->path);
    }
  return TRUE;
}

/**
 * kist_backup_make_when_due:
 * @database: an open database
 * @folder: the store's folder
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error
 *
 * Makes a back-up when the newest is not of the last 24 hours and there is anything to keep. One from the future, which
 * a wrong clock has made, does not count.
 *
 * Returns: whether all is well: a back-up was made, or none was due
 */
gboolean
kist_backup_make_when_due (KistDatabase *database, const char *folder, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  gint64 is_used;

  g_return_val_if_fail (database != NULL && folder != NULL, FALSE);

  backups = list_names (folder);
  for (unsigned i = 0; i < backups->len; i++)
    {
      const KistBackup *backup = g_ptr_array_index (backups, i);

      if (backup->time <= now && now - backup->time < G_TIME_SPAN_DAY)
        return TRUE;
    }
  if (!kist_database_read_integer (database, "SELECT EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM entry)",
                                   &is_used, error))
    return FALSE;
  return !is_used || kist_backup_make (database, folder, now, error);
}

/**
 * kist_backup_restore:
 * @folder: the store's folder, locked by the caller and its database not open
 * @backup: (nullable): a back-up's path, or %NULL to start afresh with nothing
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error: %KIST_ERROR_CORRUPT or %KIST_ERROR_NEWER when the back-up cannot be used
 *
 * Checks the back-up, copies it next to the file, moves the file aside as kist-damaged-TIME.db with its -wal and -shm,
 * and renames the copy into its place. Until the copy is whole nothing is touched, and nothing is ever removed.
 *
 * Returns: whether the folder can be opened again
 */
gboolean
kist_backup_restore (const char *folder, const char *backup, gint64 now, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, "kist.db", NULL);
  copy = g_build_filename (folder, "kist-restored.db", NULL);
  if (!prepare (backup, copy, error))
    {
      kist_database_remove (copy);
      return FALSE;
    }
  aside = find_damaged_name (folder, now);
  return move_aside (path, aside, error) && kist_disk_rename (copy, path, error);
}

/**
 * kist_backup_replace:
 * @folder: the store's folder, locked by the caller and its database not open
 * @backup: a database that is to take the place of the one there, and is itself only read
 * @now: what time it is, microseconds since 1970, UTC
 * @kept: (out) (transfer full) (nullable): where the one there is kept as a rolling back-up; %NULL when it
 *   was moved aside or there was none
 * @error: where to put an error: %KIST_ERROR_CORRUPT or %KIST_ERROR_NEWER when @backup cannot be used, %KIST_ERROR_BUSY
 *   when another program reads the one there
 *
 * Unlike kist_backup_restore() this is for a database that may well be sound: it is kept as a rolling back-up and
 * replaced in one step; what was being deleted for good in it is deleted in the other, too. One that is damaged or of a
 * newer Kist is moved aside as there. Until the copy is whole and the present one is kept nothing is touched.
 *
 * Returns: whether the folder can be opened with what was in @backup
 */
gboolean
kist_backup_replace (const char *folder, const char *backup, gint64 now, char **kept, GError **error)
{
  g_autofree char *path = NULL, *copy = NULL, *aside = NULL, *present = NULL;
  gboolean         is_kept;
  gint64           time;

  g_return_val_if_fail (folder != NULL && backup != NULL && kept != NULL, FALSE);

  time = find_free_time (folder, now);
  path = g_build_filename (folder, "kist.db", NULL);
  copy = g_build_filename (folder, "kist-restored.db", NULL);
  if (prepare (backup, copy, error) && keep_present (folder, path, copy, time, &is_kept, error))
    {
      aside = find_damaged_name (folder, now);
      if ((is_kept || move_aside (path, aside, error)) && kist_disk_rename (copy, path, error))
        {
          present = dup_path (folder, time);
          *kept = g_file_test (present, G_FILE_TEST_EXISTS) ? g_steal_pointer (&present) : NULL;
          return TRUE;
        }
    }
  kist_database_remove (copy);
  return FALSE;
}
