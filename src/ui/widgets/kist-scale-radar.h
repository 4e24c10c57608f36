/* A scale as a radar: one axis per item, clockwise from the top (the other way in a right-to-left language), titles
 * round it. Laid out for a width, then drawn; kept by nobody. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/kist-scale-data.h"

G_BEGIN_DECLS

/**
 * KistScaleRadar:
 * @centre: of the circle that the axes end on
 * @radius: of that circle
 * @titles: where each item's title is
 * @height: of the whole
 */
typedef struct
{
  graphene_point_t centre;
  double           radius;
  graphene_rect_t  titles[KIST_SCALE_MAX_ITEMS];
  double           height;
} KistScaleRadar;

gboolean kist_scale_radar_layout (GtkWidget *widget, const KistScaleData *data, double width, KistScaleRadar *radar);
void     kist_scale_radar_snapshot (GtkWidget            *widget,
                                    const KistScaleData  *data,
                                    const KistScaleRadar *radar,
                                    GtkSnapshot          *snapshot);

G_END_DECLS
