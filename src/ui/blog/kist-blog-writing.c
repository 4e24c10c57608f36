#include "kist-blog-writing.h"

typedef struct
{
  GPtrArray        *posts;   /* (element-type KistIncomingPost) (owned) */
  GPtrArray        *entries; /* (element-type KistEntry) (owned) (nullable) until they are made */
  char            **sources; /* (owned) (nullable) with the entries */
  gint64            now;
  GWeakRef          store;
  GWeakRef          journal;
  KistStoreProgress progress;
  gpointer          data;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_ptr_array_unref (writing->posts);
  g_clear_pointer (&writing->entries, g_ptr_array_unref);
  g_strfreev (writing->sources);
  g_weak_ref_clear (&writing->store);
  g_weak_ref_clear (&writing->journal);
  g_free (writing);
}

/* On a thread: all texts are copied. */
static void
create_entries_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  g_autoptr (GStrvBuilder) sources = g_strv_builder_new ();

  writing->entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned i = 0; i < writing->posts->len; i++)
    {
      KistIncomingPost *post = g_ptr_array_index (writing->posts, i);

      g_ptr_array_add (writing->entries, kist_incoming_post_create_entry (post, writing->now));
      g_strv_builder_take (sources, kist_post_dup_fingerprint (kist_incoming_post_get_post (post)));
    }
  writing->sources = g_strv_builder_end (sources);
  g_task_return_boolean (task, TRUE);
}

static char **
dup_ids (GPtrArray *entries)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (unsigned i = 0; i < entries->len; i++)
    g_strv_builder_add (ids, kist_entry_get_id (g_ptr_array_index (entries, i)));
  return g_strv_builder_end (ids);
}

/* What is on the disk is in the journal, whoever still waits for it. */
static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Writing *writing = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (KistJournal) journal = NULL;

  if (!kist_store_save_finish (KIST_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  journal = g_weak_ref_get (&writing->journal);
  if (journal)
    kist_journal_add_all (journal, writing->entries);
  g_task_return_pointer (task, dup_ids (writing->entries), (GDestroyNotify)g_strfreev);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Writing *writing = g_task_get_task_data (task);
  g_autoptr (KistStore) store = g_weak_ref_get (&writing->store);

  if (store)
    kist_store_import_async (store, writing->entries, (const char *const *)writing->sources,
                             g_task_get_cancellable (task), writing->progress, writing->data, imported_cb,
                             g_object_ref (task));
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The window was closed.");
}

/**
 * kist_blog_writing_async:
 * @services: the services
 * @blog: what the person confirmed
 * @cancellable: to stop it
 * @progress: told how many are written
 * @callback: called when they are in the journal, or none is
 * @data: for @progress and @callback; alive until the latter
 *
 * Brings in the posts that are included. Once they are in it is too late to cancel, and the result says so.
 */
void
kist_blog_writing_async (KistServices       *services,
                         KistIncomingBlog   *blog,
                         GCancellable       *cancellable,
                         KistStoreProgress   progress,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  Writing *writing;
  GTask   *task;
  g_autoptr (GTask) creating = NULL;

  g_return_if_fail (KIST_IS_SERVICES (services) && KIST_IS_INCOMING_BLOG (blog));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable) && progress != NULL);

  writing = g_new0 (Writing, 1);
  writing->posts = kist_incoming_blog_list_included (blog);
  writing->now = kist_clock_now (kist_services_get_clock (services));
  writing->progress = progress;
  writing->data = data;
  g_weak_ref_init (&writing->store, kist_services_get_store (services));
  g_weak_ref_init (&writing->journal, kist_services_get_journal (services));
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, writing, writing_free);
  creating = g_task_new (NULL, NULL, created_cb, task);
  g_task_set_task_data (creating, writing, NULL);
  g_task_run_in_thread (creating, create_entries_cb);
}

/**
 * kist_blog_writing_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids of the new entries, or %NULL when the journal
 *   is as it was
 */
char **
kist_blog_writing_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
