#include "kist-doctor.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/backup/kist-working-copy.h"
#include "store/kist-backup.h"
#include "store/kist-migrations.h"
#include "store/kist-statement.h"

#define RESTORE "Open Kist, which offers its back-ups, or use “kist-tool restore” with a file of your own."
#define MAX_FAULTS 10

/* A rolling back-up and the copy of a restoration beside it, and some words more: 3 times the file and 16 MiB. */
#define ROOM_FACTOR 3
#define ROOM_BYTES (16 * 1024 * 1024)

typedef struct
{
  const char   *folder;
  KistReport   *report;
  GCancellable *cancellable;
} Examination;

static int
stop_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static void
examine_mode (Examination *self, const char *name)
{
  g_autofree char *path =
      g_str_equal (name, ".") ? g_strdup (self->folder) : g_build_filename (self->folder, name, NULL);
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *hint = NULL;
  GStatBuf         status;

  if (g_stat (path, &status) < 0 || (status.st_mode & 077) == 0)
    return;
  hint = g_strdup_printf ("Make it yours alone: chmod %s %s", S_ISDIR (status.st_mode) ? "700" : "600", quoted);
  kist_report_add (self->report, name, 0, KIST_SEVERITY_WARNING, hint,
                   "Others who use this computer may get at it (its permissions are %03o).",
                   (unsigned)status.st_mode & 0777);
}

/* Adds a line for each fault that SQLite finds in its pages and indices. */
static void
examine_pages (Examination *self, KistDatabase *database, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check(%d)", MAX_FAULTS);
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, NULL);
  KistStatementResult result = KIST_STATEMENT_FAILED;
  unsigned            n_faults = 0;

  while (statement && (result = kist_statement_step (statement, NULL)) == KIST_STATEMENT_ROW)
    {
      g_autofree char *fault = kist_statement_dup_text (statement, 0);

      if (g_strcmp0 (fault, "ok") == 0)
        continue;
      g_strdelimit (fault, "\n", ' ');
      kist_report_add (self->report, name, 0, KIST_SEVERITY_ERROR, RESTORE, "It is damaged: “%s”.", fault);
      n_faults++;
    }
  if (result == KIST_STATEMENT_FAILED && n_faults == 0)
    kist_report_add (self->report, name, 0, KIST_SEVERITY_ERROR, RESTORE, "It is damaged and cannot be read.");
}

static void
examine_references (Examination *self, KistDatabase *database, const char *name)
{
  gint64 n_broken;

  if (kist_database_read_integer (database, "SELECT count(*) FROM pragma_foreign_key_check", &n_broken, NULL) &&
      n_broken > 0)
    kist_report_add (self->report, name, 0, KIST_SEVERITY_ERROR, RESTORE,
                     "Rows that belong to nothing: %" G_GINT64_FORMAT ".", n_broken);
}

/* Returns (transfer full) (nullable): the database, when this Kist knows it; else there is a finding. */
static KistDatabase *
open_known (Examination *self, const char *name, KistSeverity severity, const char *hint)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDatabase) database = kist_database_open_read_only (path, &error);
  unsigned version;

  if (database && kist_migrations_read_version (database, g_strv_length (scripts), &version, &error))
    {
      sqlite3_progress_handler (kist_database_get_handle (database), 10000, stop_cb, self->cancellable);
      return g_steal_pointer (&database);
    }
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_NEWER))
    hint = "Update Kist.";
  kist_report_add (self->report, name, 0, severity, hint, "%s", error->message);
  return NULL;
}

static void
examine_database (Examination *self)
{
  g_autofree char *path = g_build_filename (self->folder, "kist.db", NULL);
  g_autofree char *log = g_build_filename (self->folder, "kist.db-wal", NULL);
  g_autoptr (KistDatabase) database = NULL;

  if (!kist_disk_has_bytes (path))
    {
      if (kist_disk_has_bytes (log) || kist_backup_exists (self->folder))
        kist_report_add (self->report, "kist.db", 0, KIST_SEVERITY_ERROR, RESTORE, "The database is missing.");
      else
        kist_report_add (self->report, "kist.db", 0, KIST_SEVERITY_NOTE, NULL, "Nothing was written here yet.");
      return;
    }
  database = open_known (self, "kist.db", KIST_SEVERITY_ERROR, RESTORE);
  if (!database)
    return;
  examine_pages (self, database, "kist.db");
  examine_references (self, database, "kist.db");
}

