#include "kist-graph-grid.h"

/* More bends than this make no drawing clearer and cost time: then the longest lines run straight over everything. */
#define MAX_BENDS 40000

/* What a line takes where it passes between passages. */
#define BEND_WIDTH 8

typedef struct
{
  unsigned upper;
  unsigned lower;
} Pair;

static unsigned
get_span (const KistGraphPlan *plan, unsigned index)
{
  const KistGraphLine *line = kist_graph_plan_get_line (plan, index);

  return plan->layout->places[kist_graph_line_get_lower (line)].layer -
         plan->layout->places[kist_graph_line_get_upper (line)].layer;
}

static int
compare_spans_cb (gconstpointer a, gconstpointer b, gpointer plan)
{
  unsigned one = get_span (plan, *(const unsigned *)a);
  unsigned other = get_span (plan, *(const unsigned *)b);

  return one != other ? (one < other ? -1 : 1) : (*(const unsigned *)a > *(const unsigned *)b) ? 1 : -1;
}

/* Marks the longest lines as straight until the bends of the others are few enough. */
static void
cut_lines (KistGraphGrid *self)
{
  g_autoptr (GArray) sorted = NULL;
  guint64 n_bends = 0;

  for (unsigned i = 0; i < self->part->lines->len; i++)
    n_bends += get_span (self->plan, g_array_index (self->part->lines, unsigned, i)) - 1;
  if (n_bends <= MAX_BENDS)
    return;
  sorted = g_array_copy (self->part->lines);
  g_array_sort_with_data (sorted, compare_spans_cb, (gpointer)self->plan);
  for (unsigned i = sorted->len; i > 0 && n_bends > MAX_BENDS; i--)
    {
      unsigned       line = g_array_index (sorted, unsigned, i - 1);
      KistGraphLine *longest = g_ptr_array_index (self->plan->layout->lines, line);

      longest->is_cut = TRUE;
      n_bends -= get_span (self->plan, line) - 1;
    }
}

static unsigned
add_cell (KistGraphGrid *self, int passage, unsigned layer)
{
  KistGraphCell cell = {
    .passage = passage,
    .layer = layer,
    .width = passage < 0 ? BEND_WIDTH : KIST_GRAPH_NODE_WIDTH,
  };

  g_array_append_val (self->cells, cell);
  return self->cells->len - 1;
}

/* Returns (transfer full) (element-type Pair): what is joined. */
static GArray *
add_cells (KistGraphGrid *self)
{
  const KistGraphPlace *places = self->plan->layout->places;
  g_autofree unsigned  *cells = g_new (unsigned, kist_graph_get_n_nodes (self->plan->graph));
  GArray               *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (unsigned i = 0; i < self->part->passages->len; i++)
    {
      unsigned passage = g_array_index (self->part->passages, unsigned, i);

      cells[passage] = add_cell (self, (int)passage, places[passage].layer);
    }
  for (unsigned i = 0; i < self->part->lines->len; i++)
    {
      unsigned             index = g_array_index (self->part->lines, unsigned, i);
      const KistGraphLine *line = kist_graph_plan_get_line (self->plan, index);
      unsigned             lower = kist_graph_line_get_lower (line);
      unsigned             above = cells[kist_graph_line_get_upper (line)];

      self->bends[i] = self->cells->len;
      if (line->is_cut)
        continue;
      for (unsigned layer = kist_graph_grid_get (self, above)->layer + 1; layer < places[lower].layer; layer++)
        {
          unsigned bend = add_cell (self, -1, layer);
          Pair     pair = { above, bend };

          g_array_append_val (pairs, pair);
          above = bend;
        }
      {
        Pair pair = { above, cells[lower] };

        g_array_append_val (pairs, pair);
      }
    }
  return pairs;
}

static void
join (KistGraphGrid *self, const GArray *pairs, gboolean is_up, KistGraphJoint *joint)
{
  g_autofree unsigned *next = NULL;

  joint->firsts = g_new0 (unsigned, self->cells->len + 1);
  joint->cells = g_new (unsigned, MAX (pairs->len, 1));
  for (unsigned i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      joint->firsts[(is_up ? pair->lower : pair->upper) + 1]++;
    }
  for (unsigned i = 0; i < self->cells->len; i++)
    joint->firsts[i + 1] += joint->firsts[i];
  next = g_memdup2 (joint->firsts, (self->cells->len + 1) * sizeof (unsigned));
  for (unsigned i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      joint->cells[next[is_up ? pair->lower : pair->upper]++] = is_up ? pair->upper : pair->lower;
    }
}

/* Puts @cell and all that hangs from it into their layers, depth first: what belongs together stands together, and a
 * tree has no crossings at all. */
static void
arrange_from (KistGraphGrid *self, unsigned cell, unsigned *next, gboolean *is_arranged)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (unsigned));

  g_array_append_val (way, cell);
  while (way->len > 0)
    {
      unsigned       here = g_array_index (way, unsigned, way->len - 1);
      KistGraphCell *at = kist_graph_grid_get (self, here);
      GArray        *layer = g_ptr_array_index (self->layers, at->layer);

      if (!is_arranged[here])
        {
          is_arranged[here] = TRUE;
          at->order = layer->len;
          g_array_append_val (layer, here);
        }
      if (next[here] == self->down.firsts[here + 1])
        {
          g_array_set_size (way, way->len - 1);
          continue;
        }
      here = self->down.cells[next[here]++];
      if (!is_arranged[here])
        g_array_append_val (way, here);
    }
}

static void
arrange (KistGraphGrid *self)
{
  g_autofree unsigned *next = g_memdup2 (self->down.firsts, self->cells->len * sizeof (unsigned));
  g_autofree gboolean *is_arranged = g_new0 (gboolean, self->cells->len);

  for (unsigned i = 0; i < self->cells->len; i++)
    if (self->up.firsts[i] == self->up.firsts[i + 1])
      arrange_from (self, i, next, is_arranged);
}

/**
 * kist_graph_grid_new:
 * @plan: a plan with layers
 * @part: a part of it
 *
 * Returns: (transfer full): its cells, in an order that is good for trees
 */
KistGraphGrid *
kist_graph_grid_new (const KistGraphPlan *plan, KistGraphPart *part)
{
  KistGraphGrid *self = g_new0 (KistGraphGrid, 1);
  g_autoptr (GArray) pairs = NULL;

  self->plan = plan;
  self->part = part;
  self->cells = g_array_new (FALSE, FALSE, sizeof (KistGraphCell));
  self->bends = g_new0 (unsigned, MAX (part->lines->len, 1));
  self->layers = g_ptr_array_new_full (part->n_layers, (GDestroyNotify)g_array_unref);
  for (unsigned i = 0; i < part->n_layers; i++)
    g_ptr_array_add (self->layers, g_array_new (FALSE, FALSE, sizeof (unsigned)));
  cut_lines (self);
  pairs = add_cells (self);
  self->n_joints = pairs->len;
  join (self, pairs, TRUE, &self->up);
  join (self, pairs, FALSE, &self->down);
  arrange (self);
  return self;
}

/**
 * kist_graph_grid_free:
 * @self: a grid
 */
void
kist_graph_grid_free (KistGraphGrid *self)
{
  g_array_unref (self->cells);
  g_free (self->bends);
  g_ptr_array_unref (self->layers);
  g_free (self->up.firsts);
  g_free (self->up.cells);
  g_free (self->down.firsts);
  g_free (self->down.cells);
  g_free (self);
}
