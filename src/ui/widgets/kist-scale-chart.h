/* The ratings of a scale, now and earlier, laid over each other: a radar where there is room for three or more items,
 * and bars where there is not. Says the same numbers in words to a screen reader. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/kist-scale-data.h"

G_BEGIN_DECLS

#define KIST_TYPE_SCALE_CHART (kist_scale_chart_get_type ())
G_DECLARE_FINAL_TYPE (KistScaleChart, kist_scale_chart, KIST, SCALE_CHART, GtkWidget)

GtkWidget *kist_scale_chart_new (void);
void       kist_scale_chart_set_title (KistScaleChart *self, const char *title);
void       kist_scale_chart_set_data (KistScaleChart        *self,
                                      const char *const     *titles,
                                      int                    n_points,
                                      const KistScaleSeries *series,
                                      guint                  n_series);

G_END_DECLS