static void
examine_backup (Examination *self, const char *name)
{
  static const char hint[] = "Remove it, so that it is not relied on; Kist makes a new one on the next day of use.";
  g_autoptr (KistDatabase) database = open_known (self, name, KIST_SEVERITY_WARNING, hint);

  examine_mode (self, name);
  if (database && !kist_database_check (database, NULL, NULL))
    kist_report_add (self->report, name, 0, KIST_SEVERITY_WARNING, hint, "This back-up is damaged.");
}

static void
examine_leftover (Examination *self, const char *name)
{
  g_autofree char *file = g_path_get_basename (name);

  if (kist_working_copy_is (file))
    kist_report_add (self->report, name, 0, KIST_SEVERITY_WARNING, "If none is under way just now, remove it.",
                     "A back-up or a restoration that did not finish left this behind.");
  else if (g_str_has_prefix (name, "kist-damaged-") && g_str_has_suffix (name, ".db"))
    kist_report_add (self->report, name, 0, KIST_SEVERITY_NOTE,
                     "Keep it until you are sure that nothing is missing, then remove it.",
                     "It was moved aside when a back-up took its place.");
}

static void
examine_names (Examination *self, const char *inside)
{
  g_autofree char *path = g_build_filename (self->folder, inside, NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory && (name = g_dir_read_name (directory)))
    g_ptr_array_add (names, *inside ? g_build_filename (inside, name, NULL) : g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc)strcmp);
  for (unsigned i = 0; i < names->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      name = g_ptr_array_index (names, i);
      examine_leftover (self, name);
      if (*inside && g_str_has_suffix (name, ".db"))
        examine_backup (self, name);
    }
}

static void
examine_room (Examination *self)
{
  g_autofree char *path = g_build_filename (self->folder, "kist.db", NULL);
  struct statvfs   disk;
  GStatBuf         status;
  guint64          n_free, n_needed;

  if (statvfs (self->folder, &disk) < 0)
    return;
  n_free = (guint64)disk.f_bavail * disk.f_frsize;
  n_needed = ROOM_BYTES + (g_stat (path, &status) == 0 ? ROOM_FACTOR * (guint64)status.st_size : 0);
  if (n_free < n_needed)
    kist_report_add (self->report, ".", 0, KIST_SEVERITY_WARNING,
                     "Make room on the disk, so that Kist can save and make back-ups.",
                     "There are %" G_GUINT64_FORMAT " MiB free, and Kist may need %" G_GUINT64_FORMAT " MiB.",
                     n_free >> 20, (n_needed >> 20) + 1);
}

/**
 * kist_doctor_examine:
 * @folder: the person's folder, open or not
 * @report: where the findings go, each with what to do; the names in it are relative to @folder
 * @cancellable: (nullable): stops it within a moment
 * @error: where to put an error: %KIST_ERROR_NOT_FOUND when there is no folder, %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the folder was examined
 */
gboolean
kist_doctor_examine (const char *folder, KistReport *report, GCancellable *cancellable, GError **error)
{
  static const char *const own[] = {
    ".", "backups", "kist.db", "kist.db-wal", "kist.db-shm", "kist.lock", "kist.clean"
  };
  Examination examination = { folder, report, cancellable };

  g_return_val_if_fail (folder != NULL && KIST_IS_REPORT (report), FALSE);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return kist_disk_fail (ENOENT, folder, error);
  for (unsigned i = 0; i < G_N_ELEMENTS (own); i++)
    examine_mode (&examination, own[i]);
  examine_database (&examination);
  examine_names (&examination, "");
  examine_names (&examination, "backups");
  examine_room (&examination);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
