#include "kist-config.h"

#include "kist-window.h"

#include <glib/gi18n.h>

#include "kist-sections.h"
#include "kist-window-private.h"
#include "ui/author/kist-window-files.h"

G_DEFINE_FINAL_TYPE (KistWindow, kist_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  REOPEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
select_section (KistWindow *self, const char *name)
{
  for (unsigned i = 0; i < kist_sections_get_n (); i++)
    if (g_str_equal (kist_sections_get (i)->name, name))
      gtk_list_box_select_row (self->sections, gtk_list_box_get_row_at_index (self->sections, i));
}

/* A page that has the focus while it is replaced is never freed (libadwaita 1.7.6): the focus leaves it first. */
void
kist_window_replace_pages (KistWindow *self, AdwNavigationPage **pages, unsigned n_pages)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean   was_inside = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->navigation));

  if (was_inside)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  adw_navigation_view_replace (self->navigation, pages, (int)n_pages);
  if (was_inside && n_pages > 0)
    gtk_widget_child_focus (GTK_WIDGET (pages[n_pages - 1]), GTK_DIR_TAB_FORWARD);
}

/* Says what went wrong, and that nothing came of it. */
void
kist_window_complain (KistWindow *self, const char *heading, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
kist_window_open_section (KistWindow *self, const char *name)
{
  const KistSection *section = kist_sections_lookup (name);
  AdwNavigationPage *page;

  if (!section || !self->services)
    return;

  page = section->page_new (self->services);
  kist_window_replace_pages (self, &page, 1);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  self->section = section;
  select_section (self, name);
}

static gboolean
has_any_cb (GValue *is_visible, GVariant *folders, gpointer data)
{
  g_value_set_boolean (is_visible, g_variant_n_children (folders) > 0);
  return TRUE;
}

static void
add_section_row (KistWindow *self, const KistSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (section->icon);
  GtkWidget *label = gtk_label_new (_ (section->title));

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (section->title), -1);
  gtk_list_box_append (self->sections, row);
  if (section->is_for_authors)
    g_settings_bind_with_mapping (self->settings, "author-folders", row, "visible", G_SETTINGS_BIND_GET, has_any_cb,
                                  NULL, NULL, NULL);
}

static void
section_activated_cb (KistWindow *self, GtkListBoxRow *row)
{
  kist_window_open_section (self, kist_sections_get (gtk_list_box_row_get_index (row))->name);
}

/* Arrow keys select a row without opening it; who then goes elsewhere finds the open section selected. */
static void
sections_left_cb (KistWindow *self)
{
  if (self->section)
    select_section (self, self->section->name);
}

/* Waits for other services, or for recovery. */
void
kist_window_reopen (KistWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  g_signal_emit (self, signals[REOPEN], 0);
}

static void
toast_dismissed_cb (KistWindow *self)
{
  self->save_toast = NULL;
}

static void
save_failed_cb (KistWindow *self, const char *message)
{
  g_autofree char *title = NULL;

  if (self->save_toast || self->is_closing)
    return;

  /* Translators: %s is why, one sentence */
  title = g_strdup_printf (_ ("Not saved yet. %s"), message);
  self->save_toast = adw_toast_new (title);
  adw_toast_set_use_markup (self->save_toast, FALSE);
  adw_toast_set_timeout (self->save_toast, 0);
  adw_toast_set_priority (self->save_toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->save_toast, _ ("_Try Again"));
  adw_toast_set_action_name (self->save_toast, "win.retry-saving");
  g_signal_connect_object (self->save_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->save_toast);
}

static void
saved_cb (KistWindow *self)
{
  if (self->save_toast)
    adw_toast_dismiss (self->save_toast);
}

