/* What a scale's chart shows of one's ratings: the last sitting over the one before. Shared by the Rate step and My
 * record. Main thread. */
#pragma once

#include "ui/kist-services.h"
#include "ui/widgets/kist-scale-chart.h"

G_BEGIN_DECLS

gboolean kist_rating_chart_fill (KistScaleChart *chart,
                                 KistServices   *services,
                                 KistThing      *thing,
                                 KistStep       *step,
                                 KistScale      *scale);

G_END_DECLS
