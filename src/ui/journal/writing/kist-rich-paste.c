#include "kist-rich-paste.h"

#include "base/kist-weak-box.h"
#include "content/html/kist-html-paste.h"

#define HTML "text/html"

/* One edit, in the place of what is selected; by the plain text where there is no other. */
static void
insert (GtkTextView *view, const char *markdown)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkClipboard  *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

  if (!markdown)
    {
      gtk_text_buffer_paste_clipboard (buffer, clipboard, NULL, gtk_text_view_get_editable (view));
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, gtk_text_view_get_editable (view));
  gtk_text_buffer_insert_interactive_at_cursor (buffer, markdown, -1, gtk_text_view_get_editable (view));
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

/* A byte more than is taken, so that what is too long is known as that. */
static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  gsize            length = 0;
  g_autofree char *read = g_malloc (KIST_HTML_PASTE_MAX_BYTES + 1);
  g_autoptr (GBytes) bytes = NULL;

  if (g_input_stream_read_all (G_INPUT_STREAM (data), read, KIST_HTML_PASTE_MAX_BYTES + 1, &length, cancellable, NULL))
    bytes = g_bytes_new_take (g_steal_pointer (&read), length);
  g_task_return_pointer (task, bytes ? kist_html_paste_to_markdown (bytes) : NULL, g_free);
}

static void
converted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *markdown = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GtkTextView) view = kist_weak_box_open (data);

  if (view)
    insert (view, markdown);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GtkTextView) view = NULL;

  if (stream)
    {
      task = g_task_new (NULL, NULL, converted_cb, data);
      g_task_set_task_data (task, g_steal_pointer (&stream), g_object_unref);
      g_task_run_in_thread (task, read_in_thread);
      return;
    }
  view = kist_weak_box_open (data);
  if (view)
    insert (view, NULL);
}

/**
 * kist_rich_paste:
 * @view: where to paste, in the place of what is selected
 *
 * Starts to paste when the clipboard holds HTML; what Kist copied itself is Markdown already, and offers none.
 *
 * Returns: whether it did; if not, pasting is the text's own
 */
gboolean
kist_rich_paste (GtkTextView *view)
{
  static const char *const types[] = { HTML, NULL };
  GdkClipboard            *clipboard;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), FALSE);

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML))
    return FALSE;
  gdk_clipboard_read_async (
      clipboard, (const char **)types, G_PRIORITY_DEFAULT, NULL, read_cb,
      kist_weak_box_new (view)); /* it may be gone by the time that another program has answered */
  return TRUE;
}
