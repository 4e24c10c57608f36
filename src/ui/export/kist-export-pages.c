/* The ways out that end on the screen or at a printer, and write no file. */
#include "kist-export-private.h"

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistExport         *self = source;
  const KistExportRun run = { kist_publish_find_format ("pdf"), NULL, FALSE, NULL };
  g_autoptr (KistPublication) publication = kist_export_make_publication (self, &run);
  PangoContext   *context = kist_print_create_context ();
  KistPrintPages *pages =
      kist_print_pages_new (context, publication, kist_publication_get_entry (publication, 0), cancellable);

  g_object_unref (context);
  g_task_return_pointer (task, pages, (GDestroyNotify)kist_print_pages_free);
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const KistExportRun run = { kist_publish_find_format ("html"), data, FALSE, NULL };
  g_autoptr (KistPublication) publication = kist_export_make_publication (source, &run);
  GError *error = NULL;
  g_autoptr (GPtrArray) files = kist_publish (run.format, publication, NULL, &error);

  if (files)
    g_task_return_pointer (task, g_bytes_ref (((KistZipEntry *)g_ptr_array_index (files, 0))->bytes),
                           (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kist_export_lay_out_async:
 * @self: an export of one entry
 * @cancellable: (nullable): stops it
 * @callback: called when its pages are laid out
 * @data: for @callback
 */
void
kist_export_lay_out_async (KistExport *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KIST_IS_EXPORT (self) && self->entries->len == 1);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kist_export_lay_out_async);
  g_task_run_in_thread (task, lay_out_in_thread);
}

/**
 * kist_export_lay_out_finish:
 * @self: the export
 * @result: of kist_export_lay_out_async()
 * @error: where to put an error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages
 */
KistPrintPages *
kist_export_lay_out_finish (KistExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_export_render_async:
 * @self: an export
 * @cancellable: (nullable): drops what comes of it
 * @callback: called when the page is there
 * @data: for @callback
 */
void
kist_export_render_async (KistExport *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KIST_IS_EXPORT (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kist_export_render_async);
  g_task_set_task_data (task, (gpointer)self->theme, NULL);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * kist_export_render_finish:
 * @self: the export
 * @result: of kist_export_render_async()
 * @error: where to put an error: %G_IO_ERROR_CANCELLED, %KIST_ERROR_NOT_FOUND when there is nothing to show
 *
 * Returns: (transfer full) (nullable): the web page that an export would be
 */
GBytes *
kist_export_render_finish (KistExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
