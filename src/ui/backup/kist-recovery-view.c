#include "kist-config.h"

#include "kist-recovery-view.h"

#include <glib/gi18n.h>

#include "base/kist-date.h"
#include "base/kist-error.h"
#include "ui/widgets/kist-plain-status.h"

struct _KistRecoveryView
{
  AdwBin parent_instance;

  KistStore    *store;       /* (owned) (nullable) until an error is shown */
  GCancellable *cancellable; /* (owned) */
  GPtrArray    *found;       /* (element-type KistBackup) (owned) (nullable) the back-ups shown */
  GPtrArray    *rows;        /* (element-type GtkWidget) (owned) their rows, in the same order */

  AdwStatusPage       *status;
  GtkWidget           *again;
  AdwPreferencesGroup *backups;
  GtkWidget           *others;
};

G_DEFINE_FINAL_TYPE (KistRecoveryView, kist_recovery_view, ADW_TYPE_BIN)

enum
{
  REOPEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static const char *
title_for (const GError *error)
{
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_CORRUPT))
    return _ ("Your Record Is Damaged");
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_NEWER))
    return _ ("Your Record Is From a Newer Kist");
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_FULL))
    return _ ("The Disk Is Full");
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_READ_ONLY))
    return _ ("Kist Cannot Write Here");
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_BUSY))
    return _ ("Kist Is Already Open");
  return _ ("Your Record Cannot Be Opened");
}

static char *
dup_advice_for (const GError *error, const char *folder)
{
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_CORRUPT))
    return g_strdup (
        _ ("The file on disk cannot be read as it is. Go back to a back-up below; nothing is thrown away."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_NEWER))
    return g_strdup (
        _ ("It was last used with a newer version of Kist. Update Kist on this computer, then try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_FULL))
    return g_strdup (_ ("Free some space, for example by emptying the wastebasket, then try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_READ_ONLY))
    return g_strdup_printf (
        _ ("Your record lives in %s, and this folder cannot be written to. Allow writing there, then "
           "try again."),
        folder);
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_BUSY))
    return g_strdup (_ ("Another Kist has your record open. Close that one, then try again."));
  return g_strdup (error->message);
}

static gboolean
is_replaceable (const GError *error)
{
  return g_error_matches (error, KIST_ERROR, KIST_ERROR_CORRUPT) ||
         g_error_matches (error, KIST_ERROR, KIST_ERROR_NEWER);
}

/* Also those that are still being listed, for an error that is no longer the last one. */
static void
forget_backups (KistRecoveryView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->backups, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->backups), FALSE);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistRecoveryView) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (kist_store_save_finish (KIST_STORE (source), result, &error))
    {
      g_signal_emit (self, signals[REOPEN], 0);
      return;
    }
  g_message ("The back-up was not restored: %s", error->message);
  adw_status_page_set_title (self->status, _ ("The Back-up Was Not Restored"));
  kist_plain_status_describe (self->status, error->message);
}

static void
restore (KistRecoveryView *self, const char *path)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  kist_store_restore_async (self->store, path, restored_cb, g_object_ref (self));
}

static void
backup_activated_cb (AdwActionRow *row, KistRecoveryView *self)
{
  unsigned index;

  if (g_ptr_array_find (self->rows, row, &index))
    {
      const KistBackup *backup = g_ptr_array_index (self->found, index);

      restore (self, backup->path);
    }
}

static void
add_backup_row (KistRecoveryView *self, const KistBackup *backup)
{
  g_autoptr (GDateTime) local = kist_date_new_local (backup->time);
  /* Translators: when a back-up was made, for example "Tuesday 4 March 2025, 14:05" */
  g_autofree char *title = g_date_time_format (local, _ ("%A %-d %B %Y, %H:%M"));
  g_autofree char *subtitle =
      g_strdup_printf (ngettext ("%u entry", "%u entries", backup->n_entries), backup->n_entries);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-revert-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (backup_activated_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (self->backups, row);
  g_ptr_array_add (self->rows, row);
}

static void
backups_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistRecoveryView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = kist_store_list_backups_finish (KIST_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!backups)
    {
      g_message ("The back-ups were not listed: %s", error->message);
      kist_plain_status_describe (self->status, error->message);
      return;
    }
  self->found = g_ptr_array_ref (backups);
  for (unsigned i = 0; i < backups->len; i++)
    add_backup_row (self, g_ptr_array_index (backups, i));
  gtk_widget_set_visible (GTK_WIDGET (self->backups), backups->len > 0);
}

static void
again_clicked_cb (KistRecoveryView *self)
{
  g_signal_emit (self, signals[REOPEN], 0);
}

static void
afresh_activated_cb (KistRecoveryView *self)
{
  restore (self, NULL);
}

static void
kist_recovery_view_dispose (GObject *object)
{
  KistRecoveryView *self = KIST_RECOVERY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_RECOVERY_VIEW);
  G_OBJECT_CLASS (kist_recovery_view_parent_class)->dispose (object);
}

static void
kist_recovery_view_class_init (KistRecoveryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_recovery_view_dispose;

  /**
   * KistRecoveryView::reopen:
   * @self: the view
   *
   * The store should be opened again.
   */
  signals[REOPEN] =
      g_signal_new ("reopen", KIST_TYPE_RECOVERY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/backup/kist-recovery-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistRecoveryView, status);
  gtk_widget_class_bind_template_child (widget_class, KistRecoveryView, again);
  gtk_widget_class_bind_template_child (widget_class, KistRecoveryView, backups);
  gtk_widget_class_bind_template_child (widget_class, KistRecoveryView, others);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, afresh_activated_cb);
}

static void
kist_recovery_view_init (KistRecoveryView *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_recovery_view_show_error:
 * @self: the view
 * @store: the store that did not open
 * @error: why
 */
void
kist_recovery_view_show_error (KistRecoveryView *self, KistStore *store, const GError *error)
{
  g_autofree char *advice = NULL;

  g_return_if_fail (KIST_IS_RECOVERY_VIEW (self) && KIST_IS_STORE (store) && error != NULL);

  g_set_object (&self->store, store);
  advice = dup_advice_for (error, kist_store_get_folder (store));
  adw_status_page_set_title (self->status, title_for (error));
  kist_plain_status_describe (self->status, advice);
  forget_backups (self);
  gtk_widget_set_visible (self->others, is_replaceable (error));
  if (is_replaceable (error))
    kist_store_list_backups_async (store, self->cancellable, backups_listed_cb, g_object_ref (self));
  gtk_widget_grab_focus (self->again);
}
