#include "kist-config.h"

#include "kist-export-dialog.h"

#include <glib/gi18n.h>

#include "base/kist-weak-box.h"
#include "kist-export-theme-row.h"
#include "kist-export-wording.h"
#include "kist-export.h"
#include "ui/journal/privacy/kist-leaving-page.h"

#define LOOK_AGAIN_MS 100

struct _KistExportDialog
{
  AdwDialog parent_instance;

  KistExport *export;        /* (owned) */
  char         *format;      /* (owned) the id of the format that is chosen */
  GCancellable *cancellable; /* (owned) (nullable) of what is under way */
  unsigned      source;

  AdwNavigationView  *pages;
  AdwNavigationPage  *formats;
  AdwBanner          *problem;
  GtkStack           *stack;
  AdwPreferencesPage *choices;
  AdwComboRow        *theme;     /* below the website, and of the web page, too */
  AdwSwitchRow       *with_text; /* below xAPI, which alone leaves out what was written */
  GtkProgressBar     *progress;
  GtkWidget          *cancel;
  GtkWidget          *choose_place;
};

G_DEFINE_FINAL_TYPE (KistExportDialog, kist_export_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_FORMAT = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static const KistPublishFormat *
get_format (KistExportDialog *self)
{
  return kist_export_find_format (self->format);
}

static void
show_writing (KistExportDialog *self, gboolean is_writing)
{
  gtk_stack_set_visible_child_name (self->stack, is_writing ? "writing" : "choosing");
  gtk_widget_set_visible (self->choose_place, !is_writing);
  adw_navigation_page_set_can_pop (self->formats, !is_writing);
  gtk_widget_grab_focus (is_writing ? self->cancel : self->choose_place);
}

static void
complain (KistExportDialog *self, const char *message)
{
  adw_banner_set_use_markup (self->problem, FALSE);
  adw_banner_set_title (self->problem, message);
  adw_banner_set_revealed (self->problem, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* Progress is shown as far as the thread can tell; for the rest the bar moves. */
static gboolean
look_cb (gpointer data)
{
  KistExportDialog *self = data;
  double            fraction = kist_export_get_fraction (self->export);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

/* The toast belongs to the window: the dialog is gone by then. */
static void
say_made (KistExportDialog *self, const char *path)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  unsigned   n_missing = kist_export_get_n_missing (self->export);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.say-made", "s", path);
  if (n_missing > 0)
    {
      g_autofree char *said =
          g_strdup_printf (ngettext ("%u picture is missing: what it shows stands there in words",
                                     "%u pictures are missing: what they show stands there in words", n_missing),
                           n_missing);

      gtk_widget_activate_action (window, "win.toast", "s", said);
    }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistExportDialog) self = kist_weak_box_open (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kist_export_run_finish (KIST_EXPORT (source), result, &error);

  if (!self || !gtk_widget_get_root (GTK_WIDGET (self)))
    return; /* it was closed meanwhile */
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  if (path)
    {
      say_made (self, path);
      return;
    }
  show_writing (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_message ("Nothing was exported: %s", error->message);
  complain (self, error->message);
}

static void
write_to (KistExportDialog *self, const char *path)
{
  adw_banner_set_revealed (self->problem, FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_writing (self, TRUE);
  self->cancellable = g_cancellable_new ();
  self->source = g_timeout_add (LOOK_AGAIN_MS, look_cb, self);
  kist_export_set_theme (self->export, kist_publish_theme_get (adw_combo_row_get_selected (self->theme)));
  kist_export_run_async (self->export, get_format (self), adw_switch_row_get_active (self->with_text), path,
                         self->cancellable, written_cb, kist_weak_box_new (self));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistExportDialog) self = data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (!gtk_widget_get_root (GTK_WIDGET (self))) /* it was closed meanwhile */
    return;
  file = kist_export_makes_folder (self->export, get_format (self))
             ? gtk_file_dialog_select_folder_finish (dialog, result, &error)
             : gtk_file_dialog_save_finish (dialog, result, &error);
  if (file && g_file_peek_path (file))
    write_to (self, g_file_peek_path (file));
  else if (file)
    complain (self, _ ("It can only be made on this computer."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    complain (self, error->message);
}

static void
choose_place_clicked_cb (KistExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  if (kist_export_makes_folder (self->export, get_format (self)))
    {
      const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
      g_autoptr (GFile) folder = g_file_new_for_path (documents ? documents : g_get_home_dir ());

      gtk_file_dialog_set_title (dialog, _ ("Where Should the Folder Be Made?"));
      gtk_file_dialog_set_initial_folder (dialog, folder);
      gtk_file_dialog_select_folder (dialog, window, NULL, place_chosen_cb, g_object_ref (self));
    }
  else
    {
      g_autofree char *name = kist_export_dup_name (self->export, get_format (self));

      gtk_file_dialog_set_title (dialog, _ ("Export"));
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, window, NULL, place_chosen_cb, g_object_ref (self));
    }
}

static void
cancel_clicked_cb (KistExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
problem_closed_cb (KistExportDialog *self)
{
  adw_banner_set_revealed (self->problem, FALSE);
}

static void
leave_cb (KistExportDialog *self)
{
  adw_navigation_view_push (self->pages, self->formats);
  gtk_widget_grab_focus (self->choose_place);
}

static void
chosen_cb (KistExportDialog *self, const char *entry)
{
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *kept = g_strdup (entry);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open-entry", "s", kept);
}

static void
kist_export_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *property)
{
  g_value_set_string (value, KIST_EXPORT_DIALOG (object)->format);
}

static void
kist_export_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *property)
{
  KistExportDialog *self = KIST_EXPORT_DIALOG (object);

  if (!g_set_str (&self->format, g_value_get_string (value)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->with_text), g_str_equal (self->format, "xapi"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->theme), g_str_equal (get_format (self)->extension, "html"));
  g_object_notify_by_pspec (object, property);
}

static void
kist_export_dialog_dispose (GObject *object)
{
  KistExportDialog *self = KIST_EXPORT_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->export);
  g_clear_pointer (&self->format, g_free);
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (kist_export_dialog_parent_class)->dispose (object);
}

static void
kist_export_dialog_class_init (KistExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = kist_export_dialog_get_property;
  G_OBJECT_CLASS (klass)->set_property = kist_export_dialog_set_property;
  G_OBJECT_CLASS (klass)->dispose = kist_export_dialog_dispose;

  /**
   * KistExportDialog:format:
   *
   * The id of the format that is chosen.
   */
  properties[PROP_FORMAT] = g_param_spec_string ("format", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/export/kist-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KistExportDialog, choose_place);
  gtk_widget_class_bind_template_callback (widget_class, problem_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_place_clicked_cb);
  gtk_widget_class_install_property_action (widget_class, "export.format", "format");
}

static void
add_choice (AdwPreferencesGroup *group, const KistExportChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choice->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choice->for_whom));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "export.format");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", choice->format);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (choice->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (choice->for_whom), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
add_choices (KistExportDialog *self)
{
  unsigned                n_choices;
  const KistExportChoice *choices = kist_export_wording_choices (&n_choices);
  AdwPreferencesGroup    *group = NULL;

  for (unsigned i = 0; i < n_choices; i++)
    {
      if (choices[i].is_of_all && !kist_export_is_everything (self->export))
        continue;
      if (choices[i].group)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (choices[i].group));
          adw_preferences_page_add (self->choices, group);
        }
      add_choice (group, &choices[i]);
      if (g_str_equal (choices[i].format, "site"))
        {
          self->theme = ADW_COMBO_ROW (kist_export_theme_row_new ());
          adw_preferences_group_add (group, GTK_WIDGET (self->theme));
        }
    }
  self->with_text = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->with_text), _ ("Include What I Wrote"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->with_text), _ ("In xAPI, which leaves it out otherwise"));
  adw_preferences_group_add (group, GTK_WIDGET (self->with_text));
  g_object_set (self, "format", choices[0].format, NULL);
}

