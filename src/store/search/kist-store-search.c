#include "base/kist-error.h"
#include "journal/kist-tag.h"
#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* So many entries are indexed before the next thing that was asked has its turn: some ten milliseconds. */
#define BATCH 50

/* What a task about searching was asked; a copy. */
typedef struct
{
  char         *words;
  char         *tag; /* (nullable) its key */
  unsigned      max;
  GCancellable *cancellable; /* (nullable) */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->words);
  g_free (search->tag);
  g_clear_object (&search->cancellable);
  g_free (search);
}

/* ---- on the worker's thread ---- */

/* A little at a time, so that a save never waits for long. */
static gpointer
index_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;
  g_autoptr (GError) index_error = NULL;
  gboolean is_done = TRUE;

  if (self->database && !kist_search_table_index (self->database, BATCH, &is_done, &index_error))
    g_debug ("the index waits for a search: %s", index_error->message);
  if (!is_done && !index_error)
    kist_store_index_soon (self);
  return KIST_STORE_KEPT;
}

/* Everything that waits. That there is no room for it is no reason not to search what is there. */
static gboolean
index_all (KistDatabase *database, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) index_error = NULL;
  gboolean is_done = FALSE;

  while (!is_done)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (kist_search_table_index (database, BATCH, &is_done, &index_error))
        continue;
      if (g_error_matches (index_error, KIST_ERROR, KIST_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&index_error));
          return FALSE;
        }
      g_message ("What was written last cannot be indexed: %s", index_error->message);
      return TRUE;
    }
  return TRUE;
}

static GPtrArray *
index_and_search (KistDatabase *database, const Search *search, GError **error)
{
  if (!index_all (database, search->cancellable, error))
    return NULL;
  return kist_search_table_search (database, search->words, search->tag, search->max, error);
}

static gpointer
search_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore    *self = source;
  const Search *search = data;
  GPtrArray    *hits;
  g_autoptr (GError) first_error = NULL;

  if (!kist_store_require_open (self, error))
    return NULL;
  hits = index_and_search (self->database, search, &first_error);
  if (hits)
    return hits;
  if (!g_error_matches (first_error, KIST_ERROR, KIST_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return NULL;
    }
  /* Nothing is in the index that the entries do not have. */
  g_message ("The search index is damaged and made anew.");
  if (!kist_search_table_rebuild (self->database, error))
    return NULL;
  return index_and_search (self->database, search, error);
}

/*
 * kist_store_index_soon:
 *
 * From any thread. Brings what waits into the index, after all that was asked before.
 */
void
kist_store_index_soon (KistStore *self)
{
  kist_worker_push (self->worker, kist_store_new_task (self, NULL, NULL, NULL, NULL, NULL), index_on_worker, NULL);
}

/* ---- on the caller's thread ---- */

/**
 * kist_store_search_async:
 * @self: a store
 * @words: what to look for; copied. Anything is allowed and nothing means anything but itself; words beyond the 16th
 *   are not looked for
 * @tag: (nullable): a tag that the entries must have, in whatever case, or %NULL for all entries
 * @max: how many entries at most
 * @cancellable: (nullable): stops it before its turn, or while it still indexes
 * @callback: called with what was found
 * @data: for @callback
 *
 * Finds the entries that have every word, the last perhaps only begun, in the title or the text, whatever their case
 * and accents. Everything that was saved before is found, and nothing that was deleted.
 */
void
kist_store_search_async (KistStore          *self,
                         const char         *words,
                         const char         *tag,
                         unsigned            max,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  Search *search;

  g_return_if_fail (KIST_IS_STORE (self));
  g_return_if_fail (words != NULL);

  search = g_new0 (Search, 1);
  search->words = g_strdup (words);
  search->tag = tag ? kist_tag_dup_key (tag) : NULL;
  search->max = max;
  search->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  kist_worker_push (self->worker, kist_store_new_task (self, cancellable, callback, data, search, search_free),
                    search_on_worker, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * kist_store_search_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistHit): what was found, the best first
 */
GPtrArray *
kist_store_search_finish (KistStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
