#include "kist-settling.h"

#include <glib/gi18n.h>

#include "base/kist-error.h"

static void
settled_cb (GTask *task)
{
  g_autoptr (GTask) owned = task;
  KistSaver *saver = kist_services_get_saver (g_task_get_source_object (task));

  g_signal_handlers_disconnect_by_data (saver, task);
  if (kist_saver_get_n_unsaved (saver) == 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error_literal (task, KIST_ERROR, KIST_ERROR_FAILED,
                                     _ ("Your latest changes could not be saved yet; make room on the disk, then try "
                                        "again."));
}

/**
 * kist_settling_run_async:
 * @services: the services
 * @callback: called when nothing is on its way to the disk any longer
 * @data: for @callback
 *
 * Asks every page for what it holds back, and waits until it is saved or was refused.
 */
void
kist_settling_run_async (KistServices *services, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (KIST_IS_SERVICES (services));

  task = g_task_new (services, NULL, callback, data);
  kist_services_flush (services);
  if (kist_saver_is_settled (kist_services_get_saver (services)))
    settled_cb (task);
  else
    g_signal_connect_swapped (kist_services_get_saver (services), "settled", G_CALLBACK (settled_cb), task);
}

/**
 * kist_settling_run_finish:
 * @services: the services
 * @result: what the callback was given
 * @error: where to put an error: something could not be saved
 *
 * Returns: whether everything is on the disk
 */
gboolean
kist_settling_run_finish (KistServices *services, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, services), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