static void
kist_export_dialog_init (KistExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_export_dialog_new:
 * @services: the services, which are not kept
 * @entries: (element-type KistEntry): what is to leave
 * @is_everything: whether that is all there is
 *
 * Returns: (transfer floating): the dialog, to be presented to a widget of the window
 */
AdwDialog *
kist_export_dialog_new (KistServices *services, GPtrArray *entries, gboolean is_everything)
{
  KistExportDialog *self = g_object_new (KIST_TYPE_EXPORT_DIALOG, NULL);
  KistPrivacyBook  *book = kist_services_get_privacy_book (services);
  g_autofree char  *count = NULL;
  g_autoptr (GPtrArray) pictures = NULL;
  AdwNavigationPage *page = self->formats;

  self->export = kist_export_new (services, entries, is_everything);
  add_choices (self);
  entries = kist_export_get_entries (self->export);
  pictures = kist_publication_list_images (entries);
  count = kist_export_wording_dup_count (entries->len, pictures->len);
  adw_preferences_page_set_description (self->choices, count);
  if (kist_leaving_page_is_needed (book, entries))
    {
      page = kist_leaving_page_new (book, entries);
      g_signal_connect_object (page, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
  adw_navigation_view_replace (self->pages, &page, 1);
  return ADW_DIALOG (self);
}
