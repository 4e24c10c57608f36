#include "kist-config.h"

#include "kist-history-dialog.h"

#include <glib/gi18n.h>

#include "base/kist-date.h"
#include "kist-changes.h"
#include "ui/widgets/kist-plain-status.h"
#include "ui/kist-wording.h"

struct _KistHistoryDialog
{
  AdwDialog parent_instance;

  KistServices *services;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray    *versions;    /* (element-type KistEntry) (owned) as it is now, and what it was, newest first */
  GPtrArray    *changes;     /* (element-type KistChanges) (owned) (nullable) of each to the one after it in versions */
  KistEntry    *chosen;      /* (owned) (nullable) the one being read */
  GQueue        rows;        /* (element-type GtkWidget) in the group */

  AdwNavigationView   *navigation;
  GtkStack            *stack;
  AdwStatusPage       *empty;
  AdwPreferencesGroup *group;
  AdwNavigationPage   *reading;
  GtkLabel            *heading;
  GtkLabel            *legend;
  GtkLabel            *text;
  GtkWidget           *restore;
  GtkEditable         *name;
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
  g_autoptr (GDateTime) local = kist_date_new_local (kist_entry_get_updated (revision));
  g_autofree char *day =
      kist_wording_dup_day (kist_services_get_clock (self->services), kist_entry_get_updated (revision));
  g_autofree char *hour = g_date_time_format (local, "%H:%M");

  /* Translators: a day and a time of day, "Yesterday, 14:05" */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

/* NULL for the oldest, which everything before came to. */
static const KistChanges *
changes_of (KistHistoryDialog *self, unsigned position)
{
  return position < self->changes->len ? g_ptr_array_index (self->changes, position) : NULL;
}

static char *
dup_title (KistHistoryDialog *self, unsigned position)
{
  const char      *name = kist_entry_get_name (g_ptr_array_index (self->versions, position));
  g_autofree char *time =
      position == 0 ? g_strdup (_ ("Now")) : dup_time (self, g_ptr_array_index (self->versions, position));

  /* Translators: when a version was written, and what its person calls it */
  return name ? g_strdup_printf (_ ("%s: %s"), time, name) : g_steal_pointer (&time);
}

static void
show_text (KistHistoryDialog *self, const KistChanges *changes)
{
  gboolean         is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autofree char *text = changes ? kist_changes_dup_text (changes) : NULL;
  g_autofree char *spoken = changes ? kist_changes_dup_spoken (changes) : g_strdup ("");
  g_autoptr (PangoAttrList) attributes = changes ? kist_changes_create_attributes (changes, is_dark) : NULL;

  gtk_label_set_text (self->heading, kist_entry_get_title (self->chosen));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), *kist_entry_get_title (self->chosen) != '\0');
  gtk_label_set_text (self->text, text ? text : kist_entry_get_body (self->chosen));
  gtk_label_set_attributes (self->text, attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_label_set_text (self->legend, changes ? _ ("Since the version before: what was added is underlined, what was "
                                                 "taken away is struck through.")
                                            : _ ("The first version that was kept."));
}

static void
version_activated_cb (KistHistoryDialog *self, AdwActionRow *row)
{
  unsigned         position = (unsigned)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *title = dup_title (self, position);

  g_set_object (&self->chosen, g_ptr_array_index (self->versions, position));
  adw_navigation_page_set_title (self->reading, title);
  show_text (self, changes_of (self, position));
  gtk_widget_set_visible (self->restore, position > 0);
  gtk_editable_set_text (self->name, kist_entry_get_name (self->chosen) ? kist_entry_get_name (self->chosen) : "");
  adw_navigation_view_push_by_tag (self->navigation, "reading");
}

static char *
dup_summary (KistHistoryDialog *self, unsigned position)
{
  const KistChanges *changes = changes_of (self, position);
  g_autofree char   *summary = NULL;
  const char        *title, *title_before;

  if (!changes)
    return g_strdup (_ ("First version"));
  summary = kist_changes_dup_summary (changes);
  title = kist_entry_get_title (g_ptr_array_index (self->versions, position));
  title_before = kist_entry_get_title (g_ptr_array_index (self->versions, position + 1));
  /* Translators: %s is how many words changed since the version before: "+34 words" */
  return g_str_equal (title, title_before) ? g_steal_pointer (&summary)
                                           : g_strdup_printf (_ ("%s, another title"), summary);
}

