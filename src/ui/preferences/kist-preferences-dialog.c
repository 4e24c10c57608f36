#include "kist-config.h"

#include "kist-preferences-dialog.h"

#include <glib/gi18n.h>

struct _KistPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  KistPrivacyBook *book; /* (owned) */

  GtkListBox  *names;
  AdwEntryRow *entry;
};

G_DEFINE_FINAL_TYPE (KistPreferencesDialog, kist_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
list_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_privacy_book_add_name (KIST_PREFERENCES_DIALOG (widget)->book, g_variant_get_string (parameter, NULL));
}

static void
forget_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPreferencesDialog *self = KIST_PREFERENCES_DIALOG (widget);
  const char            *name = g_variant_get_string (parameter, NULL);
  g_autofree char       *said = g_strdup_printf (_ ("“%s” is no longer looked for"), name);
  AdwToast              *toast = adw_toast_new (said);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "preferences.list-name");
  adw_toast_set_action_target_value (toast, parameter);
  kist_privacy_book_remove_name (self->book, name);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  const char      *name = gtk_string_object_get_string (item);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preferences.forget-name");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
names_changed_cb (KistPreferencesDialog *self)
{
  GListModel *names = kist_privacy_book_get_names (self->book);

  gtk_widget_set_visible (GTK_WIDGET (self->names), g_list_model_get_n_items (names) > 0);
}

static void
apply_cb (KistPreferencesDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (kist_privacy_book_add_name (self->book, name))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    adw_preferences_dialog_add_toast (
        ADW_PREFERENCES_DIALOG (self),
        adw_toast_new (_ ("A name has 2 to 80 letters, stands on the list once, and 200 is the most")));
}

static void
kist_preferences_dialog_dispose (GObject *object)
{
  KistPreferencesDialog *self = KIST_PREFERENCES_DIALOG (object);

  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (kist_preferences_dialog_parent_class)->dispose (object);
}

static void
kist_preferences_dialog_class_init (KistPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/preferences/kist-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPreferencesDialog, names);
  gtk_widget_class_bind_template_child (widget_class, KistPreferencesDialog, entry);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_install_action (widget_class, "preferences.forget-name", "s", forget_action);
  gtk_widget_class_install_action (widget_class, "preferences.list-name", "s", list_action);
}

static void
kist_preferences_dialog_init (KistPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_preferences_dialog_new:
 * @book: what the writer told the confidentiality check
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
kist_preferences_dialog_new (KistPrivacyBook *book)
{
  KistPreferencesDialog *self = g_object_new (KIST_TYPE_PREFERENCES_DIALOG, NULL);
  GListModel            *names = kist_privacy_book_get_names (book);

  self->book = g_object_ref (book);
  gtk_list_box_bind_model (self->names, names, create_row, NULL, NULL);
  g_signal_connect_object (names, "items-changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  names_changed_cb (self);
  return ADW_DIALOG (self);
}
