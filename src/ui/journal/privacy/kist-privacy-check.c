#include "kist-privacy-check.h"

struct _KistPrivacyCheck
{
  GObject parent_instance;

  GPtrArray *entries; /* (element-type KistEntry) (owned) only read */
  char     **names;   /* (owned) */
  int        n_done;  /* atomic: entries that are checked */
};

G_DEFINE_FINAL_TYPE (KistPrivacyCheck, kist_privacy_check, G_TYPE_OBJECT)

static void
result_free (gpointer data)
{
  KistPrivacyResult *result = data;

  g_object_unref (result->entry);
  g_ptr_array_unref (result->concerns);
  g_free (result);
}

/* What is clean is dropped at once: a journal may have thousands of entries. */
static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistPrivacyCheck *self = source;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (result_free);

  for (unsigned i = 0; i < self->entries->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      KistEntry       *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *head = kist_privacy_check_dup_head (kist_entry_get_title (entry), kist_entry_get_tags (entry));
      g_autoptr (GPtrArray) concerns =
          kist_privacy_concerns_new (head, kist_entry_get_body (entry), (const char *const *)self->names);

      if (concerns->len > 0)
        {
          KistPrivacyResult *result = g_new0 (KistPrivacyResult, 1);

          result->entry = g_object_ref (entry);
          result->concerns = g_steal_pointer (&concerns);
          g_ptr_array_add (results, result);
        }
      g_atomic_int_inc (&self->n_done);
    }
  g_task_return_pointer (task, g_steal_pointer (&results), (GDestroyNotify)g_ptr_array_unref);
}

static void
kist_privacy_check_finalize (GObject *object)
{
  KistPrivacyCheck *self = KIST_PRIVACY_CHECK (object);

  g_ptr_array_unref (self->entries);
  g_strfreev (self->names);
  G_OBJECT_CLASS (kist_privacy_check_parent_class)->finalize (object);
}

static void
kist_privacy_check_class_init (KistPrivacyCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_privacy_check_finalize;
}

static void
kist_privacy_check_init (KistPrivacyCheck *self)
{
}

/**
 * kist_privacy_check_dup_head:
 * @title: an entry's title
 * @tags: (array zero-terminated=1): its tags
 *
 * Returns: (transfer full): what kist_privacy_concerns_new() checks as the title: it and, where the entry has some, its
 *   tags, which leave with it
 */
char *
kist_privacy_check_dup_head (const char *title, const char *const *tags)
{
  g_autofree char *joined = NULL;

  g_return_val_if_fail (title != NULL && tags != NULL, NULL);

  joined = g_strjoinv (KIST_PRIVACY_BETWEEN, (char **)tags);
  return g_strconcat (title, *joined ? KIST_PRIVACY_BETWEEN : NULL, joined, NULL);
}

/**
 * kist_privacy_check_new:
 * @book: what the writer told the check
 * @entries: (element-type KistEntry): what is to leave, which nobody changes any more
 *
 * Returns: (transfer full): a check to be run once
 */
KistPrivacyCheck *
kist_privacy_check_new (KistPrivacyBook *book, GPtrArray *entries)
{
  KistPrivacyCheck *self;

  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (book) && entries != NULL, NULL);

  self = g_object_new (KIST_TYPE_PRIVACY_CHECK, NULL);
  self->entries = g_ptr_array_ref (entries);
  self->names = kist_privacy_book_dup_names (book);
  return self;
}

/**
 * kist_privacy_check_run_async:
 * @self: a check
 * @cancellable: (nullable): stops it between two entries
 * @callback: called when it has ended
 * @data: for @callback
 */
void
kist_privacy_check_run_async (KistPrivacyCheck   *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KIST_IS_PRIVACY_CHECK (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kist_privacy_check_run_async);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * kist_privacy_check_run_finish:
 * @self: the check
 * @result: its result
 * @book: what the writer told the check, of which what is meant so is marked
 * @error: where to put an error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type KistPrivacyResult): the entries in which there is something to look
 *   at, in their order
 */
GPtrArray *
kist_privacy_check_run_finish (KistPrivacyCheck *self, GAsyncResult *result, KistPrivacyBook *book, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (!found)
    return NULL;
  open = g_ptr_array_new_with_free_func (result_free);
  g_ptr_array_set_free_func (found, NULL);
  for (unsigned i = 0; i < found->len; i++)
    {
      KistPrivacyResult *one = g_ptr_array_index (found, i);
      GHashTable        *meant = kist_privacy_book_get_meant (book, kist_entry_get_id (one->entry));

      one->n_open = kist_privacy_concerns_mark (one->concerns, meant);
      if (one->n_open > 0)
        g_ptr_array_add (open, one);
      else
        result_free (one);
    }
  return g_steal_pointer (&open);
}

/**
 * kist_privacy_check_get_fraction:
 * @self: a check
 *
 * Returns: how much of it is done, 0 to 1
 */
double
kist_privacy_check_get_fraction (KistPrivacyCheck *self)
{
  g_return_val_if_fail (KIST_IS_PRIVACY_CHECK (self), 0);

  return self->entries->len > 0 ? (double)g_atomic_int_get (&self->n_done) / self->entries->len : 1;
}
