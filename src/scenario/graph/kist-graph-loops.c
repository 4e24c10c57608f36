#include "kist-graph-loops.h"

/* Tarjan's algorithm (Depth-First Search and Linear Graph Algorithms, 1972) with a stack of its own: the passages may
 * be 20,000 in a row. */
typedef struct
{
  const KistGraphEdge *edges;
  const unsigned      *first_edges; /* one more than there are nodes */
  unsigned            *numbers;     /* (owned): from 1, in the order of discovery; 0 not yet */
  unsigned            *lows;        /* (owned): the lowest number on the stack that can be reached */
  unsigned            *next;        /* (owned): the next edge to look at */
  gboolean            *is_open;     /* (owned): whether it is on the stack of those without a component */
  GArray              *open;        /* (element-type unsigned) (owned) */
  GArray              *way;         /* (element-type unsigned) (owned): from where the search began to where it is */
  unsigned             n_numbered;
  GPtrArray           *loops; /* (element-type GArray) (owned) */
} Search;

static int
compare_passages (gconstpointer a, gconstpointer b)
{
  unsigned one = *(const unsigned *)a;
  unsigned other = *(const unsigned *)b;

  return (one > other) - (one < other);
}

static gboolean
leads_to_itself (Search *self, unsigned node)
{
  for (unsigned i = self->first_edges[node]; i < self->first_edges[node + 1]; i++)
    if (self->edges[i].to == node)
      return TRUE;
  return FALSE;
}

static void
discover (Search *self, unsigned node)
{
  self->numbers[node] = self->lows[node] = ++self->n_numbered;
  self->next[node] = self->first_edges[node];
  self->is_open[node] = TRUE;
  g_array_append_val (self->open, node);
  g_array_append_val (self->way, node);
}

/* Takes the component of @node, the last of which nothing before it can be reached. */
static void
close_component (Search *self, unsigned node)
{
  g_autoptr (GArray) component = g_array_new (FALSE, FALSE, sizeof (unsigned));
  unsigned member;

  do
    {
      member = g_array_index (self->open, unsigned, self->open->len - 1);
      g_array_set_size (self->open, self->open->len - 1);
      self->is_open[member] = FALSE;
      g_array_append_val (component, member);
    }
  while (member != node);
  if (component->len == 1 && !leads_to_itself (self, node))
    return;
  g_array_sort (component, compare_passages);
  g_ptr_array_add (self->loops, g_steal_pointer (&component));
}

/* Takes one step from the end of the way: along its next edge, or back. */
static void
step (Search *self)
{
  unsigned node = g_array_index (self->way, unsigned, self->way->len - 1);

  if (self->next[node] < self->first_edges[node + 1])
    {
      unsigned to = self->edges[self->next[node]++].to;

      if (self->numbers[to] == 0)
        discover (self, to);
      else if (self->is_open[to])
        self->lows[node] = MIN (self->lows[node], self->numbers[to]);
      return;
    }
  g_array_set_size (self->way, self->way->len - 1);
  if (self->lows[node] == self->numbers[node])
    close_component (self, node);
  if (self->way->len > 0)
    {
      unsigned before = g_array_index (self->way, unsigned, self->way->len - 1);

      self->lows[before] = MIN (self->lows[before], self->lows[node]);
    }
}

static int
compare_loops_cb (gconstpointer a, gconstpointer b)
{
  return compare_passages ((*(GArray *const *)a)->data, (*(GArray *const *)b)->data);
}

/**
 * kist_graph_loops_find:
 * @edges: the edges, sorted by the node they leave
 * @first_edges: (array length=n_nodes): the first edge of each node, and one more: how many edges there are
 * @n_nodes: how many nodes there are
 *
 * Returns: (transfer full) (element-type GArray): for each loop its nodes, sorted; the loops by their first node
 */
GPtrArray *
kist_graph_loops_find (const KistGraphEdge *edges, const unsigned *first_edges, unsigned n_nodes)
{
  Search self = {
    .edges = edges,
    .first_edges = first_edges,
    .numbers = g_new0 (unsigned, n_nodes),
    .lows = g_new0 (unsigned, n_nodes),
    .next = g_new0 (unsigned, n_nodes),
    .is_open = g_new0 (gboolean, n_nodes),
    .open = g_array_new (FALSE, FALSE, sizeof (unsigned)),
    .way = g_array_new (FALSE, FALSE, sizeof (unsigned)),
    .loops = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref),
  };

  for (unsigned i = 0; i < n_nodes; i++)
    {
      if (self.numbers[i] == 0)
        discover (&self, i);
      while (self.way->len > 0)
        step (&self);
    }
  g_ptr_array_sort (self.loops, compare_loops_cb);
  g_free (self.numbers);
  g_free (self.lows);
  g_free (self.next);
  g_free (self.is_open);
  g_array_unref (self.open);
  g_array_unref (self.way);
  return self.loops;
}