static void
add_row (KistHistoryDialog *self, unsigned position)
{
  GtkWidget       *row = adw_action_row_new ();
  KistEntry       *version = g_ptr_array_index (self->versions, position);
  g_autofree char *title = dup_title (self, position);
  g_autofree char *words = kist_wording_dup_words (kist_entry_get_words (version));
  g_autofree char *summary = dup_summary (self, position);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", summary, words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (version_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_queue_push_tail (&self->rows, row);
}

/* On a thread of its own: @data are the versions. */
static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *versions = data;
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_changes_free);

  for (unsigned i = 0; i + 1 < versions->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (changes, kist_changes_new (kist_entry_get_body (g_ptr_array_index (versions, i + 1)),
                                                kist_entry_get_body (g_ptr_array_index (versions, i))));
  g_task_return_pointer (task, changes, (GDestroyNotify)g_ptr_array_unref);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistHistoryDialog *self = KIST_HISTORY_DIALOG (source);
  g_autoptr (GPtrArray) changes = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWidget *row;

  /* None when the dialog was closed meanwhile. */
  if (!changes)
    return;

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_steal_pointer (&changes);
  while ((row = g_queue_pop_head (&self->rows)))
    adw_preferences_group_remove (self->group, row);
  for (unsigned i = 0; i < self->versions->len; i++)
    add_row (self, i);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

/* The present that was named is kept as a revision, too: then it is one row and not two. */
static void
take_versions (KistHistoryDialog *self, GPtrArray *revisions)
{
  KistEntry *present = g_ptr_array_index (self->versions, 0);
  KistEntry *newest = g_ptr_array_index (revisions, 0);
  gboolean   is_kept = kist_entry_get_updated (newest) == kist_entry_get_updated (present);
  g_autoptr (KistEntry) named = kist_entry_new_with_name (present, is_kept ? kist_entry_get_name (newest) : NULL);

  g_ptr_array_set_size (self->versions, 0);
  g_ptr_array_add (self->versions, g_steal_pointer (&named));
  for (unsigned i = is_kept; i < revisions->len; i++)
    g_ptr_array_add (self->versions, g_object_ref (g_ptr_array_index (revisions, i)));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistHistoryDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = kist_store_list_revisions_finish (KIST_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!revisions)
    {
      g_message ("The versions were not listed: %s", error->message);
      adw_status_page_set_title (self->empty, _ ("The Versions Could Not Be Read"));
      kist_plain_status_describe (self->empty, error->message);
    }
  if (!revisions || revisions->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  take_versions (self, revisions);
  task = g_task_new (self, self->cancellable, compared_cb, NULL);
  g_task_set_task_data (task, g_ptr_array_copy (self->versions, (GCopyFunc)(void (*) (void))g_object_ref, NULL),
                        (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, compare_in_thread);
}

static void
list (KistHistoryDialog *self)
{
  kist_store_list_revisions_async (kist_services_get_store (self->services),
                                   kist_entry_get_id (g_ptr_array_index (self->versions, 0)), self->cancellable,
                                   listed_cb, g_object_ref (self));
}

/* A label selects all of its text when it gets the focus, and the colours of changes are not to be seen then. */
static void
reading_shown_cb (KistHistoryDialog *self)
{
  gtk_label_select_region (self->text, 0, 0);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistHistoryDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!kist_store_save_finish (KIST_STORE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (self->services)
    list (self);
}

static void
name_applied_cb (KistHistoryDialog *self)
{
  const char *name = gtk_editable_get_text (self->name);
  g_autoptr (KistEntry) named = kist_entry_new_with_name (self->chosen, *name ? name : NULL);

  kist_store_name_state_async (kist_services_get_store (self->services), named, named_cb, g_object_ref (self));
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
  g_clear_object (&self->chosen);
  g_queue_clear (&self->rows);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, group);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, text);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, restore);
  gtk_widget_class_bind_template_child (widget_class, KistHistoryDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, reading_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
}

static void
kist_history_dialog_init (KistHistoryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->versions = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->rows);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_history_dialog_new:
 * @services: the services
 * @entry: an entry as it is now
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
kist_history_dialog_new (KistServices *services, KistEntry *entry)
{
  KistHistoryDialog *self = g_object_new (KIST_TYPE_HISTORY_DIALOG, NULL);

  self->services = g_object_ref (services);
  g_ptr_array_add (self->versions, g_object_ref (entry));
  list (self);
  return ADW_DIALOG (self);
}
