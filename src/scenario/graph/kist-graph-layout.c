#include "kist-graph-layout.h"

#include <math.h>

#include "kist-graph-grid.h"
#include "kist-graph-order.h"
#include "kist-graph-place.h"

/* Between two layers at least, and at most where lines go far to the side. */
#define GAP 58
#define MAX_GAP 130
#define GAP_PER_WIDTH 0.09

/* Between two parts, and what parts may take in width before the next begins below; the start's part may take more. */
#define PART_GAP 60
#define SHELF_WIDTH 1600

/* Between two lines where they meet the same side of a passage. */
#define PORT_GAP 20
#define PORT_MARGIN 24

/* Where the next part goes. */
typedef struct
{
  double x;
  double y;
  double height; /* of the shelf so far */
} Shelf;

typedef struct
{
  unsigned line;
  gboolean is_upper; /* whether it is the line's upper end */
  double   x;        /* where the line comes from or goes to next */
} Port;

static const KistGraphPoint *
get_point (const KistGraphLine *line, unsigned index)
{
  return &g_array_index (line->points, KistGraphPoint, index);
}

/* Returns (transfer full): the middle of each layer; *@height is how high all of them are. */
static double *
find_rows (KistGraphGrid *grid, double *height)
{
  double *rows = g_new0 (double, grid->layers->len);
  double  y = KIST_GRAPH_NODE_HEIGHT / 2.0;

  for (unsigned i = 0; i < grid->layers->len; i++)
    {
      const GArray *layer = g_ptr_array_index (grid->layers, i);
      double        widest = 0;

      rows[i] = y;
      for (unsigned j = 0; j < layer->len; j++)
        {
          unsigned cell = g_array_index (layer, unsigned, j);

          for (unsigned k = grid->down.firsts[cell]; k < grid->down.firsts[cell + 1]; k++)
            widest = MAX (widest, fabs (kist_graph_grid_get (grid, grid->down.cells[k])->x -
                                        kist_graph_grid_get (grid, cell)->x));
        }
      y += KIST_GRAPH_NODE_HEIGHT + CLAMP (widest * GAP_PER_WIDTH, GAP, MAX_GAP);
    }
  *height = rows[grid->layers->len - 1] + KIST_GRAPH_NODE_HEIGHT / 2.0;
  return rows;
}

static void
add_point (KistGraphLine *line, double x, double y)
{
  KistGraphPoint point = { x, y };

  g_array_append_val (line->points, point);
}

/* From above: out of the foot of one passage, straight past every layer between, to the head of the other. */
static void
lead_line (KistGraphGrid *grid, unsigned index, const double *rows, const Shelf *shelf)
{
  KistGraphLayout      *layout = grid->plan->layout;
  KistGraphLine        *line = g_ptr_array_index (layout->lines, g_array_index (grid->part->lines, unsigned, index));
  const KistGraphPlace *upper = &layout->places[kist_graph_line_get_upper (line)];
  const KistGraphPlace *lower = &layout->places[kist_graph_line_get_lower (line)];
  double                half = KIST_GRAPH_NODE_HEIGHT / 2.0;

  add_point (line, upper->x, upper->y + half);
  for (unsigned layer = upper->layer + 1; layer < lower->layer && !line->is_cut; layer++)
    {
      const KistGraphCell *bend = kist_graph_grid_get (grid, grid->bends[index] + layer - upper->layer - 1);

      add_point (line, shelf->x + bend->x, shelf->y + rows[layer] - half);
      add_point (line, shelf->x + bend->x, shelf->y + rows[layer] + half);
    }
  add_point (line, lower->x, lower->y - half);
}

static int
compare_ports_cb (gconstpointer a, gconstpointer b)
{
  const Port *one = a;
  const Port *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->line > other->line) - (one->line < other->line);
}

/* Lines that meet a passage on the same side do so beside each other, in the order in which they arrive. */
static void
spread_side (KistGraphLayout *layout, GArray *ports)
{
  double gap;

  if (ports->len < 2)
    return;
  gap = MIN (PORT_GAP, (double)(KIST_GRAPH_NODE_WIDTH - 2 * PORT_MARGIN) / (ports->len - 1));
  g_array_sort (ports, compare_ports_cb);
  for (unsigned i = 0; i < ports->len; i++)
    {
      const Port    *port = &g_array_index (ports, Port, i);
      KistGraphLine *line = g_ptr_array_index (layout->lines, port->line);

      g_array_index (line->points, KistGraphPoint, port->is_upper ? 0 : line->points->len - 1).x +=
          gap * (i - (ports->len - 1) / 2.0);
    }
}

