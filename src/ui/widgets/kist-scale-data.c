#include "kist-scale-data.h"

#include <glib/gi18n.h>

/**
 * kist_scale_data_new:
 * @titles: (array zero-terminated=1): the items; those after the twelfth are left out
 * @n_points: what the values go up to, at least 1
 * @series: (array length=n_series): the ratings, the newest first; those after the third are left out
 * @n_series: how many
 *
 * Returns: (transfer full): a copy of it all, with values held within the points
 */
KistScaleData *
kist_scale_data_new (const char *const *titles, int n_points, const KistScaleSeries *series, guint n_series)
{
  KistScaleData *self = g_new0 (KistScaleData, 1);

  self->n_points = MAX (n_points, 1);
  self->n_series = MIN (n_series, KIST_SCALE_MAX_SERIES);
  for (; titles[self->n_items] != NULL && self->n_items < KIST_SCALE_MAX_ITEMS; self->n_items++)
    self->titles[self->n_items] = g_strdup (titles[self->n_items]);
  for (guint s = 0; s < self->n_series; s++)
    {
      self->names[s] = g_strdup (series[s].name);
      for (guint i = 0; i < self->n_items; i++)
        self->values[s][i] = CLAMP (series[s].values[i], 0, self->n_points);
    }
  return self;
}

/**
 * kist_scale_data_free:
 * @self: (transfer full) (nullable): data
 */
void
kist_scale_data_free (KistScaleData *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_items; i++)
    g_free (self->titles[i]);
  for (guint s = 0; s < self->n_series; s++)
    g_free (self->names[s]);
  g_free (self);
}

/**
 * kist_scale_data_describe_value:
 * @self: data
 * @series: which rating
 * @item: which item
 *
 * Returns: (transfer full): "4 of 5"
 */
char *
kist_scale_data_describe_value (const KistScaleData *self, guint series, guint item)
{
  int value = self->values[series][item];

  if (value == 0)
    return g_strdup (_ ("not rated"));
  /* Translators: a rating and the highest one, such as "4 of 5" */
  return g_strdup_printf (_ ("%d of %d"), value, self->n_points);
}

/**
 * kist_scale_data_describe:
 * @self: data
 *
 * Returns: (transfer full): all numbers in words: "Now: Motivation 4 of 5, Curiosity 2 of 5. 12 May: …"
 */
char *
kist_scale_data_describe (const KistScaleData *self)
{
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < self->n_series; s++)
    {
      g_string_append_printf (text, "%s%s: ", s > 0 ? " " : "", self->names[s]);
      for (guint i = 0; i < self->n_items; i++)
        {
          g_autofree char *value = kist_scale_data_describe_value (self, s, i);

          g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", self->titles[i], value);
        }
      g_string_append_c (text, '.');
    }
  return g_string_free (text, FALSE);
}
