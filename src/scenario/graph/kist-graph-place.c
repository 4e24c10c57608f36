#include "kist-graph-place.h"

/* Between two cells. */
#define GAP 28

/* The layers wish in turn; after this many rounds nothing moves that one would see. */
#define N_ROUNDS 16
#define STRAIGHT_ROUNDS 3

/* Between two bends a line should be straight; where it meets a passage it may turn. (The proportions are those of
 * Gansner, Koutsofios, North, Vo: A Technique for Drawing Directed Graphs, 1993.) */
#define WEIGHT_PASSAGES 1
#define WEIGHT_MIXED 2
#define WEIGHT_BENDS 8

/* Cells that are pushed against each other and so move as one. */
typedef struct
{
  double   sum; /* of the wishes, each times its weight */
  double   weight;
  unsigned n;
} Block;

static double
get_weight (const KistGraphCell *one, const KistGraphCell *other)
{
  return one->passage >= 0 && other->passage >= 0 ? WEIGHT_PASSAGES
         : one->passage < 0 && other->passage < 0 ? WEIGHT_BENDS
                                                  : WEIGHT_MIXED;
}

static void
add_wishes (const KistGraphGrid *grid, const KistGraphJoint *joint, unsigned cell, double *sum, double *weight)
{
  for (unsigned i = joint->firsts[cell]; i < joint->firsts[cell + 1]; i++)
    {
      const KistGraphCell *other = kist_graph_grid_get (grid, joint->cells[i]);
      double               one = get_weight (kist_graph_grid_get (grid, cell), other);

      *sum += one * other->x;
      *weight += one;
    }
}

/* What @cell must at least be away from the one before it. */
static double
get_distance (const KistGraphGrid *grid, const GArray *layer, unsigned order)
{
  const KistGraphCell *before;
  const KistGraphCell *cell;

  if (order == 0)
    return 0;
  before = kist_graph_grid_get (grid, g_array_index (layer, unsigned, order - 1));
  cell = kist_graph_grid_get (grid, g_array_index (layer, unsigned, order));
  return (before->width + cell->width) / 2 + GAP;
}

/* Moves a layer to where its cells wish to be, as near as may be in the sense of least squares, without changing their
 * order or their distances: the pool-adjacent-violators algorithm of isotonic regression. */
static void
settle (KistGraphGrid *grid, const GArray *layer, gboolean is_up, gboolean is_down)
{
  g_autofree Block *blocks = g_new (Block, layer->len);
  unsigned          n_blocks = 0;
  double            offset = 0;
  unsigned          order = 0;

  for (unsigned i = 0; i < layer->len; i++)
    {
      unsigned cell = g_array_index (layer, unsigned, i);
      Block    block = { .n = 1 };
      double   sum = 0;

      if (is_up)
        add_wishes (grid, &grid->up, cell, &sum, &block.weight);
      if (is_down)
        add_wishes (grid, &grid->down, cell, &sum, &block.weight);
      if (block.weight <= 0)
        {
          block.weight = 0.1; /* it would rather stay, but gives way */
          sum = block.weight * kist_graph_grid_get (grid, cell)->x;
        }
      offset += get_distance (grid, layer, i);
      block.sum = sum - block.weight * offset;
      while (n_blocks > 0 && blocks[n_blocks - 1].sum / blocks[n_blocks - 1].weight > block.sum / block.weight)
        {
          n_blocks--;
          block.sum += blocks[n_blocks].sum;
          block.weight += blocks[n_blocks].weight;
          block.n += blocks[n_blocks].n;
        }
      blocks[n_blocks++] = block;
    }
  offset = 0;
  for (unsigned i = 0; i < n_blocks; i++)
    for (unsigned j = 0; j < blocks[i].n; j++, order++)
      {
        offset += get_distance (grid, layer, order);
        kist_graph_grid_get (grid, g_array_index (layer, unsigned, order))->x =
            blocks[i].sum / blocks[i].weight + offset;
      }
}

