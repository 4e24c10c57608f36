/* How much of a map is seen: how large it is drawn and where it begins. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistMapFrame:
 * @width: of the window onto the map, in pixels
 * @height: of it
 * @map_width: of the map, in its units
 * @map_height: of it
 * @unit: pixels to a unit of the map at the desktop's text size
 */
typedef struct
{
  double width;
  double height;
  double map_width;
  double map_height;
  double unit;
} KistMapFrame;

/**
 * KistMapView:
 * @scale: pixels to a unit of the map
 * @x: where the map's left edge is, in pixels
 * @y: where its top is
 */
typedef struct
{
  double scale;
  double x;
  double y;
} KistMapView;

KistMapView kist_map_view_fit (const KistMapFrame *frame);
KistMapView kist_map_view_begin (const KistMapFrame *frame, double start_x);
KistMapView kist_map_view_zoom (KistMapView view, const KistMapFrame *frame, double factor, double x, double y);
KistMapView kist_map_view_move (KistMapView view, const KistMapFrame *frame, double x, double y);
KistMapView kist_map_view_show (KistMapView         view,
                                const KistMapFrame *frame,
                                double              x,
                                double              y,
                                double              half_width,
                                double              half_height);

G_END_DECLS
