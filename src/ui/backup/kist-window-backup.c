#include "kist-window-backup.h"

#include <glib/gi18n.h>

#include "store/backup/kist-backup-file.h"
#include "store/everything/kist-everything.h"
#include "ui/backup/kist-backup-dialog.h"
#include "ui/backup/kist-backup-wording.h"
#include "ui/kist-file-choice.h"
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
restore_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { KIST_BACKUP_FILE_SUFFIX + 1, KIST_EVERYTHING_SUFFIX + 1, NULL };
  KistWindow              *self = KIST_WINDOW (widget);

  if (is_at_rest (self))
    kist_file_choice_ask (self, _ ("Restore From a File"), _ ("Back-ups of Kist"), suffixes, "win.restore-file");
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
