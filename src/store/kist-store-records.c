#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* What a task about answers was asked; a copy. */
typedef struct
{
  char  *thing;
  char  *step;
  char  *item; /* (nullable): NULL when loading */
  char  *text; /* (nullable): NULL when loading */
  gint64 now;
} Answer;

static Answer *
answer_new (const char *thing, const char *step, const char *item, const char *text, gint64 now)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->thing = g_strdup (thing);
  answer->step = g_strdup (step);
  answer->item = g_strdup (item);
  answer->text = g_strdup (text);
  answer->now = now;
  return answer;
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->thing);
  g_free (answer->step);
  g_free (answer->item);
  g_free (answer->text);
  g_free (answer);
}

/* ---- on the worker's thread ---- */

static gpointer
append_event_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error) || !kist_event_table_append (self->database, data, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
save_answer_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;
  Answer    *answer = data;

  if (!kist_store_require_open (self, error) ||
      !kist_answer_table_save (self->database, answer->thing, answer->step, answer->item, answer->text, answer->now,
                               error))
    return NULL;
  return KIST_STORE_KEPT;
}

static gpointer
load_answers_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;
  Answer    *answer = data;

  if (!kist_store_require_open (self, error))
    return NULL;
  return kist_answer_table_load (self->database, answer->thing, answer->step, error);
}

static gpointer
save_place_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;

  if (!kist_store_require_open (self, error) || !kist_place_table_save (self->database, data, error))
    return NULL;
  return KIST_STORE_KEPT;
}

/* ---- on the caller's thread ---- */

/**
 * kist_store_append_event_async:
 * @self: a store
 * @event: what happened; copied
 * @callback: (nullable): called when it is kept, or not
 * @data: for @callback
 *
 * Finish with kist_store_save_finish().
 */
void
kist_store_append_event_async (KistStore *self, const KistEvent *event, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (event != NULL && event->thing != NULL && event->step != NULL);

  kist_worker_push (
      self->worker,
      kist_store_new_task (self, NULL, callback, data, kist_event_copy (event), (GDestroyNotify)kist_event_free),
      append_event_on_worker, NULL);
}

/**
 * kist_store_save_answer_async:
 * @self: a store
 * @thing: a Thing's key
 * @step: a step's id
 * @item: a prompt's id
 * @text: the answer as it is now, perhaps empty; copied
 * @callback: (nullable): called when it is kept, or not
 * @data: for @callback
 *
 * Finish with kist_store_save_finish().
 */
void
kist_store_save_answer_async (KistStore          *self,
                              const char         *thing,
                              const char         *step,
                              const char         *item,
                              const char         *text,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (thing != NULL && step != NULL && item != NULL && text != NULL);

  kist_worker_push (self->worker,
                    kist_store_new_task (self, NULL, callback, data,
                                         answer_new (thing, step, item, text, kist_clock_now (self->clock)),
                                         answer_free),
                    save_answer_on_worker, NULL);
}

/**
 * kist_store_load_answers_async:
 * @self: a store
 * @thing: a Thing's key
 * @step: a step's id
 * @cancellable: (nullable): stops it before its turn
 * @callback: called with the answers
 * @data: for @callback
 */
void
kist_store_load_answers_async (KistStore          *self,
                               const char         *thing,
                               const char         *step,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (thing != NULL && step != NULL);

  kist_worker_push (
      self->worker,
      kist_store_new_task (self, cancellable, callback, data, answer_new (thing, step, NULL, NULL, 0), answer_free),
      load_answers_on_worker, (GDestroyNotify)g_hash_table_unref);
}

/**
 * kist_store_load_answers_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the step's answers by the prompt's id
 */
GHashTable *
kist_store_load_answers_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_store_save_place_async:
 * @self: a store
 * @place: where someone is; copied
 * @callback: (nullable): called when it is kept, or not
 * @data: for @callback
 *
 * Keeps one place for each key. Finish with kist_store_save_finish().
 */
void
kist_store_save_place_async (KistStore *self, const KistPlace *place, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (place != NULL && place->key != NULL);

  kist_worker_push (
      self->worker,
      kist_store_new_task (self, NULL, callback, data, kist_place_copy (place), (GDestroyNotify)kist_place_free),
      save_place_on_worker, NULL);
}
