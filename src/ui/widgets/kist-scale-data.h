/* What a KistScaleChart draws: items rated on the same points, at up to three times. Owned by the chart, which hands it
 * to the two ways of drawing it; immutable. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KIST_SCALE_MAX_ITEMS 12
#define KIST_SCALE_MAX_SERIES 3

/**
 * KistScaleSeries:
 * @name: when it was rated, such as "Now" or "12 May"
 * @values: (array): the point of each item, from 1; 0 when it was not rated
 */
typedef struct
{
  const char *name;
  const int  *values;
} KistScaleSeries;

/**
 * KistScaleData:
 * @n_items: 1 to %KIST_SCALE_MAX_ITEMS
 * @n_points: what the values go up to
 * @n_series: the first is the newest
 */
typedef struct
{
  guint n_items;
  int   n_points;
  guint n_series;
  char *titles[KIST_SCALE_MAX_ITEMS];
  char *names[KIST_SCALE_MAX_SERIES];
  int   values[KIST_SCALE_MAX_SERIES][KIST_SCALE_MAX_ITEMS];
} KistScaleData;

KistScaleData       *
kist_scale_data_new (const char *const *titles, int n_points, const KistScaleSeries *series, guint n_series);
void  kist_scale_data_free (KistScaleData *self);
char *kist_scale_data_describe (const KistScaleData *self);
char *kist_scale_data_describe_value (const KistScaleData *self, guint series, guint item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistScaleData, kist_scale_data_free)

G_END_DECLS
