#include "kist-graph.h"

#include "kist-graph-loops.h"

struct _KistGraph
{
  GObject parent_instance;

  KistScenario  *scenario; /* (owned) */
  KistGraphNode *nodes;    /* (owned) */
  unsigned       n_nodes;
  GArray        *edges;       /* (element-type KistGraphEdge) (owned): by passage, then by choice */
  unsigned      *first_edges; /* (owned): for each passage, and one more */
  GPtrArray     *loops;       /* (element-type GArray) (owned) */
};

G_DEFINE_FINAL_TYPE (KistGraph, kist_graph, G_TYPE_OBJECT)

static void
read_scenario (KistGraph *self)
{
  for (unsigned i = 0; i < self->n_nodes; i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, i);
      KistGraphNode     *node = &self->nodes[i];

      node->depth = G_MAXUINT;
      node->loop = -1;
      node->is_end = (passage->tags & KIST_PASSAGE_END) != 0;
      node->is_dead_end = !node->is_end && passage->choices->len == 0;
      self->first_edges[i] = self->edges->len;
      for (unsigned j = 0; j < passage->choices->len && !node->is_end; j++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, j);
          KistGraphEdge     edge = { .from = i, .choice = j, .to = choice->target };

          g_array_append_val (self->edges, edge);
        }
    }
  self->first_edges[self->n_nodes] = self->edges->len;
}

/* Breadth first, so that a passage is met by the shortest way that leads there. */
static void
find_reachable (KistGraph *self)
{
  g_autofree unsigned *queue = g_new (unsigned, self->n_nodes);
  unsigned             n_queued = 1;

  queue[0] = kist_scenario_get_start (self->scenario);
  self->nodes[queue[0]].depth = 0;
  for (unsigned i = 0; i < n_queued; i++)
    {
      self->nodes[queue[i]].is_reachable = TRUE;
      for (unsigned j = self->first_edges[queue[i]]; j < self->first_edges[queue[i] + 1]; j++)
        {
          unsigned to = kist_graph_get_edge (self, j)->to;

          if (self->nodes[to].depth != G_MAXUINT)
            continue;
          self->nodes[to].depth = self->nodes[queue[i]].depth + 1;
          queue[n_queued++] = to;
        }
    }
}

/* Returns (transfer full): the edges by the passage they lead to; @firsts is filled as first_edges is. */
static unsigned *
sort_by_target (KistGraph *self, unsigned *firsts)
{
  unsigned            *sorted = g_new (unsigned, MAX (self->edges->len, 1));
  g_autofree unsigned *next = NULL;

  for (unsigned i = 0; i < self->edges->len; i++)
    firsts[kist_graph_get_edge (self, i)->to + 1]++;
  for (unsigned i = 0; i < self->n_nodes; i++)
    firsts[i + 1] += firsts[i];
  next = g_memdup2 (firsts, (self->n_nodes + 1) * sizeof (unsigned));
  for (unsigned i = 0; i < self->edges->len; i++)
    sorted[next[kist_graph_get_edge (self, i)->to]++] = i;
  return sorted;
}

/* Backwards from the endings. */
static void
find_endings (KistGraph *self)
{
  g_autofree unsigned *firsts = g_new0 (unsigned, self->n_nodes + 1);
  g_autofree unsigned *edges = sort_by_target (self, firsts);
  g_autofree unsigned *queue = g_new (unsigned, self->n_nodes);
  unsigned             n_queued = 0;

  for (unsigned i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].is_end)
      {
        self->nodes[i].can_end = TRUE;
        queue[n_queued++] = i;
      }
  for (unsigned i = 0; i < n_queued; i++)
    for (unsigned j = firsts[queue[i]]; j < firsts[queue[i] + 1]; j++)
      {
        unsigned from = kist_graph_get_edge (self, edges[j])->from;

        if (self->nodes[from].can_end)
          continue;
        self->nodes[from].can_end = TRUE;
        queue[n_queued++] = from;
      }
}

static void
find_loops (KistGraph *self)
{
  self->loops = kist_graph_loops_find ((const KistGraphEdge *)self->edges->data, self->first_edges, self->n_nodes);
  for (unsigned i = 0; i < self->loops->len; i++)
    {
      const GArray *loop = g_ptr_array_index (self->loops, i);

      for (unsigned j = 0; j < loop->len; j++)
        self->nodes[g_array_index (loop, unsigned, j)].loop = (int)i;
    }
}

static void
kist_graph_finalize (GObject *object)
{
  KistGraph *self = KIST_GRAPH (object);

  g_clear_object (&self->scenario);
  g_free (self->nodes);
  g_clear_pointer (&self->edges, g_array_unref);
  g_free (self->first_edges);
  g_clear_pointer (&self->loops, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_graph_parent_class)->finalize (object);
}

