/* One part of a drawing while it is made: cells in layers, joined from layer to layer. A cell is a passage, or the bend
 * of a line that passes the layer, so that a line finds its way between the passages. For the layout alone; any thread.
 */
#pragma once

#include "scenario/graph/kist-graph-plan.h"

G_BEGIN_DECLS

/**
 * KistGraphCell:
 * @passage: the passage, or -1 for a bend
 * @layer: in which layer
 * @order: which in its layer
 * @x: its middle
 * @width: what it takes
 */
typedef struct
{
  int      passage;
  unsigned layer;
  unsigned order;
  double   x;
  double   width;
} KistGraphCell;

/**
 * KistGraphJoint:
 * @firsts: (array): for each cell its first neighbour in @cells, and one more
 * @cells: (array): indices of cells
 *
 * To which cells of the layer above, or below, each cell is joined.
 */
typedef struct
{
  unsigned *firsts;
  unsigned *cells;
} KistGraphJoint;

/**
 * KistGraphGrid:
 * @plan: (unowned): the plan
 * @part: (unowned): the part
 * @cells: (element-type KistGraphCell): passages, then the bends of each line from above
 * @bends: (array): for each line of the part its first cell
 * @layers: (element-type GArray): cells in their order
 * @up: joined above
 * @down: joined below
 * @n_joints: how many there are
 */
typedef struct
{
  const KistGraphPlan *plan;
  const KistGraphPart *part;
  GArray              *cells;
  unsigned            *bends;
  GPtrArray           *layers;
  KistGraphJoint       up;
  KistGraphJoint       down;
  unsigned             n_joints;
} KistGraphGrid;

KistGraphGrid *kist_graph_grid_new (const KistGraphPlan *plan, KistGraphPart *part);
void           kist_graph_grid_free (KistGraphGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistGraphGrid, kist_graph_grid_free)

static inline KistGraphCell *
kist_graph_grid_get (const KistGraphGrid *self, unsigned cell)
{
  return &((KistGraphCell *)(void *)self->cells->data)[cell];
}

G_END_DECLS
