#include "kist-graph-order.h"

/* A sweep costs time in proportion to cells and joints. A scenario that a person can look at gets all sweeps there are;
 * one of thousands of passages fewer, so that it too is drawn within a second or so, with more crossings. */
#define MAX_SWEEPS 24
#define MIN_SWEEPS 2
#define SWEEP_BUDGET 1000000

/* Trying every two neighbours costs more than a sweep, and is for drawings that one sees as a whole. */
#define MAX_SWAPPED_CELLS 4000
#define SWAP_ROUNDS 4

/* Sweeps without a gain after which no more is hoped for. */
#define PATIENCE 6

typedef struct
{
  unsigned cell;
  double   wish;
} Wish;

static GArray *
get_layer (const KistGraphGrid *grid, unsigned layer)
{
  return g_ptr_array_index (grid->layers, layer);
}

static int
compare_unsigned (gconstpointer a, gconstpointer b)
{
  unsigned one = *(const unsigned *)a;
  unsigned other = *(const unsigned *)b;

  return (one > other) - (one < other);
}

/* Appends the orders of what @cell is joined to, sorted. */
static void
append_orders (const KistGraphGrid *grid, const KistGraphJoint *joint, unsigned cell, GArray *orders)
{
  unsigned begin = orders->len;

  for (unsigned i = joint->firsts[cell]; i < joint->firsts[cell + 1]; i++)
    g_array_append_val (orders, kist_graph_grid_get (grid, joint->cells[i])->order);
  if (orders->len > begin + 1)
    qsort (&g_array_index (orders, unsigned, begin), orders->len - begin, sizeof (unsigned), compare_unsigned);
}

/* The number of inversions, counted in a tree of sums (Barth, Jünger, Mutzel: Simple and Efficient Bilayer Cross
 * Counting, 2002). */
static guint64
count_inversions (const GArray *orders, unsigned n_below)
{
  g_autofree unsigned *sums = g_new0 (unsigned, n_below + 1);
  guint64              n = 0;

  for (unsigned i = 0; i < orders->len; i++)
    {
      unsigned order = g_array_index (orders, unsigned, i) + 1;
      unsigned n_before = 0;

      for (unsigned j = order; j > 0; j &= j - 1)
        n_before += sums[j];
      n += i - n_before;
      for (unsigned j = order; j <= n_below; j += j & (~j + 1))
        sums[j]++;
    }
  return n;
}

static guint64
count_crossings (const KistGraphGrid *grid)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (unsigned));
  guint64 n = 0;

  for (unsigned i = 0; i + 1 < grid->layers->len; i++)
    {
      const GArray *layer = get_layer (grid, i);

      g_array_set_size (orders, 0);
      for (unsigned j = 0; j < layer->len; j++)
        append_orders (grid, &grid->down, g_array_index (layer, unsigned, j), orders);
      n += count_inversions (orders, get_layer (grid, i + 1)->len);
    }
  return n;
}

/* Those that are joined to nothing on this side wish to stay; of two with the same wish the one before stays before. */
static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *one = a;
  const Wish *other = b;

  return (one->wish > other->wish) - (one->wish < other->wish);
}

/* Sorts a layer by the middle of what each cell is joined to in the one above, or below. */
static void
sort_layer (KistGraphGrid *grid, unsigned index, const KistGraphJoint *joint)
{
  GArray *layer = get_layer (grid, index);
  g_autoptr (GArray) wishes = g_array_sized_new (FALSE, FALSE, sizeof (Wish), layer->len);

  for (unsigned i = 0; i < layer->len; i++)
    {
      Wish     wish = { .cell = g_array_index (layer, unsigned, i), .wish = i };
      unsigned first = joint->firsts[wish.cell];
      unsigned n = joint->firsts[wish.cell + 1] - first;
      double   sum = 0;

      for (unsigned j = 0; j < n; j++)
        sum += kist_graph_grid_get (grid, joint->cells[first + j])->order;
      if (n > 0)
        wish.wish = sum / n;
      g_array_append_val (wishes, wish);
    }
  g_array_sort (wishes, compare_wishes); /* GLib's sort is stable */
  for (unsigned i = 0; i < layer->len; i++)
    {
      unsigned cell = g_array_index (wishes, Wish, i).cell;

      g_array_index (layer, unsigned, i) = cell;
      kist_graph_grid_get (grid, cell)->order = i;
    }
}