static void
pack (KistGraphGrid *grid, const GArray *layer)
{
  double offset = 0;

  for (unsigned i = 0; i < layer->len; i++)
    {
      offset += get_distance (grid, layer, i);
      kist_graph_grid_get (grid, g_array_index (layer, unsigned, i))->x = offset;
    }
  for (unsigned i = 0; i < layer->len; i++) /* about the middle */
    kist_graph_grid_get (grid, g_array_index (layer, unsigned, i))->x -= offset / 2;
}

/* How far @index may go without meeting its neighbours. */
static void
get_room (const KistGraphGrid *grid, unsigned index, double *low, double *high)
{
  const KistGraphCell *cell = kist_graph_grid_get (grid, index);
  const GArray        *layer = g_ptr_array_index (grid->layers, cell->layer);

  *low = -G_MAXDOUBLE;
  *high = G_MAXDOUBLE;
  if (cell->order > 0)
    *low = kist_graph_grid_get (grid, g_array_index (layer, unsigned, cell->order - 1))->x +
           get_distance (grid, layer, cell->order);
  if (cell->order + 1 < layer->len)
    *high = kist_graph_grid_get (grid, g_array_index (layer, unsigned, cell->order + 1))->x -
            get_distance (grid, layer, cell->order + 1);
}

/* Moves the bends of a line, as many at a time as can stand in one column, into one. */
static void
straighten (KistGraphGrid *grid, unsigned first, unsigned end)
{
  while (first < end)
    {
      double   low = -G_MAXDOUBLE;
      double   high = G_MAXDOUBLE;
      double   sum = 0;
      unsigned next = first;

      for (; next < end; next++)
        {
          double from, to;

          get_room (grid, next, &from, &to);
          if (next > first && MAX (low, from) > MIN (high, to))
            break;
          low = MAX (low, from);
          high = MIN (high, to);
          sum += kist_graph_grid_get (grid, next)->x;
        }
      for (sum /= next - first; first < next; first++)
        if (low <= high)
          kist_graph_grid_get (grid, first)->x = CLAMP (sum, low, high);
    }
}

static void
straighten_lines (KistGraphGrid *grid)
{
  unsigned n = grid->part->lines->len;

  for (unsigned round = 0; round < STRAIGHT_ROUNDS; round++)
    for (unsigned i = 0; i < n; i++)
      straighten (grid, grid->bends[i], i + 1 < n ? grid->bends[i + 1] : grid->cells->len);
}

/**
 * kist_graph_place:
 * @grid: a grid whose order is final
 *
 * Gives every cell its x, so that the leftmost begins at 0.
 *
 * Returns: how wide it became
 */
double
kist_graph_place (KistGraphGrid *grid)
{
  unsigned n = grid->layers->len;
  double   left = G_MAXDOUBLE;
  double   right = -G_MAXDOUBLE;

  for (unsigned i = 0; i < n; i++)
    pack (grid, g_ptr_array_index (grid->layers, i));
  for (unsigned round = 0; round < N_ROUNDS; round++)
    {
      gboolean is_last = round >= N_ROUNDS / 2;

      for (unsigned i = 0; i < n; i++)
        settle (grid, g_ptr_array_index (grid->layers, i), TRUE, is_last);
      for (unsigned i = n; i > 0; i--)
        settle (grid, g_ptr_array_index (grid->layers, i - 1), is_last, TRUE);
    }
  straighten_lines (grid);
  for (unsigned i = 0; i < grid->cells->len; i++)
    {
      const KistGraphCell *cell = kist_graph_grid_get (grid, i);

      left = MIN (left, cell->x - cell->width / 2);
      right = MAX (right, cell->x + cell->width / 2);
    }
  for (unsigned i = 0; i < grid->cells->len; i++)
    kist_graph_grid_get (grid, i)->x -= left;
  return right - left;
}
