#include "base/kist-error.h"
#include "store/kist-backup.h"
#include "store/kist-store-private.h"

/* What a task about restoring was asked; a copy. */
typedef struct
{
  char  *backup; /* (nullable) */
  gint64 now;
} Restoration;

static void
restoration_free (gpointer data)
{
  Restoration *restoration = data;

  g_free (restoration->backup);
  g_free (restoration);
}

/* ---- on the worker's thread ---- */

static gpointer
list_backups_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  return kist_backup_list (self->path);
}

static gpointer
restore_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore   *self = source;
  Restoration *restoration = data;
  g_autoptr (KistFolder) folder = NULL;

  if (self->database)
    {
      g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED, "The store must be closed before it is restored.");
      return NULL;
    }
  folder = kist_folder_new (self->path, error);
  if (!folder || !kist_backup_restore (self->path, restoration->backup, restoration->now, error))
    return NULL;
  return KIST_STORE_KEPT;
}

/* ---- on the caller's thread ---- */

/**
 * kist_store_list_backups_async:
 * @self: a store, open or not
 * @cancellable: (nullable): stops it before its turn
 * @callback: called with the back-ups
 * @data: for @callback
 */
void
kist_store_list_backups_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));

  kist_worker_push (self->worker, kist_store_new_task (self, cancellable, callback, data, NULL, NULL),
                    list_backups_on_worker, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * kist_store_list_backups_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistBackup): the back-ups that can be opened, newest first; perhaps
 *   none
 */
GPtrArray *
kist_store_list_backups_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_store_restore_async:
 * @self: a store that is not open
 * @backup: (nullable): a back-up's path, or %NULL to start afresh with nothing
 * @callback: called when it is done, or not
 * @data: for @callback
 *
 * Checks the back-up and puts a copy of it in the place of the file, after which the store can be opened again. The
 * file that was there is moved to kist-damaged-TIME.db in the same folder, with its -wal and -shm; nothing is removed.
 * When the back-up cannot be used (%KIST_ERROR_CORRUPT, %KIST_ERROR_NEWER) or the disk is full, nothing is touched.
 * Finish with kist_store_save_finish().
 */
void
kist_store_restore_async (KistStore *self, const char *backup, GAsyncReadyCallback callback, gpointer data)
{
  Restoration *restoration;

  g_return_if_fail (KIST_IS_STORE (self));

  restoration = g_new0 (Restoration, 1);
  restoration->backup = g_strdup (backup);
  restoration->now = kist_clock_now (self->clock);
  kist_worker_push (self->worker, kist_store_new_task (self, NULL, callback, data, restoration, restoration_free),
                    restore_on_worker, NULL);
}
