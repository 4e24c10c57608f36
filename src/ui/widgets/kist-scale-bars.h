/* A scale as bars, one below the other, each with its title and value in words: what fits a phone's width. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/kist-scale-data.h"

G_BEGIN_DECLS

double kist_scale_bars_snapshot (GtkWidget *widget, const KistScaleData *data, double width, GtkSnapshot *snapshot);

G_END_DECLS