static void
spread_ports (KistGraphPlan *plan)
{
  unsigned n_nodes = kist_graph_get_n_nodes (plan->graph);
  g_autoptr (GPtrArray) sides = g_ptr_array_new_full (2 * n_nodes, (GDestroyNotify)g_array_unref);

  for (unsigned i = 0; i < 2 * n_nodes; i++)
    g_ptr_array_add (sides, g_array_new (FALSE, FALSE, sizeof (Port)));
  for (unsigned i = 0; i < plan->layout->lines->len; i++)
    {
      const KistGraphLine *line = kist_graph_plan_get_line (plan, i);
      unsigned             n = line->points->len;

      if (n < 2)
        continue;
      Port upper = { i, TRUE, get_point (line, 1)->x };
      Port lower = { i, FALSE, get_point (line, n - 2)->x };
      g_array_append_val (g_ptr_array_index (sides, 2 * kist_graph_line_get_upper (line)), upper);
      g_array_append_val (g_ptr_array_index (sides, 2 * kist_graph_line_get_lower (line) + 1), lower);
    }
  for (unsigned i = 0; i < sides->len; i++)
    spread_side (plan->layout, g_ptr_array_index (sides, i));
}

/* So far every line runs downwards; those that lead back are turned to run as they are walked. */
static void
turn_lines (KistGraphLayout *layout)
{
  for (unsigned i = 0; i < layout->lines->len; i++)
    {
      KistGraphLine *line = g_ptr_array_index (layout->lines, i);

      for (unsigned j = 0; j < line->points->len / 2 && line->is_back; j++)
        {
          KistGraphPoint *first = &g_array_index (line->points, KistGraphPoint, j);
          KistGraphPoint *last = &g_array_index (line->points, KistGraphPoint, line->points->len - 1 - j);
          KistGraphPoint  kept = *first;

          *first = *last;
          *last = kept;
        }
    }
}

/* Draws one part and puts it on the shelf, or on the next below when it has no room there. */
static void
draw_part (KistGraphPlan *plan, KistGraphPart *part, Shelf *shelf)
{
  KistGraphLayout *layout = plan->layout;
  g_autoptr (KistGraphGrid) grid = kist_graph_grid_new (plan, part);
  g_autofree double *rows = NULL;
  double             width, height;

  layout->n_crossings += kist_graph_order (grid);
  width = kist_graph_place (grid);
  rows = find_rows (grid, &height);
  if (shelf->x > 0 && shelf->x + width > MAX (layout->width, SHELF_WIDTH))
    *shelf = (Shelf){ .x = 0, .y = shelf->y + shelf->height + PART_GAP };
  for (unsigned i = 0; i < part->passages->len; i++)
    {
      KistGraphPlace *place = &layout->places[g_array_index (part->passages, unsigned, i)];

      place->x = shelf->x + kist_graph_grid_get (grid, i)->x; /* passages are the first cells, in this order */
      place->y = shelf->y + rows[place->layer];
    }
  for (unsigned i = 0; i < part->lines->len; i++)
    lead_line (grid, i, rows, shelf);
  layout->width = MAX (layout->width, shelf->x + width);
  layout->height = MAX (layout->height, shelf->y + height);
  shelf->height = MAX (shelf->height, height);
  shelf->x += width + PART_GAP;
}

/**
 * kist_graph_layout_new:
 * @graph: a graph
 * @is_all: whether to draw what cannot be reached too
 *
 * Draws @graph in layers: turns lines round that close a cycle, gives every passage its layer, leads long lines past
 * the layers between, orders each layer for few crossings, and moves everything to where lines are straight. A
 * scenario of 80 passages takes a few milliseconds. The time has a bound: of 5,000 passages the order is less good, and
 * where there would be more than 40,000 bends the longest lines run straight across.
 *
 * Returns: (transfer full): the drawing
 */
KistGraphLayout *
kist_graph_layout_new (KistGraph *graph, gboolean is_all)
{
  KistGraphLayout *self = g_new0 (KistGraphLayout, 1);
  g_autoptr (KistGraphPlan) plan = NULL;
  Shelf shelf = { 0 };

  g_return_val_if_fail (KIST_IS_GRAPH (graph), NULL);

  self->places = g_new0 (KistGraphPlace, kist_graph_get_n_nodes (graph));
  self->edge_lines = g_new0 (unsigned, MAX (kist_graph_get_n_edges (graph), 1));
  for (unsigned i = 0; i < kist_graph_get_n_nodes (graph); i++)
    self->places[i].is_placed = is_all || kist_graph_get_node (graph, i)->is_reachable;
  plan = kist_graph_plan_new (graph, self);
  kist_graph_plan_find_layers (plan);
  for (unsigned i = 0; i < plan->parts->len; i++)
    draw_part (plan, g_ptr_array_index (plan->parts, i), &shelf);
  spread_ports (plan);
  turn_lines (self);
  return self;
}

/**
 * kist_graph_layout_free:
 * @self: a drawing
 */
void
kist_graph_layout_free (KistGraphLayout *self)
{
  g_free (self->places);
  g_ptr_array_unref (self->lines);
  g_free (self->edge_lines);
  g_free (self);
}
