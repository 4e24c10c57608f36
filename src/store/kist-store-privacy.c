#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* What a task was asked; a copy. */
typedef struct
{
  char    *entry; /* (nullable): NULL for a name on the list */
  char    *text;
  gboolean is_kept;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->entry);
  g_free (told->text);
  g_free (told);
}

static gpointer
save_on_worker (gpointer source, gpointer data, GError **error)
{
  KistStore *self = source;
  Told      *told = data;

  if (!kist_store_require_open (self, error))
    return NULL;
  if (told->entry ? !kist_privacy_table_save_meant (self->database, told->entry, told->text, told->is_kept, error)
                  : !kist_privacy_table_save_name (self->database, told->text, told->is_kept, error))
    return NULL;
  return KIST_STORE_KEPT;
}

static void
save (KistStore          *self,
      const char         *entry,
      const char         *text,
      gboolean            is_kept,
      GAsyncReadyCallback callback,
      gpointer            data)
{
  Told *told = g_new0 (Told, 1);

  told->entry = g_strdup (entry);
  told->text = g_strdup (text);
  told->is_kept = is_kept;
  kist_worker_push (self->worker, kist_store_new_task (self, NULL, callback, data, told, told_free), save_on_worker,
                    NULL);
}

/**
 * kist_store_save_name_async:
 * @self: a store
 * @name: a name of somebody; copied
 * @is_listed: whether the confidentiality check is to find it
 * @callback: (nullable): called when it is kept, or not
 * @data: for @callback
 *
 * Finish with kist_store_save_finish().
 */
void
kist_store_save_name_async (KistStore          *self,
                            const char         *name,
                            gboolean            is_listed,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  g_return_if_fail (KIST_IS_STORE (self) && name != NULL);

  save (self, NULL, name, is_listed, callback, data);
}

/**
 * kist_store_save_meant_async:
 * @self: a store
 * @entry: an entry's id; copied
 * @finding: what was found there: kist_privacy_concern_dup_key(); copied
 * @is_meant: whether it is meant to stand there
 * @callback: (nullable): called when it is kept, or not
 * @data: for @callback
 *
 * Finish with kist_store_save_finish().
 */
void
kist_store_save_meant_async (KistStore          *self,
                             const char         *entry,
                             const char         *finding,
                             gboolean            is_meant,
                             GAsyncReadyCallback callback,
                             gpointer            data)
{
  g_return_if_fail (KIST_IS_STORE (self) && entry != NULL && finding != NULL);

  save (self, entry, finding, is_meant, callback, data);
}