static void
kist_graph_class_init (KistGraphClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_graph_finalize;
}

static void
kist_graph_init (KistGraph *self)
{
}

/**
 * kist_graph_new:
 * @scenario: a scenario
 *
 * Takes time in proportion to the passages and choices.
 *
 * Returns: (transfer full): its graph
 */
KistGraph *
kist_graph_new (KistScenario *scenario)
{
  KistGraph *self;

  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);

  self = g_object_new (KIST_TYPE_GRAPH, NULL);
  self->scenario = g_object_ref (scenario);
  self->n_nodes = kist_scenario_get_n_passages (scenario);
  self->nodes = g_new0 (KistGraphNode, self->n_nodes);
  self->first_edges = g_new0 (unsigned, self->n_nodes + 1);
  self->edges = g_array_new (FALSE, FALSE, sizeof (KistGraphEdge));
  read_scenario (self);
  find_reachable (self);
  find_endings (self);
  find_loops (self);
  return self;
}

/**
 * kist_graph_get_scenario:
 * @self: a graph
 *
 * Returns: (transfer none): what it is the graph of
 */
KistScenario *
kist_graph_get_scenario (KistGraph *self)
{
  return self->scenario;
}

/**
 * kist_graph_get_n_nodes:
 * @self: a graph
 *
 * Returns: how many passages there are
 */
unsigned
kist_graph_get_n_nodes (KistGraph *self)
{
  return self->n_nodes;
}

/**
 * kist_graph_get_node:
 * @self: a graph
 * @passage: an index less than kist_graph_get_n_nodes()
 *
 * Returns: (transfer none): what is known of the passage
 */
const KistGraphNode *
kist_graph_get_node (KistGraph *self, unsigned passage)
{
  g_return_val_if_fail (passage < self->n_nodes, NULL);

  return &self->nodes[passage];
}

/**
 * kist_graph_get_n_edges:
 * @self: a graph
 *
 * Returns: how many choices can ever be offered
 */
unsigned
kist_graph_get_n_edges (KistGraph *self)
{
  return self->edges->len;
}

/**
 * kist_graph_get_edge:
 * @self: a graph
 * @edge: an index less than kist_graph_get_n_edges()
 *
 * Returns: (transfer none): the edge
 */
const KistGraphEdge *
kist_graph_get_edge (KistGraph *self, unsigned edge)
{
  g_return_val_if_fail (edge < self->edges->len, NULL);

  return &g_array_index (self->edges, KistGraphEdge, edge);
}

/**
 * kist_graph_get_first_edge:
 * @self: a graph
 * @passage: an index, at most kist_graph_get_n_nodes()
 *
 * Edges are in the order of the passages they leave, so that the edges of a passage end where those of the next begin.
 *
 * Returns: the index of the first edge that leaves @passage
 */
unsigned
kist_graph_get_first_edge (KistGraph *self, unsigned passage)
{
  g_return_val_if_fail (passage <= self->n_nodes, 0);

  return self->first_edges[passage];
}

/**
 * kist_graph_lookup_edge:
 * @self: a graph
 * @passage: a passage, which need not exist
 * @choice: an index into its choices, which need not exist
 *
 * Returns: the index of the edge, or -1 when there is none
 */
int
kist_graph_lookup_edge (KistGraph *self, unsigned passage, unsigned choice)
{
  if (passage >= self->n_nodes || choice >= self->first_edges[passage + 1] - self->first_edges[passage])
    return -1;
  return (int)(self->first_edges[passage] + choice);
}

/**
 * kist_graph_count_reachable_edges:
 * @self: a graph
 *
 * Returns: how many choices leave passages that can be reached, conditions aside
 */
unsigned
kist_graph_count_reachable_edges (KistGraph *self)
{
  unsigned n = 0;

  for (unsigned i = 0; i < self->edges->len; i++)
    n += self->nodes[kist_graph_get_edge (self, i)->from].is_reachable;
  return n;
}

/**
 * kist_graph_get_n_loops:
 * @self: a graph
 *
 * Returns: how many loops there are: groups of passages, each of which can be reached again from each
 */
unsigned
kist_graph_get_n_loops (KistGraph *self)
{
  return self->loops->len;
}

/**
 * kist_graph_get_loop:
 * @self: a graph
 * @loop: an index less than kist_graph_get_n_loops()
 *
 * Returns: (transfer none) (element-type guint): its passages, in the scenario's order
 */
const GArray *
kist_graph_get_loop (KistGraph *self, unsigned loop)
{
  g_return_val_if_fail (loop < self->loops->len, NULL);

  return g_ptr_array_index (self->loops, loop);
}
