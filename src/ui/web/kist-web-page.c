#include "kist-config.h"

#include "kist-web-page.h"

#include <glib/gi18n.h>

#include "base/kist-weak-box.h"
#include "kist-web-module.h"
#include "ui/export/kist-export-dialog.h"
#include "ui/export/kist-export-wording.h"
#include "ui/export/kist-export.h"

/* Pixels: what a phone has for a page, and more than any screen. */
#define PHONE_WIDTH 390
#define NO_WIDTH 100000

struct _KistWebPage
{
  AdwNavigationPage parent_instance;

  KistServices *services;    /* (owned) */
  KistEntry    *entry;       /* (owned) */
  KistExport *export;        /* (owned) */
  GSettings    *settings;    /* (owned) */
  GCancellable *cancellable; /* (owned) of what the page waits for */
  GCancellable *rendering;   /* (owned) (nullable) of the page as it is to look now */
  GBytes       *bytes;       /* (owned) (nullable) that page, until it is shown */
  GtkWidget    *view;        /* (unowned) (nullable) until WebKit is there, and when it is not */

  AdwWindowTitle  *window_title;
  AdwToggleGroup  *themes;
  GtkToggleButton *phone;
  AdwClamp        *clamp;
  GtkStack        *stack;
  GtkWidget       *spinner;
};

G_DEFINE_FINAL_TYPE (KistWebPage, kist_web_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_problem (KistWebPage *self)
{
  self->view = NULL;
  adw_clamp_set_child (self->clamp, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->themes), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->phone), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* When both the page and what draws it are there. */
static void
show_page (KistWebPage *self)
{
  if (!self->view || !self->bytes)
    return;
  g_object_set (self->view, "page", self->bytes, NULL);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
loaded_cb (KistWebPage *self)
{
  if (!gtk_widget_get_visible (self->spinner))
    return;
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_opacity (self->view, 1);
  gtk_widget_grab_focus (self->view);
}

static void
link_cb (KistWebPage *self, const char *address)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", address);
}

static void
add_view (KistWebPage *self, KistWebViewNew view_new)
{
  g_autofree char *policy = kist_publish_theme_dup_policy ("data:");

  self->view = view_new (policy);
  gtk_widget_set_opacity (self->view, 0); /* it is white before the page is there */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Web Page"), -1);
  g_settings_bind (self->settings, "text-zoom", self->view, "zoom-level", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "failed", G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  adw_clamp_set_child (self->clamp, self->view);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistWebPage) self = kist_weak_box_open (data);
  g_autoptr (GError) error = NULL;
  KistWebViewNew view_new = kist_web_module_load_finish (result, &error);

  if (!self || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* it was left meanwhile */
  if (view_new)
    {
      add_view (self, view_new);
      show_page (self);
      return;
    }
  g_message ("There is no preview: %s", error->message);
  show_problem (self);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistWebPage) self = kist_weak_box_open (data);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kist_export_render_finish (KIST_EXPORT (source), result, &error);

  if (!self || !bytes)
    return; /* it was left, or is to look otherwise by now: an entry that is there can be rendered */
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  show_page (self);
}

static void
render (KistWebPage *self)
{
  g_cancellable_cancel (self->rendering);
  g_clear_object (&self->rendering);
  self->rendering = g_cancellable_new ();
  kist_export_set_theme (self->export, kist_publish_theme_find (adw_toggle_group_get_active_name (self->themes)));
  kist_export_render_async (self->export, self->rendering, rendered_cb, kist_weak_box_new (self));
}

static void
phone_toggled_cb (KistWebPage *self)
{
  adw_clamp_set_maximum_size (self->clamp, gtk_toggle_button_get_active (self->phone) ? PHONE_WIDTH : NO_WIDTH);
}

static void
export_clicked_cb (KistWebPage *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  AdwDialog *dialog;

  g_ptr_array_add (entries, self->entry);
  dialog = kist_export_dialog_new (self->services, entries, FALSE);
  g_object_set (dialog, "format", "html", NULL);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
kist_web_page_dispose (GObject *object)
{
  KistWebPage *self = KIST_WEB_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->rendering);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rendering);
  g_clear_object (&self->services);
  g_clear_object (&self->entry);
  g_clear_object (&self->export);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_WEB_PAGE);
  G_OBJECT_CLASS (kist_web_page_parent_class)->dispose (object);
}

static void
kist_web_page_class_init (KistWebPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_web_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/web/kist-web-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistWebPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KistWebPage, themes);
  gtk_widget_class_bind_template_child (widget_class, KistWebPage, phone);
  gtk_widget_class_bind_template_child (widget_class, KistWebPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, KistWebPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistWebPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, phone_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

static void
add_themes (KistWebPage *self)
{
  const KistPublishTheme *theme;

  for (unsigned i = 0; (theme = kist_publish_theme_get (i)); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, theme->id);
      adw_toggle_set_label (toggle, kist_export_wording_get_theme (i));
      adw_toggle_group_add (self->themes, toggle);
    }
  g_settings_bind (self->settings, "web-theme", self->themes, "active-name", G_SETTINGS_BIND_DEFAULT);
}

static void
kist_web_page_init (KistWebPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (KIST_APPLICATION_ID);
  self->cancellable = g_cancellable_new ();
  add_themes (self);
  phone_toggled_cb (self);
}

/**
 * kist_web_page_new:
 * @services: the services
 * @entry: the entry to show
 *
 * Returns: (transfer floating): the page, which opens WebKit while it is pushed
 */
AdwNavigationPage *
kist_web_page_new (KistServices *services, KistEntry *entry)
{
  KistWebPage *self = g_object_new (KIST_TYPE_WEB_PAGE, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  const char *title = kist_entry_get_title (entry);

  self->services = g_object_ref (services);
  self->entry = g_object_ref (entry);
  g_ptr_array_add (entries, entry);
  self->export = kist_export_new (services, entries, FALSE);
  adw_window_title_set_title (self->window_title, *title ? title : _ ("Untitled"));
  g_signal_connect_object (self->themes, "notify::active-name", G_CALLBACK (render), self, G_CONNECT_SWAPPED);
  kist_web_module_load_async (self->cancellable, opened_cb, kist_weak_box_new (self));
  render (self);
  return ADW_NAVIGATION_PAGE (self);
}
