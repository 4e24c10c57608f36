#include "kist-config.h"

#include "kist-way-out.h"

#include <glib/gi18n.h>

#include "content/kist-form-text.h"
#include "ui/export/kist-export-dialog.h"
#include "ui/export/kist-export.h"
#include "ui/export/kist-print-operation.h"

/* Without the title of a badge's entry: the form has a field of its own for that. */
static void
copy (GtkWidget *page, KistEntry *entry)
{
  const char *title = kist_entry_get_badge (entry) ? NULL : kist_entry_get_title (entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kist_form_text_new (title, kist_entry_get_body (entry), &error);

  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
  gtk_widget_activate_action (page, "win.toast", "s", text ? _ ("Copied: paste it into the form") : error->message);
}

static void
printed_cb (GtkWidget *page, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  g_message ("Nothing was printed: %s", error->message);
  if (!gtk_widget_get_root (page))
    return;
  dialog = adw_alert_dialog_new (_ ("The Entry Was Not Printed"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, page);
}

/* What the laying out needs to end; it keeps no page alive. */
typedef struct
{
  GWeakRef page;
  char    *title; /* (owned) */
} Printing;

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Printing *printing = data;
  g_autoptr (GtkWidget) page = g_weak_ref_get (&printing->page);
  g_autofree char *title = printing->title;
  g_autoptr (KistPrintPages) pages = kist_export_lay_out_finish (KIST_EXPORT (source), result, NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_weak_ref_clear (&printing->page);
  g_free (printing);
  if (!pages || !page || !gtk_widget_get_root (page))
    return; /* the editor was left meanwhile */
  operation = kist_print_operation_new (g_steal_pointer (&pages), title);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), page, G_CONNECT_SWAPPED);
  /* What goes wrong is said by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (page)),
                           NULL);
}

static void
print (GtkWidget *page, KistServices *services, GPtrArray *entries)
{
  g_autoptr (KistExport) export = kist_export_new (services, entries, FALSE);
  Printing   *printing = g_new0 (Printing, 1);
  const char *title = kist_entry_get_title (g_ptr_array_index (entries, 0));

  g_weak_ref_init (&printing->page, page);
  printing->title = g_strdup (*title ? title : _ ("Untitled"));
  kist_export_lay_out_async (export, NULL, laid_out_cb, printing);
}

/**
 * kist_way_out_get_label:
 * @way: "copy", "export" or "print"
 *
 * Returns: (transfer none): what a button says that leads there
 */
const char *
kist_way_out_get_label (const char *way)
{
  return g_str_equal (way, "copy") ? _ ("_Copy") : _ ("_Go On");
}

/**
 * kist_way_out_go:
 * @way: "copy", "export" or "print"
 * @page: the editor
 * @services: the services
 * @entry: the entry as it is
 *
 * Puts the text for a form on the clipboard, or asks what the entry is to become, or on which printer.
 */
void
kist_way_out_go (const char *way, GtkWidget *page, KistServices *services, KistEntry *entry)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_if_fail (way != NULL && GTK_IS_WIDGET (page) && KIST_IS_ENTRY (entry));

  entries = g_ptr_array_new ();
  g_ptr_array_add (entries, entry);
  if (g_str_equal (way, "copy"))
    copy (page, entry);
  else if (g_str_equal (way, "export"))
    adw_dialog_present (kist_export_dialog_new (services, entries, FALSE), page);
  else
    print (page, services, entries);
}
