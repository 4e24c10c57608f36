#include "kist-config.h"

#include "kist-web-module.h"

/* Another module than the installed one, for the tests. */
#define PATH_VARIABLE "KIST_WEB_MODULE_FILE"

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *named = g_getenv (PATH_VARIABLE);
  GError     *error = NULL;
  GModule    *module = g_module_open_full (named ? named : KIST_WEB_MODULE, G_MODULE_BIND_LOCAL, &error);
  gpointer    symbol = NULL;

  if (module && !g_module_symbol (module, KIST_WEB_VIEW_NEW, &symbol))
    g_set_error_literal (&error, G_MODULE_ERROR, G_MODULE_ERROR_FAILED, g_module_error ());
  if (module)
    g_module_make_resident (module); /* what WebKit has registered once cannot be taken back */
  if (symbol)
    g_task_return_pointer (task, symbol, NULL);
  else
    g_task_return_error (task, error);
}

/**
 * kist_web_module_load_async:
 * @cancellable: (nullable): drops the answer
 * @callback: called when the module is there, or is not
 * @data: for @callback
 *
 * A thread opens it: reading and binding WebKit's libraries was measured at 220 to 310 ms on two busy cores. A second
 * time it is there at once.
 */
void
kist_web_module_load_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, kist_web_module_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * kist_web_module_load_finish:
 * @result: of kist_web_module_load_async()
 * @error: where to put an error of the linker, which is not for people
 *
 * Returns: (nullable): what makes a view; it stays for as long as the program runs
 */
KistWebViewNew
kist_web_module_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return (KistWebViewNew)g_task_propagate_pointer (G_TASK (result), error);
}
