#include "kist-form-copy.h"

#include <glib/gi18n.h>

#include "content/kist-form-text.h"

/**
 * kist_form_copy:
 * @widget: where the toast is to come up
 * @entry: the entry
 * @body: its text as it is now
 *
 * Puts the text on the clipboard and says so, or why not. The title goes with it only where no badge is aimed at: a
 * badge's form has a field of its own for it.
 */
void
kist_form_copy (GtkWidget *widget, KistEntry *entry, const char *body)
{
  const char *title = kist_entry_get_badge (entry) ? NULL : kist_entry_get_title (entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kist_form_text_new (title, body, &error);

  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", text ? _ ("Copied: paste it into the form") : error->message);
}
