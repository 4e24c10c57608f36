#include "kist-config.h"

#include "kist-find-bar.h"

#include <glib/gi18n.h>

struct _KistFindBar
{
  AdwBin parent_instance;

  KistDocumentView *view; /* (weak) */

  GtkSearchBar *bar;
  GtkEditable  *entry;
  GtkLabel     *matches;
};

G_DEFINE_FINAL_TYPE (KistFindBar, kist_find_bar, ADW_TYPE_BIN)

static void
find (KistFindBar *self, int step)
{
  const char      *wanted = gtk_editable_get_text (self->entry);
  unsigned         total = self->view ? kist_document_view_find (self->view, wanted) : 0;
  g_autofree char *text = NULL;

  if (total > 0)
    /* Translators: which match of how many is shown */
    text = g_strdup_printf (_ ("%u of %u"), kist_document_view_find_step (self->view, step), total);
  else
    text = g_strdup (*wanted ? _ ("Not found") : "");
  gtk_label_set_text (self->matches, text);
  if (*text)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (KistFindBar *self)
{
  find (self, 0);
}

static void
next_cb (KistFindBar *self)
{
  find (self, 1);
}

static void
previous_cb (KistFindBar *self)
{
  find (self, -1);
}

static void
closed_cb (KistFindBar *self)
{
  if (self->view && !gtk_search_bar_get_search_mode (self->bar))
    kist_document_view_find (self->view, "");
}

static void
kist_find_bar_dispose (GObject *object)
{
  KistFindBar *self = KIST_FIND_BAR (object);

  g_clear_weak_pointer (&self->view);
  /* The bar is a child that the template names: AdwBin must let go of it before the template takes it away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_FIND_BAR);
  G_OBJECT_CLASS (kist_find_bar_parent_class)->dispose (object);
}

static void
kist_find_bar_class_init (KistFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/reader/kist-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KistFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KistFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, KistFindBar, matches);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
kist_find_bar_init (KistFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kist_find_bar_set_view:
 * @self: the bar
 * @view: the text to find in
 */
void
kist_find_bar_set_view (KistFindBar *self, KistDocumentView *view)
{
  g_set_weak_pointer (&self->view, view);
}

/**
 * kist_find_bar_open:
 * @self: the bar
 *
 * Shows the bar and puts the caret into its entry.
 */
void
kist_find_bar_open (KistFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
