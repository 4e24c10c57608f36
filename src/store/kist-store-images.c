#include "base/kist-error.h"
#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* What a task about one picture was asked; copies. */
typedef struct
{
  char      *entry;
  KistImage *image;
  gint64     now;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->entry);
  kist_image_unref (saving->image);
  g_free (saving);
}

/* ---- on the worker's thread ---- */

static gpointer
save_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore    *self = source;
  const Saving *saving = data;

  if (!kist_store_require_open (self, error) ||
      !kist_image_table_save (self->database, saving->entry, saving->image, saving->now, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
load_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error))
    return NULL;
  return kist_image_table_load (self->database, data, error);
}

/* ---- on the caller's thread ---- */

/**
 * kist_store_save_image_async:
 * @self: a store
 * @entry: the id of an entry that is kept, or was handed over before; copied
 * @image: a picture
 * @callback: called when it is kept, or not
 * @data: for @callback
 *
 * A text that names it is saved afterwards. Finish with kist_store_save_finish(): %KIST_ERROR_FULL,
 * %KIST_ERROR_READ_ONLY, %KIST_ERROR_NOT_FOUND for an entry that is not kept, %KIST_ERROR_TOO_LARGE for one that has
 * %KIST_IMAGE_MAX_PER_ENTRY.
 */
void
kist_store_save_image_async (KistStore          *self,
                             const char         *entry,
                             KistImage          *image,
                             GAsyncReadyCallback callback,
                             gpointer            data)
{
  Saving *saving;

  g_return_if_fail (KIST_IS_STORE (self) && entry != NULL && image != NULL);

  saving = g_new0 (Saving, 1);
  saving->entry = g_strdup (entry);
  saving->image = kist_image_ref (image);
  saving->now = kist_clock_now (self->clock);
  kist_worker_push (self->worker, kist_store_new_task (self, NULL, callback, data, saving, saving_free), save_on_worker,
                    NULL);
}

/**
 * kist_store_load_images_async:
 * @self: a store
 * @ids: ids of pictures; copied
 * @cancellable: (nullable): stops it before its turn
 * @callback: called with the pictures
 * @data: for @callback
 */
void
kist_store_load_images_async (KistStore          *self,
                              const char *const  *ids,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  g_return_if_fail (KIST_IS_STORE (self) && ids != NULL);

  kist_worker_push (
      self->worker,
      kist_store_new_task (self, cancellable, callback, data, g_strdupv ((char **)ids), (GDestroyNotify)g_strfreev),
      load_on_worker, (GDestroyNotify)g_hash_table_unref);
}

/**
 * kist_store_load_images_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KistImage): those that are there, by their ids
 */
GHashTable *
kist_store_load_images_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
