/* One thread that does one thing after another, in the order asked. SQLite's connection belongs to one thread at a time
 * and what a person did must be kept in the order in which they did it; g_task_run_in_thread() promises neither, for it
 * takes whichever thread of its pool is free. So the store has one of these: a named thread and a queue of tasks.
 *
 * A task's result, and the last reference to the task, go back to the main context in which the task was made; the
 * thread never drops a caller's object. kist_worker_shutdown() comes before the last unref. Any thread may push. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KistWorkerFunc:
 * @source: (nullable): the task's source object
 * @data: (nullable): the task's data
 * @error: where to put an error
 *
 * What a task does, on the worker's thread.
 *
 * Returns: (transfer full): the result; %NULL exactly when @error is set
 */
typedef gpointer (*KistWorkerFunc) (gpointer source, gpointer data, GError **error);

#define KIST_TYPE_WORKER (kist_worker_get_type ())
G_DECLARE_FINAL_TYPE (KistWorker, kist_worker, KIST, WORKER, GObject)

KistWorker *kist_worker_new (const char *name);
void        kist_worker_push (KistWorker *self, GTask *task, KistWorkerFunc func, GDestroyNotify free_result);
void        kist_worker_shutdown (KistWorker *self);

G_END_DECLS
