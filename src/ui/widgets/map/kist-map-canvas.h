/* The drawn map: pan by dragging and scrolling, zoom by Ctrl+scrolling, pinching and keys, walk by arrow keys. What has
 * the focus is one of its passages, which it tells a screen reader as if it were a widget. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/map/kist-map-data.h"

G_BEGIN_DECLS

#define KIST_TYPE_MAP_CANVAS (kist_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (KistMapCanvas, kist_map_canvas, KIST, MAP_CANVAS, GtkWidget)

GtkWidget *kist_map_canvas_new (void);
void       kist_map_canvas_take_data (KistMapCanvas *self, KistMapData *data);
void       kist_map_canvas_zoom (KistMapCanvas *self, double factor);
void       kist_map_canvas_zoom_at (KistMapCanvas *self, double factor, double x, double y);
void       kist_map_canvas_move_by (KistMapCanvas *self, double x, double y);
void       kist_map_canvas_click (KistMapCanvas *self, double x, double y);
void       kist_map_canvas_focus_passage (KistMapCanvas *self, unsigned passage);
void       kist_map_canvas_step (KistMapCanvas *self, KistMapWay way);
void       kist_map_canvas_activate (KistMapCanvas *self);
int        kist_map_canvas_get_passage (KistMapCanvas *self);

G_END_DECLS
