#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* How often the caller hears how far it is. */
#define N_TELLINGS 100

/* What a task about bringing in was asked; copies. */
typedef struct
{
  GPtrArray        *entries;       /* (element-type KistEntry) (owned) */
  char            **sources;       /* (owned) */
  GCancellable     *cancellable;   /* (owned) (nullable) */
  GMainContext     *context;       /* (owned) the caller's */
  KistStoreProgress progress;      /* (nullable) */
  gpointer          progress_data; /* alive until the callback was called */
} Import;

typedef struct
{
  KistStoreProgress progress;
  gpointer          data;
  unsigned          done;
  unsigned          total;
} Telling;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_ptr_array_unref (import->entries);
  g_strfreev (import->sources);
  g_clear_object (&import->cancellable);
  g_main_context_unref (import->context);
  g_free (import);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  telling->progress (telling->done, telling->total, telling->data);
  return G_SOURCE_REMOVE;
}

/* ---- on the worker's thread ---- */

/* In the caller's context, and with the priority of the result, so that it comes before that. */
static void
tell (const Import *import, unsigned done)
{
  unsigned total = import->entries->len;
  g_autoptr (GSource) source = NULL;
  Telling *telling;

  if (!import->progress || (done < total && done % MAX (total / N_TELLINGS, 1) != 0))
    return;
  telling = g_new (Telling, 1);
  *telling = (Telling){ import->progress, import->progress_data, done, total };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "KistStore progress");
  g_source_set_callback (source, tell_cb, telling, g_free);
  g_source_attach (source, import->context);
}

static gboolean
import_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  const Import *import = data;

  for (unsigned i = 0; i < import->entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (import->entries, i);

      if (g_cancellable_set_error_if_cancelled (import->cancellable, error) ||
          !kist_entry_table_add (database, entry, error) ||
          !kist_import_table_add (database, kist_entry_get_id (entry), import->sources[i], error))
        return FALSE;
      tell (import, i + 1);
    }
  return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gpointer
import_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error) ||
      !kist_database_transact (self->database, import_in_transaction, data, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
list_imports_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error))
    return NULL;
  return kist_import_table_load (self->database, error);
}

/* ---- on the caller's thread ---- */

/**
 * kist_store_import_async:
 * @self: a store
 * @entries: (element-type KistEntry): entries that are new here; not changed any more
 * @sources: as many as @entries: what each is known by where it comes from; copied
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): told how far it is, in the caller's main context and never after @callback
 * @progress_data: for @progress
 * @callback: called when they are kept, or not
 * @data: for @callback
 *
 * Keeps all of the entries as they are, times included, or after an error or a cancelling none of them. Once they are
 * kept it is too late to cancel, and the result says so. Finish with kist_store_save_finish().
 */
void
kist_store_import_async (KistStore          *self,
                         GPtrArray          *entries,
                         const char *const  *sources,
                         GCancellable       *cancellable,
                         KistStoreProgress   progress,
                         gpointer            progress_data,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  Import *import;
  GTask  *task;

  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (entries != NULL && sources != NULL);
  g_return_if_fail (g_strv_length ((char **)sources) == entries->len);

  import = g_new0 (Import, 1);
  import->entries = g_ptr_array_ref (entries);
  import->sources = g_strdupv ((char **)sources);
  import->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  import->context = g_main_context_ref_thread_default ();
  import->progress = progress;
  import->progress_data = progress_data;
  task = kist_store_new_task (self, cancellable, callback, data, import, import_free);
  g_task_set_check_cancellable (task, FALSE); /* what is on the disk is not to be called cancelled */
  kist_worker_push (self->worker, task, import_on_worker, NULL);
  kist_store_index_soon (self);
}

/**
 * kist_store_list_imports_async:
 * @self: a store
 * @cancellable: (nullable): stops it before its turn
 * @callback: called with the sources
 * @data: for @callback
 */
void
kist_store_list_imports_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));

  kist_worker_push (self->worker, kist_store_new_task (self, cancellable, callback, data, NULL, NULL),
                    list_imports_on_worker, (GDestroyNotify)g_hash_table_unref);
}

/**
 * kist_store_list_imports_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a set: where the entries that are not deleted come from, as
 *   it was said to kist_store_import_async()
 */
GHashTable *
kist_store_list_imports_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
