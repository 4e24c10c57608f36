/* What the keyboard does on a map: arrow keys walk along its lines, Home goes to the start, Enter opens a passage, +
 * and − zoom and 0 shows all of it. Main thread. */
#pragma once

#include "ui/widgets/map/kist-map-canvas.h"

G_BEGIN_DECLS

void kist_map_keys_install (GtkWidgetClass *widget_class);

G_END_DECLS