static void
sweep (KistGraphGrid *grid, gboolean is_down)
{
  unsigned n = grid->layers->len;

  for (unsigned i = 1; i < n; i++)
    sort_layer (grid, is_down ? i : n - 1 - i, is_down ? &grid->up : &grid->down);
}

/* How often the lines of two neighbours cross on one side, as they stand, less how often they would the other way
 * round. Both lists are sorted. */
static gint64
compare_sides (const unsigned *left, unsigned n_left, const unsigned *right, unsigned n_right)
{
  gint64   gain = 0;
  unsigned n_less = 0;
  unsigned n_same = 0;

  for (unsigned i = 0; i < n_left; i++)
    {
      while (n_less < n_right && right[n_less] < left[i])
        n_less++;
      n_same = n_less;
      while (n_same < n_right && right[n_same] == left[i])
        n_same++;
      gain += n_less;           /* crossed now */
      gain -= n_right - n_same; /* crossed then */
    }
  return gain;
}

static gint64
gain_of_swap (const KistGraphGrid *grid, unsigned left, unsigned right, GArray *orders)
{
  const KistGraphJoint *joints[] = { &grid->up, &grid->down };
  gint64                gain = 0;

  for (unsigned i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      unsigned n_left;

      g_array_set_size (orders, 0);
      append_orders (grid, joints[i], left, orders);
      n_left = orders->len;
      append_orders (grid, joints[i], right, orders);
      gain += compare_sides (&g_array_index (orders, unsigned, 0), n_left, &g_array_index (orders, unsigned, n_left),
                             orders->len - n_left);
    }
  return gain;
}

/* Swaps neighbours wherever that makes fewer crossings. */
static void
swap_neighbours (KistGraphGrid *grid)
{
  g_autoptr (GArray) orders = g_array_sized_new (FALSE, FALSE, sizeof (unsigned), 64);
  gboolean is_better = TRUE;

  for (unsigned round = 0; round < SWAP_ROUNDS && is_better; round++)
    {
      is_better = FALSE;
      for (unsigned i = 0; i < grid->layers->len; i++)
        {
          unsigned *layer = (unsigned *)(void *)get_layer (grid, i)->data;

          for (unsigned j = 1; j < get_layer (grid, i)->len; j++)
            if (gain_of_swap (grid, layer[j - 1], layer[j], orders) > 0)
              {
                unsigned left = layer[j - 1];

                layer[j - 1] = layer[j];
                layer[j] = left;
                kist_graph_grid_get (grid, layer[j - 1])->order = j - 1;
                kist_graph_grid_get (grid, left)->order = j;
                is_better = TRUE;
              }
        }
    }
}

static void
keep (const KistGraphGrid *grid, unsigned *orders)
{
  for (unsigned i = 0; i < grid->cells->len; i++)
    orders[i] = kist_graph_grid_get (grid, i)->order;
}

static void
restore (KistGraphGrid *grid, const unsigned *orders)
{
  for (unsigned i = 0; i < grid->cells->len; i++)
    {
      KistGraphCell *cell = kist_graph_grid_get (grid, i);

      cell->order = orders[i];
      g_array_index (get_layer (grid, cell->layer), unsigned, cell->order) = i;
    }
}

/**
 * kist_graph_order:
 * @grid: a grid
 *
 * Sweeps down and up, giving each cell the middle of what it is joined to (Sugiyama, Tagawa, Toda: Methods for Visual
 * Understanding of Hierarchical System Structures, 1981), swaps neighbours, and keeps the best of all that was tried.
 *
 * Returns: how often lines cross
 */
guint64
kist_graph_order (KistGraphGrid *grid)
{
  g_autofree unsigned *best = g_new (unsigned, MAX (grid->cells->len, 1));
  unsigned             n_sweeps = SWEEP_BUDGET / (grid->cells->len + grid->n_joints + 1);
  guint64              n_best = count_crossings (grid);
  unsigned             last_gain = 0;

  n_sweeps = CLAMP (n_sweeps, MIN_SWEEPS, MAX_SWEEPS);
  keep (grid, best);
  for (unsigned i = 0; i < n_sweeps && n_best > 0 && i < last_gain + PATIENCE; i++)
    {
      guint64 n;

      sweep (grid, i % 2 == 0);
      if (grid->cells->len <= MAX_SWAPPED_CELLS)
        swap_neighbours (grid);
      n = count_crossings (grid);
      if (n >= n_best)
        continue;
      n_best = n;
      last_gain = i;
      keep (grid, best);
    }
  restore (grid, best);
  return n_best;
}
