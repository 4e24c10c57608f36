/* The path of a line on a map. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/map/kist-map-data.h"

G_BEGIN_DECLS

/* How far a mark for what is not found yet reaches from its middle. */
#define KIST_MAP_DOT_RADIUS 11

GskPath *kist_map_lines_new_path (const KistMapData *data, unsigned line, float tip);
GskPath *kist_map_lines_new_tip (const KistMapData *data, unsigned line, float size);

G_END_DECLS
