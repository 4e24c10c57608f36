#include "kist-order-row.h"

#include <glib/gi18n.h>

#include "kist-answer-view.h"

struct _KistOrderRow
{
  AdwActionRow parent_instance;

  char *id;    /* (owned) */
  char *words; /* (owned) */

  GtkLabel  *place;
  GtkImage  *image;
  GtkWidget *up;
  GtkWidget *down;
};

G_DEFINE_FINAL_TYPE (KistOrderRow, kist_order_row, ADW_TYPE_ACTION_ROW)

enum
{
  MOVED,
  DROPPED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
up_cb (KistOrderRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
down_cb (KistOrderRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int32 (step));
  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, KistOrderRow *self)
{
  return gdk_content_provider_new_typed (KIST_TYPE_ORDER_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, KistOrderRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KistOrderRow *self)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value));
  return TRUE;
}

static GtkWidget *
create_button (KistOrderRow *self, const char *icon, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
kist_order_row_finalize (GObject *object)
{
  KistOrderRow *self = KIST_ORDER_ROW (object);

  g_free (self->id);
  g_free (self->words);
  G_OBJECT_CLASS (kist_order_row_parent_class)->finalize (object);
}

static void
kist_order_row_class_init (KistOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kist_order_row_finalize;
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, KIST_TYPE_ORDER_ROW);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
}

static void
kist_order_row_init (KistOrderRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (KIST_TYPE_ORDER_ROW, GDK_ACTION_MOVE);

  self->place = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dimmed");
  self->image = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->image), FALSE);
  self->up = create_button (self, "go-up-symbolic", G_CALLBACK (up_cb));
  self->down = create_button (self, "go-down-symbolic", G_CALLBACK (down_cb));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->place));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->image));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->down);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * kist_order_row_new:
 * @id: the answer's id
 * @markup: what it says, for the eye
 * @plain: what it says, for the ear
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kist_order_row_new (const char *id, const char *markup, const char *plain)
{
  KistOrderRow *self = g_object_new (KIST_TYPE_ORDER_ROW, "title", markup, NULL);
  /* Translators: %s is the text of a row that is to be put in order. */
  g_autofree char *up = g_strdup_printf (_ ("Move up: %s"), plain);
  /* Translators: %s is the text of a row that is to be put in order. */
  g_autofree char *down = g_strdup_printf (_ ("Move down: %s"), plain);

  self->id = g_strdup (id);
  self->words = g_strdup (plain);
  gtk_widget_set_tooltip_text (self->up, _ ("Move up (Alt+Up)"));
  gtk_widget_set_tooltip_text (self->down, _ ("Move down (Alt+Down)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->up), GTK_ACCESSIBLE_PROPERTY_LABEL, up, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->down), GTK_ACCESSIBLE_PROPERTY_LABEL, down, -1);
  return GTK_WIDGET (self);
}

const char *
kist_order_row_get_id (KistOrderRow *self)
{
  return self->id;
}

const char *
kist_order_row_get_words (KistOrderRow *self)
{
  return self->words;
}

/**
 * kist_order_row_set_place:
 * @self: a row
 * @place: from 1
 * @n_places: of how many
 *
 * Shows where the row stands and what it can do from there. A button that can do nothing keeps the focus, so that it is
 * not lost by moving something to an end.
 */
void
kist_order_row_set_place (KistOrderRow *self, unsigned place, unsigned n_places)
{
  g_autofree char *number = g_strdup_printf ("%u", place);
  /* Translators: a row that is to be put in order: its place, how many there are, what it says. */
  g_autofree char *label = g_strdup_printf (_ ("%u of %u: %s"), place, n_places, self->words);

  gtk_label_set_text (self->place, number);
  gtk_widget_set_opacity (self->up, place > 1 ? 1 : 0.3);
  gtk_widget_set_opacity (self->down, place < n_places ? 1 : 0.3);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * kist_order_row_show_right:
 * @self: a row
 * @is_right: whether it stands where it should; −1 when nothing is said
 */
void
kist_order_row_show_right (KistOrderRow *self, int is_right)
{
  kist_answer_view_show_part (self->image, ADW_ACTION_ROW (self), is_right);
}
