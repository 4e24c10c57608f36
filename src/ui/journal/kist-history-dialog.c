#include "kist-config.h"

#include "kist-history-dialog.h"

#include <glib/gi18n.h>

#include "ui/kist-wording.h"

#define EXCERPT_CHARACTERS 90

struct _KistHistoryDialog
{
  AdwDialog parent_instance;

  KistServices *services;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray    *revisions;   /* (element-type KistEntry) (owned) (nullable) until they are listed */
  KistEntry    *chosen;      /* (unowned) (nullable) the one being read */

  AdwNavigationView   *navigation;
  GtkStack            *stack;
  AdwStatusPage       *empty;
  AdwPreferencesGroup *versions;
  AdwNavigationPage   *reading;
  GtkLabel            *text;
};

G_DEFINE_FINAL_TYPE (KistHistoryDialog, kist_history_dialog, ADW_TYPE_DIALOG)

enum
{
  RESTORE,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static char *
dup_time (KistHistoryDialog *self, KistEntry *revision)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (kist_entry_get_updated (revision));
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day =
      kist_wording_dup_day (kist_services_get_clock (self->services), kist_entry_get_updated (revision));
  g_autofree char *hour = g_date_time_format (local, "%H:%M");

  /* Translators: a day and a time of day, "Yesterday, 14:05" */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

static void
version_activated_cb (KistHistoryDialog *self, AdwActionRow *row)
{
  g_autofree char *time = NULL;

  self->chosen = g_ptr_array_index (self->revisions, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  time = dup_time (self, self->chosen);
  adw_navigation_page_set_title (self->reading, time);
  gtk_label_set_text (self->text, kist_entry_get_body (self->chosen));
  adw_navigation_view_push_by_tag (self->navigation, "reading");
}

static void
add_row (KistHistoryDialog *self, KistEntry *revision)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *time = dup_time (self, revision);
  g_autofree char *words = kist_wording_dup_words (kist_entry_get_words (revision));
  g_autofree char *excerpt = kist_entry_dup_excerpt (revision, EXCERPT_CHARACTERS);
  g_autofree char *title = g_strdup_printf ("%s · %s", time, words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), excerpt);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (version_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->versions, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistHistoryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = kist_store_list_revisions_finish (KIST_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!revisions)
    {
      g_message ("The versions were not listed: %s", error->message);
      adw_status_page_set_title (self->empty, _ ("The Versions Could Not Be Read"));
      adw_status_page_set_description (self->empty, error->message);
    }
  else if (revisions->len > 0)
    {
      self->revisions = g_steal_pointer (&revisions);
      for (unsigned i = 0; i < self->revisions->len; i++)
        add_row (self, g_ptr_array_index (self->revisions, i));
    }
  gtk_stack_set_visible_child_name (self->stack, self->revisions ? "list" : "empty");
}

static void
restore_clicked_cb (KistHistoryDialog *self)
{
  g_signal_emit (self, signals[RESTORE], 0, self->chosen);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
kist_history_dialog_dispose (GObject *object)
{
  KistHistoryDialog *self = KIST_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  /* The view is a child that the template names: AdwDialog must let go of it before the template takes it away. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_HISTORY_DIALOG);
  G_OBJECT_CLASS (kist_history_dialog_parent_class)->dispose (object);
}

static void
kist_history_dialog_class_init (KistHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_history_dialog_dispose;

  /**
   * KistHistoryDialog::restore:
   * @self: the dialog
   * @revision: the #KistEntry as it was then
   *
   * The person wants this text back.
   */
  signals[RESTORE] = g_signal_new ("restore", KIST_TYPE_HISTORY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, KIST_TYPE_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, versions);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
kist_history_dialog_init (KistHistoryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_history_dialog_new:
 * @services: the services
 * @entry: an entry
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
kist_history_dialog_new (KistServices *services, KistEntry *entry)
{
  KistHistoryDialog *self = g_object_new (KIST_TYPE_HISTORY_DIALOG, NULL);

  self->services = g_object_ref (services);
  kist_store_list_revisions_async (kist_services_get_store (services), kist_entry_get_id (entry), self->cancellable,
                                   listed_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
