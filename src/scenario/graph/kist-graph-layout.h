/* A drawing of a graph in layers, from the start downwards: where each passage stands and how each line runs, in units
 * of a pixel at the usual text size. Choices between the same two passages share a line. The same graph gives the same
 * drawing. A plain value, made once and then only read; any thread. */
#pragma once

#include "scenario/graph/kist-graph.h"

G_BEGIN_DECLS

#define KIST_GRAPH_NODE_WIDTH 168
#define KIST_GRAPH_NODE_HEIGHT 56

/**
 * KistGraphPlace:
 * @is_placed: whether the passage is in the drawing
 * @layer: how many layers are above it in its part of the drawing
 * @part: which part of the drawing it is in; no line joins two parts, and the start is in part 0
 * @x: its middle
 * @y: its middle
 */
typedef struct
{
  gboolean is_placed;
  unsigned layer;
  unsigned part;
  double   x;
  double   y;
} KistGraphPlace;

typedef struct
{
  double x;
  double y;
} KistGraphPoint;

/**
 * KistGraphLine:
 * @from: a passage
 * @to: a passage
 * @is_back: whether it leads up again, or to where it began
 * @is_cut: whether it runs straight over whatever is between, because the drawing is too large to lead it round
 * @points: (element-type KistGraphPoint): from the edge of @from to the edge of @to; between two points that are in
 *   different columns it bends, upright at both; none when @from is @to
 */
typedef struct
{
  unsigned from;
  unsigned to;
  gboolean is_back;
  gboolean is_cut;
  GArray  *points;
} KistGraphLine;

/**
 * KistGraphLayout:
 * @width: of the drawing; it begins at 0
 * @height: of the drawing; it begins at 0
 * @n_layers: of the part with the most
 * @n_crossings: how often lines cross
 * @places: (array): one for each passage
 * @lines: (element-type KistGraphLine): by the passage they leave
 * @edge_lines: (array): for each edge of the graph the line it is drawn as; %G_MAXUINT when it is not drawn
 */
typedef struct
{
  double          width;
  double          height;
  unsigned        n_layers;
  guint64         n_crossings;
  KistGraphPlace *places;
  GPtrArray      *lines;
  unsigned       *edge_lines;
} KistGraphLayout;

KistGraphLayout *kist_graph_layout_new (KistGraph *graph, gboolean is_all);
void             kist_graph_layout_free (KistGraphLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistGraphLayout, kist_graph_layout_free)

G_END_DECLS
