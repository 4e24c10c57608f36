#include "kist-backup-dialog.h"

#include <glib/gi18n.h>

#include "ui/backup/kist-backup-page.h"
#include "ui/backup/kist-backup-wording.h"
#include "ui/backup/kist-restore-page.h"
#include "ui/kist-window-private.h"

struct _KistBackupDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
};

G_DEFINE_FINAL_TYPE (KistBackupDialog, kist_backup_dialog, ADW_TYPE_DIALOG)

static void
replaced_cb (KistBackupDialog *self, KistReplacement *replacement)
{
  const GError      *error = kist_replacement_get_error (replacement);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (!error)
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (KIST_IS_RESTORE_PAGE (page))
    kist_restore_page_complain (KIST_RESTORE_PAGE (page), error);
  else
    kist_backup_page_complain (KIST_BACKUP_PAGE (page), error);
}

static void
kist_backup_dialog_class_init (KistBackupDialogClass *klass)
{
}

static void
kist_backup_dialog_init (KistBackupDialog *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Back Up and Restore"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->navigation));
}

/**
 * kist_backup_dialog_new:
 * @can_make: whether a back-up can be made in it; else it is empty until kist_backup_dialog_open_file()
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
kist_backup_dialog_new (gboolean can_make)
{
  KistBackupDialog *self = g_object_new (KIST_TYPE_BACKUP_DIALOG, NULL);

  if (can_make)
    adw_navigation_view_push (self->navigation, kist_backup_page_new ());
  return ADW_DIALOG (self);
}

/**
 * kist_backup_dialog_open_file:
 * @self: the dialog
 * @path: a file, perhaps no back-up at all
 * @folder: the person's folder
 *
 * Shows what is in it, instead of another file. Does nothing while something is being restored.
 */
void
kist_backup_dialog_open_file (KistBackupDialog *self, const char *path, const char *folder)
{
  AdwNavigationPage *page;

  g_return_if_fail (KIST_IS_BACKUP_DIALOG (self) && path != NULL && folder != NULL);

  if (!adw_dialog_get_can_close (ADW_DIALOG (self)))
    return;
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (KIST_IS_RESTORE_PAGE (page) && adw_navigation_view_get_previous_page (self->navigation, page))
    adw_navigation_view_pop (self->navigation);
  page = kist_restore_page_new (path, folder);
  if (KIST_IS_RESTORE_PAGE (adw_navigation_view_get_visible_page (self->navigation)))
    {
      /* A page that has the focus while it is replaced is never freed (libadwaita 1.7.6). */
      adw_dialog_set_focus (ADW_DIALOG (self), NULL);
      adw_navigation_view_replace (self->navigation, &page, 1);
    }
  else
    {
      adw_navigation_view_push (self->navigation, page);
    }
}

/**
 * kist_backup_dialog_restore_copy:
 * @self: the dialog
 * @backup: a rolling back-up, to be restored at once
 */
void
kist_backup_dialog_restore_copy (KistBackupDialog *self, const KistBackup *backup)
{
  g_autofree char *arrival = NULL;

  g_return_if_fail (KIST_IS_BACKUP_DIALOG (self) && backup != NULL);

  arrival = kist_backup_wording_dup_arrival (backup->time, backup->n_entries);
  kist_backup_dialog_replace (self, backup->path, FALSE, arrival);
}

/**
 * kist_backup_dialog_replace:
 * @self: the dialog
 * @database: a database
 * @is_unpacked: whether it is discarded afterwards
 * @arrival: what is said when it is there
 *
 * Restores it and closes the dialog; or the page that is shown says why not.
 */
void
kist_backup_dialog_replace (KistBackupDialog *self, const char *database, gboolean is_unpacked, const char *arrival)
{
  KistWindow      *window;
  KistReplacement *replacement;

  g_return_if_fail (KIST_IS_BACKUP_DIALOG (self) && database != NULL && arrival != NULL);

  window = KIST_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  replacement = kist_replacement_start (window, database, is_unpacked, arrival);
  g_signal_connect_object (replacement, "done", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
}
