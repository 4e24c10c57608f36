#include "ui/journal/writing/kist-page-dialog.h"

static void
owner_gone_cb (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
}

/**
 * kist_page_dialog_present:
 * @dialog: a dialog
 * @owner: the page, or what is on it, that the dialog is about
 *
 * Presents @dialog, and closes it when @owner is destroyed: its answer would come to nothing.
 */
void
kist_page_dialog_present (AdwDialog *dialog, GtkWidget *owner)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog) && GTK_IS_WIDGET (owner));

  g_signal_connect_object (owner, "destroy", G_CALLBACK (owner_gone_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, owner);
}
