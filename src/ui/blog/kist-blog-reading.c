#include "kist-blog-reading.h"

/* How much of the whole the reading of the file is; the rest is judging the posts. By the processor time that 8,000
 * posts of 400 words took. */
#define READING_SHARE 0.4

/* What the thread is given. */
typedef struct
{
  char                   *path;
  KistLibrary            *library; /* (owned) */
  GPtrArray              *entries; /* (element-type KistEntry) (owned) */
  GHashTable             *sources; /* (element-type utf8) (owned) (nullable) until the store has said them */
  GCancellable           *cancellable;
  KistBlogReadingProgress progress;
  gpointer                data;
  gboolean                is_judging; /* the file was read */
} Reading;

typedef struct
{
  GCancellable           *cancellable; /* (owned) */
  KistBlogReadingProgress progress;
  gpointer                data;
  double                  fraction;
  unsigned                n_posts;
} Telling;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_object_unref (reading->library);
  g_ptr_array_unref (reading->entries);
  g_clear_pointer (&reading->sources, g_hash_table_unref);
  g_object_unref (reading->cancellable);
  g_free (reading);
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->cancellable);
  g_free (telling);
}

/* Who asked may be gone, and then it was cancelled. */
static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  if (!g_cancellable_is_cancelled (telling->cancellable))
    telling->progress (telling->fraction, telling->n_posts, telling->data);
  return G_SOURCE_REMOVE;
}

/* ---- on the thread ---- */

static void
progress_cb (guint64 done, guint64 total, unsigned n_posts, gpointer data)
{
  Reading *reading = data;
  Telling *telling = g_new0 (Telling, 1);
  double   fraction = total > 0 ? (double)done / (double)total : 0;

  telling->cancellable = g_object_ref (reading->cancellable);
  telling->progress = reading->progress;
  telling->data = reading->data;
  telling->fraction = reading->is_judging ? READING_SHARE + fraction * (1 - READING_SHARE) : fraction * READING_SHARE;
  telling->n_posts = n_posts;
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, telling, telling_free);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError  *error = NULL;
  g_autoptr (KistBlog) blog = kist_blog_read (reading->path, progress_cb, reading, cancellable, &error);
  KistIncomingBlog *incoming = NULL;

  reading->is_judging = TRUE;
  if (blog)
    incoming = kist_incoming_blog_new (blog, reading->library, reading->sources, reading->entries, progress_cb, reading,
                                       cancellable, &error);
  if (incoming)
    g_task_return_pointer (task, incoming, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* ---- on the main thread ---- */

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError  *error = NULL;

  reading->sources = kist_store_list_imports_finish (KIST_STORE (source), result, &error);
  if (reading->sources)
    g_task_run_in_thread (task, read_cb);
  else
    g_task_return_error (task, error);
}

/**
 * kist_blog_reading_async:
 * @services: the services
 * @path: a file, or a folder of Markdown
 * @cancellable: to stop it; cancelled before @data goes
 * @progress: told how far it is
 * @callback: called when it is read, or not
 * @data: for @progress and @callback
 *
 * Reads a blog, as kist_blog_read() does, and proposes what to do with each post.
 */
void
kist_blog_reading_async (KistServices           *services,
                         const char             *path,
                         GCancellable           *cancellable,
                         KistBlogReadingProgress progress,
                         GAsyncReadyCallback     callback,
                         gpointer                data)
{
  Reading *reading;
  GTask   *task;

  g_return_if_fail (KIST_IS_SERVICES (services) && path != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable) && progress != NULL);

  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (path);
  reading->library = g_object_ref (kist_services_get_library (services));
  reading->entries = kist_journal_snapshot (kist_services_get_journal (services));
  reading->cancellable = g_object_ref (cancellable);
  reading->progress = progress;
  reading->data = data;
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_task_data (task, reading, reading_free);
  kist_store_list_imports_async (kist_services_get_store (services), cancellable, listed_cb, task);
}

/**
 * kist_blog_reading_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the posts, or %NULL with #KistError, which does not name the file, or
 *   #GIOErrorEnum
 */
KistIncomingBlog *
kist_blog_reading_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
