#include "kist-outcome-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 8
#define ZERO_WIDTH 2
#define ZERO_OVERHANG 3 /* of the zero line over the bar, above and below */

struct _KistOutcomeBar
{
  GtkWidget parent_instance;

  char  *title; /* (owned) */
  gint64 value;
  gint64 limit;

  GtkWidget *words;  /* (owned) as a child */
  GtkWidget *number; /* (owned) as a child of words */
  GtkWidget *name;   /* (owned) as a child of words */
  GtkWidget *bar;    /* (owned) as a child: where the bar is drawn */
};

G_DEFINE_FINAL_TYPE (KistOutcomeBar, kist_outcome_bar, GTK_TYPE_WIDGET)

static void
update (KistOutcomeBar *self)
{
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  if (self->value < 0)
    number = g_strdup_printf ("−%" G_GINT64_FORMAT, -self->value);
  else if (self->value > 0)
    number = g_strdup_printf ("+%" G_GINT64_FORMAT, self->value);
  else
    number = g_strdup ("0");
  /* Translators: an outcome's name and its number, such as "Trust: −2" */
  label = g_strdup_printf (_ ("%s: %s"), self->title, number);

  gtk_label_set_label (GTK_LABEL (self->name), self->title);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      (double)-self->limit, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double)self->limit, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      (double)self->value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, number, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot_piece (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, bounds, MIN (bounds->size.width, bounds->size.height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KistOutcomeBar *self = KIST_OUTCOME_BAR (widget);
  gboolean        is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean        is_contrasting = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  graphene_rect_t bounds;
  GdkRGBA         color, accent;
  float           middle, length;

  GTK_WIDGET_CLASS (kist_outcome_bar_parent_class)->snapshot (widget, snapshot);
  if (!gtk_widget_compute_bounds (self->bar, widget, &bounds))
    return;

  gtk_widget_get_color (widget, &color);
  gtk_widget_get_color (self->bar, &accent); /* widgets.css gives it the accent colour */
  middle = bounds.origin.x + bounds.size.width / 2;
  length = bounds.size.width / 2 * (float)CLAMP ((double)self->value / (double)self->limit, -1, 1);
  length = is_rtl ? -length : length;

  color.alpha *= is_contrasting ? 0.4f : 0.12f;
  snapshot_piece (snapshot, &bounds, &color);
  if (self->value != 0)
    snapshot_piece (
        snapshot,
        &GRAPHENE_RECT_INIT (MIN (middle, middle + length), bounds.origin.y, ABS (length), bounds.size.height),
        &accent);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (middle - ZERO_WIDTH / 2.0f, bounds.origin.y - ZERO_OVERHANG,
                                                  ZERO_WIDTH, bounds.size.height + 2 * ZERO_OVERHANG));
}

static void
dispose (GObject *object)
{
  KistOutcomeBar *self = KIST_OUTCOME_BAR (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  G_OBJECT_CLASS (kist_outcome_bar_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&KIST_OUTCOME_BAR (object)->title, g_free);
  G_OBJECT_CLASS (kist_outcome_bar_parent_class)->finalize (object);
}

static void
kist_outcome_bar_class_init (KistOutcomeBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_css_name (widget_class, "kist-outcome-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
kist_outcome_bar_init (KistOutcomeBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->title = g_strdup ("");
  self->limit = 1;

  /* The words are what the bar itself says to a screen reader. */
  self->words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->name = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "xalign", 0.0,
                             "hexpand", TRUE, "wrap", TRUE, NULL);
  self->number =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "yalign", 0.0, NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_box_append (GTK_BOX (self->words), self->name);
  gtk_box_append (GTK_BOX (self->words), self->number);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));

  self->bar = adw_bin_new ();
  gtk_widget_set_size_request (self->bar, -1, HEIGHT);
  gtk_widget_set_margin_top (self->bar, ZERO_OVERHANG);
  gtk_widget_set_margin_bottom (self->bar, ZERO_OVERHANG);
  gtk_widget_add_css_class (self->bar, "kist-accent");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  update (self);
}

/**
 * kist_outcome_bar_new:
 * @title: whom or what it is about, such as "Trust"
 *
 * Returns: a bar at 0
 */
GtkWidget *
kist_outcome_bar_new (const char *title)
{
  KistOutcomeBar *self = g_object_new (KIST_TYPE_OUTCOME_BAR, NULL);

  kist_outcome_bar_set_title (self, title);
  return GTK_WIDGET (self);
}

/**
 * kist_outcome_bar_set_title:
 * @self: a bar
 * @title: whom or what it is about
 */
void
kist_outcome_bar_set_title (KistOutcomeBar *self, const char *title)
{
  g_return_if_fail (KIST_IS_OUTCOME_BAR (self));
  g_return_if_fail (title != NULL);

  if (g_set_str (&self->title, title))
    update (self);
}

/**
 * kist_outcome_bar_set_value:
 * @self: a bar
 * @value: the outcome
 * @limit: where the bar ends on either side, at least 1; a @value beyond it fills that side. The bars of one scenario
 * share one limit, so that their lengths can be compared
 */
void
kist_outcome_bar_set_value (KistOutcomeBar *self, gint64 value, gint64 limit)
{
  g_return_if_fail (KIST_IS_OUTCOME_BAR (self));
  g_return_if_fail (value > G_MININT64 && limit >= 1);

  self->value = value;
  self->limit = limit;
  update (self);
}
