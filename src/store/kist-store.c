#include "kist-store.h"

#include "base/kist-error.h"
#include "store/backup/kist-working-copy.h"
#include "store/kist-backup.h"
#include "base/kist-disk.h"
#include "store/kist-erasure.h"
#include "store/kist-migrations.h"
#include "store/kist-store-private.h"
#include "store/kist-tables.h"

G_DEFINE_FINAL_TYPE (KistStore, kist_store, G_TYPE_OBJECT)

/* A file that was there once and is not now: opening would make an empty one, and all that was written would seem gone.
 */
static gboolean
is_lost (const char *folder, const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return !kist_disk_has_bytes (path) && (kist_disk_has_bytes (log) || kist_backup_exists (folder));
}

/* Errors of a back-up stop nothing that a person wants to do: the file itself is in order. */
static void
note_backup_error (const GError *error)
{
  g_message ("No back-up could be made: %s", error->message);
}

/* ---- on the worker's thread ---- */

static gpointer
open_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore       *self = source;
  const gint64    *now = data;
  g_autofree char *path = g_build_filename (self->path, "kist.db", NULL);
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (KistFolder) folder = NULL;
  g_autoptr (KistDatabase) database = NULL;
  KistContents *contents;
  gboolean      is_clean;

  if (self->database)
    {
      g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED, "The store is open already.");
      return NULL;
    }
  folder = kist_folder_new (self->path, error);
  if (!folder)
    return NULL;
  if (is_lost (self->path, path))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "%s is missing.", path);
      return NULL;
    }
  is_clean = kist_folder_take_clean_mark (folder);
  database = kist_database_open (path, error);
  if (!database ||
      !kist_store_bring_up_to_date (database, self->path, (const char *const *)scripts, is_clean, *now, error))
    return NULL;
  contents = kist_contents_load (database, error);
  if (!contents)
    return NULL;
  kist_database_declare_sound (database);
  self->folder = g_steal_pointer (&folder);
  self->database = g_steal_pointer (&database);
  return contents;
}

static gpointer
tidy_up_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore    *self = source;
  const gint64 *now = data;
  g_autoptr (GError) erasure_error = NULL;
  g_autoptr (GError) image_error = NULL;
  g_autoptr (GError) backup_error = NULL;

  if (self->database && !kist_erasure_finish (self->database, self->path, &erasure_error))
    g_message ("%s", erasure_error->message);
  if (self->database)
    kist_working_copy_sweep (self->path);
  if (self->database && !kist_image_table_tidy (self->database, *now, &image_error))
    g_message ("No picture could be removed that nothing names any more: %s", image_error->message);
  if (self->database && !kist_backup_make_when_due (self->database, self->path, *now, &backup_error))
    note_backup_error (backup_error);
  return KIST_STORE_KEPT;
}

static gpointer
close_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;
  g_autoptr (GError) full_error = NULL;

  if (!self->database)
    return KIST_STORE_KEPT;
  /* On a full disk the saves stay where they are, safe in the log, and the next start reads them there. */
  if (!kist_database_checkpoint (self->database, &full_error))
    g_debug ("the log stays: %s", full_error->message);
  g_clear_pointer (&self->database, kist_database_free);
  if (!full_error)
    kist_folder_leave_clean_mark (self->folder);
  g_clear_pointer (&self->folder, kist_folder_free);
  return KIST_STORE_KEPT;
}

/* ---- on the caller's thread ---- */

static void
kist_store_finalize (GObject *object)
{
  KistStore *self = KIST_STORE (object);

  /* Every task holds the store, so that nothing is queued any more. */
  kist_worker_shutdown (self->worker);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->database, kist_database_free);
  g_clear_pointer (&self->folder, kist_folder_free);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (kist_store_parent_class)->finalize (object);
}

static void
kist_store_class_init (KistStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_store_finalize;
}

static void
kist_store_init (KistStore *self)
{
  self->worker = kist_worker_new ("kist-store");
}

/*
 * kist_store_new_task:
 * @task_data: (transfer full): what the worker needs to know; nothing that the caller may still change
 *
 * Returns: (transfer full): a task for kist_worker_push()
 */
GTask *
kist_store_new_task (KistStore          *self,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            data,
                     gpointer            task_data,
                     GDestroyNotify      free_task_data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, task_data, free_task_data);
  return task;
}

/*
 * kist_store_require_open:
 *
 * On the worker's thread. Returns: whether the store is open; else @error says that it is not
 */
gboolean
kist_store_require_open (KistStore *self, GError **error)
{
  if (self->database)
    return TRUE;
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED, "The store is not open, so nothing could be kept.");
  return FALSE;
}