static void
erased_cb (KistWindow *self, unsigned n_entries)
{
  g_autofree char *title = NULL;
  AdwToast        *toast;

  if (self->is_closing)
    return;

  title = g_strdup_printf (ngettext ("%u entry deleted for good", "%u entries deleted for good", n_entries), n_entries);
  toast = adw_toast_new (title);
  /* It does not wait until an offer to undo an earlier deletion has gone. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!kist_store_save_finish (KIST_STORE (source), result, &error))
    g_message ("The record did not close cleanly: %s", error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
close_store (KistWindow *self)
{
  self->is_closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  kist_store_close_async (kist_services_get_store (self->services), closed_cb, g_object_ref (self));
}

static void
unsaved_answered_cb (KistWindow *self, const char *response)
{
  self->is_asking = FALSE;
  if (g_str_equal (response, "close"))
    close_store (self);
  else if (g_str_equal (response, "again"))
    kist_saver_retry (kist_services_get_saver (self->services));
}

static void
ask_about_unsaved (KistWindow *self)
{
  AdwDialog *dialog;

  if (self->is_asking)
    return;

  self->is_asking = TRUE;
  dialog = adw_alert_dialog_new (_ ("Close Without Saving?"), NULL);
  adw_alert_dialog_set_body (
      ADW_ALERT_DIALOG (dialog),
      _ ("Your latest changes could not be written to disk. If you close Kist now they are lost. "
         "You can copy your text first, or make room on the disk and try again."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Keep Open"), "close",
                                  _ ("_Close Without Saving"), "again", _ ("_Try Again"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "again", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "again");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (unsaved_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* What is on its way to the disk decides how to go on: closing now would lose what then fails. */
static void
go_on_closing (KistWindow *self)
{
  KistSaver *saver = kist_services_get_saver (self->services);

  self->is_waiting_to_close = !kist_saver_is_settled (saver);
  if (self->is_waiting_to_close)
    return;

  if (kist_saver_get_n_unsaved (saver) > 0)
    ask_about_unsaved (self);
  else
    close_store (self);
}

static void
settled_cb (KistWindow *self)
{
  if (!self->is_waiting_to_close)
    return;
  /* The window was there to be written in until now. What failed is not tried again without being asked for. */
  if (kist_saver_get_n_unsaved (kist_services_get_saver (self->services)) == 0)
    kist_services_flush (self->services);
  go_on_closing (self);
}

static gboolean
kist_window_close_request (GtkWindow *window)
{
  KistWindow *self = KIST_WINDOW (window);

  if (!self->services || self->is_closing)
    return GTK_WINDOW_CLASS (kist_window_parent_class)->close_request (window);

  kist_services_flush (self->services);
  go_on_closing (self);
  return TRUE;
}

static void
kist_window_constructed (GObject *object)
{
  KistWindow *self = KIST_WINDOW (object);

  G_OBJECT_CLASS (kist_window_parent_class)->constructed (object);

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
kist_window_dispose (GObject *object)
{
  KistWindow *self = KIST_WINDOW (object);

  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_clear_object (&self->services);
  g_clear_object (&self->store);
  g_clear_object (&self->replacement);
  g_clear_object (&self->arrived);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_WINDOW);
  G_OBJECT_CLASS (kist_window_parent_class)->dispose (object);
}

static void
kist_window_class_init (KistWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = kist_window_constructed;
  object_class->dispose = kist_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kist_window_close_request;

  /**
   * KistWindow::reopen:
   * @self: the window
   *
   * The store is to be opened again: the person asked for it, or there is something else in its folder now. After the
   * latter pages that are still fading out may hand over what is no part of it, so it takes another #KistStore.
   */
  signals[REOPEN] = g_signal_new ("reopen", KIST_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/kist-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KistWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KistWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KistWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, KistWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, KistWindow, sections);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  kist_window_install_actions (widget_class);
}

static void
kist_window_init (KistWindow *self)
{
  GtkEventController *focus;

  self->settings = g_settings_new (KIST_APPLICATION_ID);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (unsigned i = 0; i < kist_sections_get_n (); i++)
    add_section_row (self, kist_sections_get (i));
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (sections_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->sections), focus);
  kist_window_files_accept_drops (self);
}

/**
 * kist_window_set_services:
 * @self: the window
 * @services: the services; set once, and again after each #KistWindow::reopen
 *
 * Shows Home.
 */
void
kist_window_set_services (KistWindow *self, KistServices *services)
{
  KistSaver *saver;

  g_return_if_fail (KIST_IS_WINDOW (self) && KIST_IS_SERVICES (services));
  g_return_if_fail (self->services == NULL);

  self->services = g_object_ref (services);
  g_set_object (&self->store, kist_services_get_store (services));
  saver = kist_services_get_saver (services);
  g_signal_connect_object (saver, "failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "erased", G_CALLBACK (erased_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  kist_window_open_section (self, "home");
  gtk_stack_set_visible_child_name (self->stack, "main");
  if (self->arrived)
    kist_replacement_say (self->arrived, self);
  g_clear_object (&self->arrived);
}

/**
 * kist_window_is_ready:
 * @self: the window
 *
 * Returns: whether its pages can be opened
 */
gboolean
kist_window_is_ready (KistWindow *self)
{
  g_return_val_if_fail (KIST_IS_WINDOW (self), FALSE);

  return self->services != NULL;
}

/**
 * kist_window_show_recovery:
 * @self: the window
 * @store: the store that did not open
 * @error: why
 */
void
kist_window_show_recovery (KistWindow *self, KistStore *store, const GError *error)
{
  g_return_if_fail (KIST_IS_WINDOW (self));

  g_set_object (&self->store, store);
  /* Hardly anyone ever sees it: it is made when it is needed. */
  if (!self->recovery)
    {
      self->recovery = g_object_new (KIST_TYPE_RECOVERY_VIEW, NULL);
      g_signal_connect_object (self->recovery, "reopen", G_CALLBACK (kist_window_reopen), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->recovery), "recovery");
    }
  gtk_stack_set_visible_child_name (self->stack, "recovery");
  kist_recovery_view_show_error (self->recovery, store, error);
}
