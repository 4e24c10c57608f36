#include "kist-rating-chart.h"

#include "ui/kist-wording.h"

#define MAX_SERIES 2 /* the last sitting, and the one before */

/* Values begin at the scale's least point; the chart counts points from 1. */
static int
chart_value (KistScale *scale, const KistRatings *ratings, unsigned item)
{
  int value;

  if (!kist_ratings_lookup (ratings, kist_scale_get_item (scale, item)->id, &value))
    return 0;
  for (unsigned i = 0; i < kist_scale_get_n_points (scale); i++)
    if (kist_scale_get_value (scale, i) == value)
      return (int)i + 1;
  return 0;
}

/**
 * kist_rating_chart_fill:
 * @chart: a chart
 * @services: the services
 * @thing: a Thing
 * @step: a Rate step of it
 * @scale: its scale
 *
 * Returns: whether there is anything to show
 */
gboolean
kist_rating_chart_fill (KistScaleChart *chart,
                        KistServices   *services,
                        KistThing      *thing,
                        KistStep       *step,
                        KistScale      *scale)
{
  unsigned n_items = MIN (kist_scale_get_n_items (scale), KIST_SCALE_MAX_ITEMS);
  g_autoptr (GPtrArray) sittings = kist_progress_dup_ratings (kist_services_get_progress (services),
                                                              kist_thing_get_key (thing), kist_step_get_id (step));
  unsigned        n_series = MIN (sittings->len, MAX_SERIES);
  KistScaleSeries series[MAX_SERIES];
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree int *values = g_new0 (int, MAX_SERIES *n_items);
  g_auto (GStrv) days = g_new0 (char *, MAX_SERIES + 1);

  for (unsigned i = 0; i < n_items; i++)
    g_ptr_array_add (titles, kist_scale_get_item (scale, i)->title);
  g_ptr_array_add (titles, NULL);
  for (unsigned s = 0; s < n_series; s++)
    {
      const KistRatings *ratings = g_ptr_array_index (sittings, sittings->len - 1 - s);

      for (unsigned i = 0; i < n_items; i++)
        values[s * n_items + i] = chart_value (scale, ratings, i);
      days[s] = kist_wording_dup_day (kist_services_get_clock (services), ratings->ended);
      series[s].name = days[s];
      series[s].values = values + s * n_items;
    }
  kist_scale_chart_set_title (chart, kist_scale_get_title (scale));
  kist_scale_chart_set_data (chart, (const char *const *)titles->pdata, (int)kist_scale_get_n_points (scale), series,
                             n_series);
  return n_series > 0;
}
