#include "store/kist-erasure.h"
#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* What a task about deleting was asked; a copy. */
typedef struct
{
  char   **ids;
  gboolean is_deleted;
  gint64   now;
} Deletion;

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  g_strfreev (deletion->ids);
  g_free (deletion);
}

/* ---- on the worker's thread ---- */

static gpointer
save_entry_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error) || !kist_entry_table_save (self->database, data, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
name_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error) || !kist_entry_table_name (self->database, data, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
set_deleted_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;
  Deletion  *deletion = data;

  if (!kist_store_require_open (self, error) ||
      !kist_entry_table_set_deleted (self->database, *deletion->ids, deletion->is_deleted, deletion->now, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
delete_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore      *self = source;
  const Deletion *deletion = data;

  if (!kist_store_require_open (self, error) ||
      !kist_entry_table_delete_all (self->database, (const char *const *)deletion->ids, deletion->now, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
list_deleted_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error))
    return NULL;
  return kist_entry_table_load_deleted (self->database, error);
}

static gpointer
erase_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error) || !kist_erasure_begin (self->database, data, error) ||
      !kist_erasure_finish (self->database, self->path, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
list_revisions_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error))
    return NULL;
  return kist_entry_table_load_revisions (self->database, data, error);
}

/* ---- on the caller's thread ---- */

static void
push_deletion (KistStore          *self,
               const char *const  *ids,
               gboolean            is_deleted,
               KistWorkerFunc      func,
               GAsyncReadyCallback callback,
               gpointer            data)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->ids = g_strdupv ((char **)ids);
  deletion->is_deleted = is_deleted;
  deletion->now = kist_clock_now (self->clock);
  kist_worker_push (self->worker, kist_store_new_task (self, NULL, callback, data, deletion, deletion_free), func,
                    NULL);
}

/**
 * kist_store_save_entry_async:
 * @self: a store
 * @entry: an entry as it is now
 * @callback: (nullable): called when it is kept, or not
 * @data: for @callback
 *
 * Keeps the entry, and what it was before as a revision when that is due. Saving a deleted entry leaves it deleted.
 * Finish with kist_store_save_finish().
 */
void
kist_store_save_entry_async (KistStore *self, KistEntry *entry, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (KIST_IS_ENTRY (entry));

  kist_worker_push (self->worker,
                    kist_store_new_task (self, NULL, callback, data, g_object_ref (entry), g_object_unref),
                    save_entry_on_worker, NULL);
}

/**
 * kist_store_name_state_async:
 * @self: a store
 * @state: a state of an entry that is kept, earlier or present, with its new name, or with none
 * @callback: (nullable): called when it has that name, or not
 * @data: for @callback
 *
 * Finish with kist_store_save_finish().
 */
void
kist_store_name_state_async (KistStore *self, KistEntry *state, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (KIST_IS_ENTRY (state));

  kist_worker_push (self->worker,
                    kist_store_new_task (self, NULL, callback, data, g_object_ref (state), g_object_unref),
                    name_on_worker, NULL);
}

/**
 * kist_store_set_entry_deleted_async:
 * @self: a store
 * @id: an entry's id
 * @is_deleted: %TRUE to put it in the bin, %FALSE to take it out again
 * @callback: (nullable): called when that is done, or not: %KIST_ERROR_NOT_FOUND when there is no such entry
 * @data: for @callback
 *
 * A deleted entry stays in the file, with its revisions. Finish with kist_store_save_finish().
 */
void
kist_store_set_entry_deleted_async (KistStore          *self,
                                    const char         *id,
                                    gboolean            is_deleted,
                                    GAsyncReadyCallback callback,
                                    gpointer            data)
{
  const char *const ids[] = { id, NULL };

  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (id != NULL);

  push_deletion (self, ids, is_deleted, set_deleted_on_worker, callback, data);
}

/**
 * kist_store_delete_entries_async:
 * @self: a store
 * @ids: ids of entries; copied. One that is not there, or in the bin already, is no error
 * @callback: (nullable): called when that is done, or not
 * @data: for @callback
 *
 * Puts many entries in the bin: all of them or, after an error, none. Finish with kist_store_save_finish().
 */
void
kist_store_delete_entries_async (KistStore *self, const char *const *ids, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  push_deletion (self, ids, TRUE, delete_on_worker, callback, data);
}

/**
 * kist_store_list_deleted_async:
 * @self: a store
 * @cancellable: (nullable): stops it before its turn
 * @callback: called with the entries
 * @data: for @callback
 */
void
kist_store_list_deleted_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));

  kist_worker_push (self->worker, kist_store_new_task (self, cancellable, callback, data, NULL, NULL),
                    list_deleted_on_worker, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * kist_store_list_deleted_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEntry): what is in the bin, the last deleted first
 */
GPtrArray *
kist_store_list_deleted_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_store_erase_entries_async:
 * @self: a store
 * @ids: ids of entries, in the bin or not; copied
 * @callback: (nullable): called when that is done, or not
 * @data: for @callback
 *
 * Deletes entries for good: afterwards no file of the folder, back-ups included, has a byte of what they or their
 * earlier states said. After an error they are either whole or gone from the journal; asking again goes on, and so does
 * the next start. What stays are events, which say that so many words were written and not which. Finish with
 * kist_store_save_finish().
 */
void
kist_store_erase_entries_async (KistStore *self, const char *const *ids, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  kist_worker_push (
      self->worker,
      kist_store_new_task (self, NULL, callback, data, g_strdupv ((char **)ids), (GDestroyNotify)g_strfreev),
      erase_on_worker, NULL);
}

/**
 * kist_store_list_revisions_async:
 * @self: a store
 * @entry: an entry's id
 * @cancellable: (nullable): stops it before its turn
 * @callback: called with the revisions
 * @data: for @callback
 */
void
kist_store_list_revisions_async (KistStore          *self,
                                 const char         *entry,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (entry != NULL);

  kist_worker_push (self->worker, kist_store_new_task (self, cancellable, callback, data, g_strdup (entry), g_free),
                    list_revisions_on_worker, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * kist_store_list_revisions_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEntry): what the entry was before, newest first: the same id,
 *   and as time of change the time when that text was saved
 */
GPtrArray *
kist_store_list_revisions_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
