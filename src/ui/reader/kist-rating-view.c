#include "kist-rating-view.h"

#include "kist-rating-chart.h"
#include "kist-rating-row.h"

struct _KistRatingView
{
  GtkBox parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */
  KistStep     *step;     /* (owned) */
  KistScale    *scale;    /* (owned) */
  GPtrArray    *rows;     /* (element-type KistRatingRow) (unowned) */

  KistScaleChart *chart;
};

G_DEFINE_FINAL_TYPE (KistRatingView, kist_rating_view, GTK_TYPE_BOX)

static void
update_chart (KistRatingView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->chart),
                          kist_rating_chart_fill (self->chart, self->services, self->thing, self->step, self->scale));
}

static void
rated_cb (KistRatingRow *row, int value, KistRatingView *self)
{
  unsigned index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  kist_services_record (self->services, KIST_VERB_RATED, self->thing, self->step,
                        kist_scale_get_item (self->scale, index)->id, value, NULL, NULL);
  update_chart (self);
}

static void
add_rows (KistRatingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);

  for (unsigned i = 0; i < kist_scale_get_n_items (self->scale); i++)
    {
      GtkWidget           *row = kist_rating_row_new (self->scale, i);
      const KistItemFacts *facts =
          kist_progress_get_item (kist_services_get_progress (self->services), kist_thing_get_key (self->thing),
                                  kist_step_get_id (self->step), kist_scale_get_item (self->scale, i)->id);

      if (facts)
        kist_rating_row_set_value (KIST_RATING_ROW (row), (int)facts->value);
      g_signal_connect_object (row, "rated", G_CALLBACK (rated_cb), self, G_CONNECT_DEFAULT);
      gtk_box_append (GTK_BOX (box), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_box_append (GTK_BOX (self), box);
}

static void
kist_rating_view_dispose (GObject *object)
{
  KistRatingView *self = KIST_RATING_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  g_clear_object (&self->scale);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_rating_view_parent_class)->dispose (object);
}

static void
kist_rating_view_class_init (KistRatingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_rating_view_dispose;
}

static void
kist_rating_view_init (KistRatingView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 36);
}

/**
 * kist_rating_view_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Rate step of it whose scale could be read
 *
 * Returns: (transfer floating): the scale, as it was last rated
 */
GtkWidget *
kist_rating_view_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistRatingView *self = g_object_new (KIST_TYPE_RATING_VIEW, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->scale = g_object_ref (kist_library_lookup_scale (kist_services_get_library (services), thing, step));
  add_rows (self);
  self->chart = KIST_SCALE_CHART (kist_scale_chart_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chart));
  update_chart (self);
  return GTK_WIDGET (self);
}
