#include "kist-rating-row.h"

#include <glib/gi18n.h>

struct _KistRatingRow
{
  GtkBox parent_instance;

  KistScale *scale; /* (owned) */
  unsigned   item;
  gboolean   is_updating;

  AdwToggleGroup *points;
  GtkLabel       *chosen;
};

G_DEFINE_FINAL_TYPE (KistRatingRow, kist_rating_row, GTK_TYPE_BOX)

enum
{
  RATED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
show_label (KistRatingRow *self)
{
  unsigned active = adw_toggle_group_get_active (self->points);

  gtk_label_set_text (self->chosen, active == GTK_INVALID_LIST_POSITION ? _ ("Not rated yet")
                                                                        : kist_scale_get_label (self->scale, active));
}

static void
active_changed_cb (KistRatingRow *self)
{
  unsigned active = adw_toggle_group_get_active (self->points);

  show_label (self);
  if (self->is_updating || active == GTK_INVALID_LIST_POSITION)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (self), kist_scale_get_label (self->scale, active),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit (self, signals[RATED], 0, kist_scale_get_value (self->scale, active));
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
kist_rating_row_dispose (GObject *object)
{
  KistRatingRow *self = KIST_RATING_ROW (object);

  g_clear_object (&self->scale);
  G_OBJECT_CLASS (kist_rating_row_parent_class)->dispose (object);
}

static void
kist_rating_row_class_init (KistRatingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_rating_row_dispose;

  /**
   * KistRatingRow::rated:
   * @self: the row
   * @value: the value of the point that the person chose
   */
  signals[RATED] =
      g_signal_new ("rated", KIST_TYPE_RATING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
kist_rating_row_init (KistRatingRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * kist_rating_row_new:
 * @scale: a scale
 * @item: an item of it
 *
 * Returns: (transfer floating): a row on which nothing is chosen
 */
GtkWidget *
kist_rating_row_new (KistScale *scale, unsigned item)
{
  KistRatingRow       *self = g_object_new (KIST_TYPE_RATING_ROW, NULL);
  const KistScaleItem *rated = kist_scale_get_item (scale, item);

  self->scale = g_object_ref (scale);
  self->item = item;
  self->points = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  self->chosen = GTK_LABEL (create_label (NULL, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->chosen), "dimmed");
  for (unsigned i = 0; i < kist_scale_get_n_points (scale); i++)
    {
      AdwToggle       *toggle = adw_toggle_new ();
      g_autofree char *label = g_strdup_printf ("%d", kist_scale_get_value (scale, i));

      adw_toggle_set_label (toggle, label);
      adw_toggle_set_tooltip (toggle, kist_scale_get_label (scale, i));
      adw_toggle_group_add (self->points, toggle);
    }
  adw_toggle_group_set_homogeneous (self->points, TRUE);
  adw_toggle_group_set_active (self->points, GTK_INVALID_LIST_POSITION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->points), GTK_ACCESSIBLE_PROPERTY_LABEL, rated->title, -1);
  gtk_box_append (GTK_BOX (self), create_label (rated->title, "heading"));
  gtk_box_append (GTK_BOX (self), create_label (rated->text, "body"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->points));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chosen));
  show_label (self);
  g_signal_connect_object (self->points, "notify::active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kist_rating_row_set_value:
 * @self: a row
 * @value: the value of a point of its scale; one that is no longer there is not shown
 *
 * Shows what was rated, without telling anyone.
 */
void
kist_rating_row_set_value (KistRatingRow *self, int value)
{
  self->is_updating = TRUE;
  for (unsigned i = 0; i < kist_scale_get_n_points (self->scale); i++)
    if (kist_scale_get_value (self->scale, i) == value)
      adw_toggle_group_set_active (self->points, i);
  self->is_updating = FALSE;
}
