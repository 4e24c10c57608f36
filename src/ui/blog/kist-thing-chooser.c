#include "kist-config.h"

#include "kist-thing-chooser.h"

#include <glib/gi18n.h>

struct _KistThingChooser
{
  GtkPopover parent_instance;

  KistLibrary *library; /* (owned) */
  char        *wanted;  /* (owned) (nullable) what is looked for, folded */

  GtkEditable *search;
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (KistThingChooser, kist_thing_chooser, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* The first row is for none. */
static KistThing *
thing_of (KistThingChooser *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  return index > 0 ? kist_library_get_thing (self->library, (unsigned)index - 1) : NULL;
}

static gboolean
is_wanted_cb (GtkListBoxRow *row, gpointer data)
{
  KistThingChooser *self = data;
  KistThing        *thing = thing_of (self, row);
  g_autofree char  *folded = g_utf8_casefold (thing ? kist_thing_get_title (thing) : _ ("No Thing"), -1);

  return !self->wanted || strstr (folded, self->wanted) != NULL;
}

static void
search_changed_cb (KistThingChooser *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (KistThingChooser *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, thing_of (self, row));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter takes the first that is found. */
static void
search_activated_cb (KistThingChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        row_activated_cb (self, row);
        return;
      }
}

static GtkWidget *
create_row (KistThing *thing, gboolean is_current)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *label = gtk_label_new (NULL);
  GtkWidget       *icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  unsigned         number = thing ? kist_thing_get_number (thing) : 0;
  g_autofree char *title = NULL;

  if (!thing)
    title = g_strdup (_ ("No Thing"));
  else if (number > 0)
    /* Translators: a Thing's number and its title: "14. Email" */
    title = g_strdup_printf (_ ("%u. %s"), number, kist_thing_get_title (thing));
  else
    title = g_strdup (kist_thing_get_title (thing));
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (icon, is_current);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
kist_thing_chooser_dispose (GObject *object)
{
  KistThingChooser *self = KIST_THING_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_THING_CHOOSER);
  g_clear_object (&self->library);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (kist_thing_chooser_parent_class)->dispose (object);
}

static void
kist_thing_chooser_class_init (KistThingChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_thing_chooser_dispose;

  /**
   * KistThingChooser::chosen:
   * @self: the chooser
   * @thing: (nullable): the Thing, or %NULL for none
   */
  signals[CHOSEN] = g_signal_new ("chosen", KIST_TYPE_THING_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, KIST_TYPE_THING);

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/blog/kist-thing-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, KistThingChooser, search);
  gtk_widget_class_bind_template_child (widget_class, KistThingChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
kist_thing_chooser_init (KistThingChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_wanted_cb, self, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
}

/**
 * kist_thing_chooser_new:
 * @library: the learning material
 * @thing: (nullable): the Thing that is chosen now
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
kist_thing_chooser_new (KistLibrary *library, KistThing *thing)
{
  KistThingChooser *self;

  g_return_val_if_fail (KIST_IS_LIBRARY (library), NULL);

  self = g_object_new (KIST_TYPE_THING_CHOOSER, NULL);
  self->library = g_object_ref (library);
  gtk_list_box_append (self->list, create_row (NULL, thing == NULL));
  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    {
      KistThing *other = kist_library_get_thing (library, i);

      gtk_list_box_append (self->list, create_row (other, other == thing));
    }
  return GTK_WIDGET (self);
}
