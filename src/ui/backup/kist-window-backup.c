#include "kist-window-backup.h"

#include <glib/gi18n.h>

#include "store/backup/kist-backup-file.h"
#include "ui/backup/kist-backup-dialog.h"
#include "ui/backup/kist-backup-wording.h"
#include "ui/kist-window-private.h"

/* Whether there is a folder, and nothing is on its way into it. */
static gboolean
is_at_rest (KistWindow *self)
{
  return self->store && !self->replacement && !self->is_closing;
}

/* The one that is open already, or one that begins with the making of a back-up or with a file. */
static KistBackupDialog *
ensure_dialog (KistWindow *self, gboolean can_make)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (!KIST_IS_BACKUP_DIALOG (dialog))
    {
      dialog = kist_backup_dialog_new (can_make);
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }
  return KIST_BACKUP_DIALOG (dialog);
}

static void
back_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);

  if (is_at_rest (self) && self->services)
    ensure_dialog (self, TRUE);
}

static void
restore_file_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);

  if (is_at_rest (self))
    kist_backup_dialog_open_file (ensure_dialog (self, FALSE), g_variant_get_string (parameter, NULL),
                                  kist_store_get_folder (self->store));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file && g_file_peek_path (file))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.restore-file", "s", g_file_peek_path (file));
  else if (file)
    kist_window_complain (self, _ ("The File Was Not Opened"),
                          _ ("It is on no disk of this computer. Copy it into a folder first."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    kist_window_complain (self, _ ("No File Could Be Chosen"), error->message);
}

static void
restore_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  if (!is_at_rest (KIST_WINDOW (widget)))
    return;
  gtk_file_filter_set_name (known, _ ("Back-ups of Kist"));
  gtk_file_filter_add_suffix (known, KIST_BACKUP_FILE_SUFFIX + 1);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, known);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Restore From a File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

static void
brought_back_cb (KistWindow *self, KistReplacement *replacement)
{
  const GError    *error = kist_replacement_get_error (replacement);
  g_autofree char *why = NULL;

  if (!error || self->is_closing)
    return;
  /* Translators: the copy that was kept of what a person had before they restored a back-up */
  why = kist_backup_wording_dup_why_not_restored (error, _ ("the copy"), kist_store_get_folder (self->store));
  kist_window_complain (self, _ ("The Copy Was Not Restored"), why);
}

static void
restore_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow      *self = KIST_WINDOW (widget);
  KistReplacement *replacement;

  if (!is_at_rest (self))
    return;
  replacement =
      kist_replacement_start (self, g_variant_get_string (parameter, NULL), FALSE, _ ("What you had before is back"));
  g_signal_connect_object (replacement, "done", G_CALLBACK (brought_back_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kist_window_backup_install_actions:
 * @widget_class: the window's class
 *
 * Adds the actions about back-ups that kist-window.h lists.
 */
void
kist_window_backup_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.restore-file", "s", restore_file_action);
  gtk_widget_class_install_action (widget_class, "win.restore-copy", "s", restore_copy_action);
}
