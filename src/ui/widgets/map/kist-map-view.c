#include "kist-map-view.h"

/* Around the map, in its units: what stands out of its passages, and air. */
#define MARGIN 40

/* A caption is this much of the text around it (libadwaita): a map begins with no smaller names. */
#define MIN_READABLE 0.82
#define MAX_SCALE 2.5

static double
get_width (const KistMapFrame *frame)
{
  return frame->map_width + 2 * MARGIN;
}

static double
get_height (const KistMapFrame *frame)
{
  return frame->map_height + 2 * MARGIN;
}

static double
get_fit (const KistMapFrame *frame)
{
  return MIN (frame->unit, MIN (frame->width / get_width (frame), frame->height / get_height (frame)));
}

/* What is smaller than the window stands in its middle; what is larger fills it. */
static double
keep_inside (double at, double size, double map_size, double scale)
{
  double low = size - (map_size + MARGIN) * scale;
  double high = MARGIN * scale;

  return low > high ? (size - map_size * scale) / 2 : CLAMP (at, low, high);
}

static KistMapView
keep (KistMapView view, const KistMapFrame *frame)
{
  view.x = keep_inside (view.x, frame->width, frame->map_width, view.scale);
  view.y = keep_inside (view.y, frame->height, frame->map_height, view.scale);
  return view;
}

/**
 * kist_map_view_fit:
 * @frame: the window and the map
 *
 * Returns: a view of the whole map
 */
KistMapView
kist_map_view_fit (const KistMapFrame *frame)
{
  return keep ((KistMapView){ .scale = get_fit (frame) }, frame);
}

/**
 * kist_map_view_begin:
 * @frame: the window and the map
 * @start_x: where the start is, on the map
 *
 * Returns: what to show first: the whole map if its names can be read, else its whole width, else the start and what is
 *   around it
 */
KistMapView
kist_map_view_begin (const KistMapFrame *frame, double start_x)
{
  double      readable = MIN_READABLE * frame->unit;
  double      wide = MIN (frame->unit, frame->width / get_width (frame));
  KistMapView view = { .scale = MAX (readable, wide) };

  if (get_fit (frame) >= readable)
    return kist_map_view_fit (frame);
  view.x = frame->width / 2 - start_x * view.scale;
  view.y = MARGIN * view.scale;
  return keep (view, frame);
}

/**
 * kist_map_view_zoom:
 * @view: a view
 * @frame: the window and the map
 * @factor: how much larger
 * @x: what stays where it is, in pixels
 * @y: what stays where it is
 *
 * Returns: a larger or smaller view
 */
KistMapView
kist_map_view_zoom (KistMapView view, const KistMapFrame *frame, double factor, double x, double y)
{
  double      least = MIN (get_fit (frame), MIN_READABLE * frame->unit);
  KistMapView next = { .scale = CLAMP (view.scale * factor, least, MAX_SCALE * frame->unit) };

  next.x = x - (x - view.x) * next.scale / view.scale;
  next.y = y - (y - view.y) * next.scale / view.scale;
  return keep (next, frame);
}

/**
 * kist_map_view_move:
 * @view: a view
 * @frame: the window and the map
 * @x: how far the map moves to the right, in pixels
 * @y: how far it moves down
 *
 * Returns: a view beside it, as far as there is a map
 */
KistMapView
kist_map_view_move (KistMapView view, const KistMapFrame *frame, double x, double y)
{
  view.x += x;
  view.y += y;
  return keep (view, frame);
}

/* By how much to move so that from @low to @high is seen. */
static double
reach (double low, double high, double size)
{
  if (low < 0)
    return -low;
  return high > size ? MAX (size - high, -low) : 0;
}

/**
 * kist_map_view_show:
 * @view: a view
 * @frame: the window and the map
 * @x: the middle of something, on the map
 * @y: the middle of it
 * @half_width: half of how wide it is
 * @half_height: half of how high it is
 *
 * Returns: the nearest view that shows it
 */
KistMapView
kist_map_view_show (KistMapView         view,
                    const KistMapFrame *frame,
                    double              x,
                    double              y,
                    double              half_width,
                    double              half_height)
{
  double left = view.x + (x - half_width) * view.scale;
  double top = view.y + (y - half_height) * view.scale;

  return kist_map_view_move (view, frame, reach (left, left + 2 * half_width * view.scale, frame->width),
                             reach (top, top + 2 * half_height * view.scale, frame->height));
}
