#include "kist-worker.h"

struct _KistWorker
{
  GObject parent_instance;

  GAsyncQueue *queue;  /* (element-type Job) (owned) */
  GThread     *thread; /* (owned) (nullable): NULL after the shutdown */
};

G_DEFINE_FINAL_TYPE (KistWorker, kist_worker, G_TYPE_OBJECT)

typedef struct
{
  GTask         *task; /* (owned) (nullable): NULL says that this is the end */
  KistWorkerFunc func;
  GDestroyNotify free_result; /* (nullable) */
  gpointer       result;      /* (owned) (nullable) */
  GError        *error;       /* (owned) (nullable) */
} Job;

/* In the main context of the task. */
static gboolean
return_job_cb (gpointer data)
{
  Job *job = data;

  if (job->error)
    g_task_return_error (job->task, job->error);
  else
    g_task_return_pointer (job->task, job->result, job->free_result);
  g_object_unref (job->task);
  g_free (job);
  return G_SOURCE_REMOVE;
}

static void
send_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* Not g_main_context_invoke(): when no one runs the context at this moment it would call back on this thread. */
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_static_name (source, "KistWorker result");
  g_source_set_callback (source, return_job_cb, job, NULL);
  g_source_attach (source, g_task_get_context (job->task));
}

static gpointer
run_jobs (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (queue);

      if (!job->task)
        {
          g_free (job);
          return NULL;
        }
      if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
        {
          job->result = job->func (g_task_get_source_object (job->task), g_task_get_task_data (job->task), &job->error);
          g_assert ((job->result == NULL) == (job->error != NULL));
        }
      send_back (job);
    }
}

static void
kist_worker_finalize (GObject *object)
{
  KistWorker *self = KIST_WORKER (object);

  if (self->thread)
    g_critical ("a KistWorker must be shut down before its last reference goes");
  g_clear_pointer (&self->queue, g_async_queue_unref);
  G_OBJECT_CLASS (kist_worker_parent_class)->finalize (object);
}

static void
kist_worker_class_init (KistWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_worker_finalize;
}

static void
kist_worker_init (KistWorker *self)
{
  self->queue = g_async_queue_new ();
}

/**
 * kist_worker_new:
 * @name: the thread's name, as a debugger shows it; at most 15 bytes
 *
 * Returns: (transfer full): a worker, whose thread is running
 */
KistWorker *
kist_worker_new (const char *name)
{
  KistWorker *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (KIST_TYPE_WORKER, NULL);
  self->thread = g_thread_new (name, run_jobs, g_async_queue_ref (self->queue));
  return self;
}

/**
 * kist_worker_push:
 * @self: a worker that was not shut down
 * @task: (transfer full): what is asked for; its data is the worker's until it is done
 * @func: how to do it, on the worker's thread
 * @free_result: (nullable): frees a result that no one takes
 *
 * Does the task after all that were pushed before. One that was cancelled before its turn is not begun.
 */
void
kist_worker_push (KistWorker *self, GTask *task, KistWorkerFunc func, GDestroyNotify free_result)
{
  Job *job;

  g_return_if_fail (KIST_IS_WORKER (self) && self->thread != NULL);
  g_return_if_fail (G_IS_TASK (task) && func != NULL);

  job = g_new0 (Job, 1);
  job->task = task;
  job->func = func;
  job->free_result = free_result;
  g_async_queue_push (self->queue, job);
}

/**
 * kist_worker_shutdown:
 * @self: a worker
 *
 * Does all that was pushed, then ends the thread and waits for that. Doing it twice is harmless.
 */
void
kist_worker_shutdown (KistWorker *self)
{
  g_return_if_fail (KIST_IS_WORKER (self));

  if (!self->thread)
    return;
  g_async_queue_push (self->queue, g_new0 (Job, 1));
  g_thread_join (g_steal_pointer (&self->thread));
}