/*
 * kist_store_bring_up_to_date:
 * @folder: where a back-up goes, when there is something to migrate
 * @scripts: every migration
 * @is_clean: whether the file need not be checked
 *
 * On the worker's thread. Returns: whether the file is sound and of the newest version
 */
gboolean
kist_store_bring_up_to_date (KistDatabase      *database,
                             const char        *folder,
                             const char *const *scripts,
                             gboolean           is_clean,
                             gint64             now,
                             GError           **error)
{
  g_autoptr (GError) backup_error = NULL;
  gboolean is_index_sound = TRUE;
  unsigned newest = g_strv_length ((char **)scripts);
  unsigned version;

  /* The version first: a newer Kist's file may well look damaged to this one. */
  if (!kist_migrations_read_version (database, newest, &version, error))
    return FALSE;
  if (!is_clean && !kist_database_check (database, &is_index_sound, error))
    return FALSE;
  if (version > 0 && version < newest && !kist_backup_make (database, folder, now, &backup_error))
    note_backup_error (backup_error);
  return kist_migrations_apply (database, scripts, error) &&
         (is_index_sound || kist_search_table_rebuild (database, error));
}

/**
 * kist_store_new:
 * @folder: the folder of the person's data; made when the store is opened
 * @clock: what tells the time
 *
 * Returns: (transfer full): a store, not yet open
 */
KistStore *
kist_store_new (const char *folder, KistClock *clock)
{
  KistStore *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (KIST_IS_CLOCK (clock), NULL);

  self = g_object_new (KIST_TYPE_STORE, NULL);
  self->path = g_strdup (folder);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * kist_store_get_folder:
 * @self: a store
 *
 * Returns: (transfer none): the folder of the person's data
 */
const char *
kist_store_get_folder (KistStore *self)
{
  g_return_val_if_fail (KIST_IS_STORE (self), NULL);

  return self->path;
}

/**
 * kist_store_get_clock:
 * @self: a store
 *
 * Returns: (transfer none): what tells it the time
 */
KistClock *
kist_store_get_clock (KistStore *self)
{
  g_return_val_if_fail (KIST_IS_STORE (self), NULL);

  return self->clock;
}

/**
 * kist_store_open_async:
 * @self: a store that is not open
 * @cancellable: (nullable): stops it before its turn
 * @callback: called when it is open, or not
 * @data: for @callback
 *
 * Opens the file, making it when there is none, and reads what a start needs. The file is checked first unless it was
 * closed properly and not touched since; a file of an older Kist is backed up and brought up to date. After that,
 * behind the caller's back, a deleting for good that was interrupted is ended, what a back-up or a restoration left
 * behind is removed, pictures that nothing names any more are removed and the daily back-up is made when one is due;
 * that any of it fails, as on a full disk, is logged and no more. What is not yet in the search index follows.
 */
void
kist_store_open_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  gint64 now;

  g_return_if_fail (KIST_IS_STORE (self));

  now = kist_clock_now (self->clock);
  kist_worker_push (self->worker,
                    kist_store_new_task (self, cancellable, callback, data, g_memdup2 (&now, sizeof now), g_free),
                    open_on_worker, (GDestroyNotify)kist_contents_free);
  kist_worker_push (self->worker, kist_store_new_task (self, NULL, NULL, NULL, g_memdup2 (&now, sizeof now), g_free),
                    tidy_up_on_worker, NULL);
  kist_store_index_soon (self);
}

/**
 * kist_store_open_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error: %KIST_ERROR_BUSY when another process has the folder; %KIST_ERROR_READ_ONLY or
 *   %KIST_ERROR_FULL when it cannot be written to; %KIST_ERROR_CORRUPT, also when the file is missing and its back-ups
 *   are not, or %KIST_ERROR_NEWER, after which kist_store_restore_async() is the way on
 *
 * Returns: (transfer full) (nullable): what is in it
 */
KistContents *
kist_store_open_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_store_save_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error: %KIST_ERROR_FULL and %KIST_ERROR_READ_ONLY are worth trying again
 *
 * For all calls that return nothing but whether they were carried out, close and restore among them. Never waits.
 *
 * Returns: whether it is kept and on the disk
 */
gboolean
kist_store_save_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) == KIST_STORE_KEPT;
}

/**
 * kist_store_close_async:
 * @self: a store
 * @callback: called when it is closed
 * @data: for @callback
 *
 * Does everything that was asked before, then closes the file and gives the folder back. Closing a store that is not
 * open succeeds. Finish with kist_store_save_finish().
 */
void
kist_store_close_async (KistStore *self, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));

  kist_worker_push (self->worker, kist_store_new_task (self, NULL, callback, data, NULL, NULL), close_on_worker, NULL);
}
