#include "kist-walked.h"

struct _KistWalked
{
  GObject parent_instance;

  KistGraph *graph;    /* (owned) */
  guint8    *edges;    /* (owned): a KistWalkedWhen for each */
  guint8    *passages; /* (owned): a KistWalkedWhen for each */
};

G_DEFINE_FINAL_TYPE (KistWalked, kist_walked, G_TYPE_OBJECT)

static void
mark (guint8 *mark, KistWalkedWhen when)
{
  *mark = (guint8)MAX (*mark, when);
}

static void
mark_edge (KistWalked *self, unsigned edge, KistWalkedWhen when)
{
  const KistGraphEdge *walked = kist_graph_get_edge (self->graph, edge);

  mark (&self->edges[edge], when);
  mark (&self->passages[walked->from], when);
  mark (&self->passages[walked->to], when);
}

static void
kist_walked_finalize (GObject *object)
{
  KistWalked *self = KIST_WALKED (object);

  g_clear_object (&self->graph);
  g_free (self->edges);
  g_free (self->passages);
  G_OBJECT_CLASS (kist_walked_parent_class)->finalize (object);
}

static void
kist_walked_class_init (KistWalkedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_walked_finalize;
}

static void
kist_walked_init (KistWalked *self)
{
}

/**
 * kist_walked_new:
 * @graph: a graph
 *
 * Returns: (transfer full): nothing walked yet; only the start is known, as everyone who opens the scenario reads it
 */
KistWalked *
kist_walked_new (KistGraph *graph)
{
  KistWalked *self;

  g_return_val_if_fail (KIST_IS_GRAPH (graph), NULL);

  self = g_object_new (KIST_TYPE_WALKED, NULL);
  self->graph = g_object_ref (graph);
  self->edges = g_new0 (guint8, MAX (kist_graph_get_n_edges (graph), 1));
  self->passages = g_new0 (guint8, kist_graph_get_n_nodes (graph));
  mark (&self->passages[kist_scenario_get_start (kist_graph_get_scenario (graph))], KIST_WALKED_EARLIER);
  return self;
}

/**
 * kist_walked_add:
 * @self: what was walked
 * @passage: a passage's name
 * @choice: an index into its choices
 *
 * Adds a choice that was taken in some run. What the scenario no longer has is passed over: it may have changed since.
 */
void
kist_walked_add (KistWalked *self, const char *passage, gint64 choice)
{
  KistScenario *scenario = kist_graph_get_scenario (self->graph);
  int           from = kist_scenario_lookup (scenario, passage);
  int           edge = -1;

  if (from >= 0 && choice >= 0 && choice < KIST_SCENARIO_MAX_CHOICES)
    edge = kist_graph_lookup_edge (self->graph, (unsigned)from, (unsigned)choice);
  if (edge >= 0)
    mark_edge (self, (unsigned)edge, KIST_WALKED_EARLIER);
}

/**
 * kist_walked_add_ending:
 * @self: what was walked
 * @passage: an ending's name
 *
 * Adds an ending that was reached in some run.
 */
void
kist_walked_add_ending (KistWalked *self, const char *passage)
{
  int index = kist_scenario_lookup (kist_graph_get_scenario (self->graph), passage);

  if (index >= 0 && kist_graph_get_node (self->graph, (unsigned)index)->is_end)
    mark (&self->passages[index], KIST_WALKED_EARLIER);
}

/**
 * kist_walked_add_run:
 * @self: what was walked
 * @run: a run of the graph's scenario
 *
 * Adds the run that is looked at.
 */
void
kist_walked_add_run (KistWalked *self, KistRun *run)
{
  g_return_if_fail (kist_run_get_scenario (run) == kist_graph_get_scenario (self->graph));

  mark (&self->passages[kist_scenario_get_start (kist_graph_get_scenario (self->graph))], KIST_WALKED_NOW);
  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    {
      const KistTrailStep *step = kist_run_get_trail_step (run, i);
      int                  edge = kist_graph_lookup_edge (self->graph, step->passage, step->choice);

      if (edge >= 0)
        mark_edge (self, (unsigned)edge, KIST_WALKED_NOW);
    }
}

/**
 * kist_walked_get_graph:
 * @self: what was walked
 *
 * Returns: (transfer none): of which graph
 */
KistGraph *
kist_walked_get_graph (KistWalked *self)
{
  return self->graph;
}

/**
 * kist_walked_get_edge:
 * @self: what was walked
 * @edge: an edge of the graph
 *
 * Returns: when it was last taken
 */
KistWalkedWhen
kist_walked_get_edge (KistWalked *self, unsigned edge)
{
  g_return_val_if_fail (edge < kist_graph_get_n_edges (self->graph), KIST_WALKED_NEVER);

  return self->edges[edge];
}

/**
 * kist_walked_get_passage:
 * @self: what was walked
 * @passage: a passage
 *
 * Returns: when one was last there
 */
KistWalkedWhen
kist_walked_get_passage (KistWalked *self, unsigned passage)
{
  g_return_val_if_fail (passage < kist_graph_get_n_nodes (self->graph), KIST_WALKED_NEVER);

  return self->passages[passage];
}

/**
 * kist_walked_count_edges:
 * @self: what was walked
 *
 * Returns: how many different choices were taken, of kist_graph_count_reachable_edges()
 */
unsigned
kist_walked_count_edges (KistWalked *self)
{
  unsigned n = 0;

  for (unsigned i = 0; i < kist_graph_get_n_edges (self->graph); i++)
    n += self->edges[i] != KIST_WALKED_NEVER;
  return n;
}

/**
 * kist_walked_count_endings:
 * @self: what was walked
 *
 * Returns: how many endings were found
 */
unsigned
kist_walked_count_endings (KistWalked *self)
{
  unsigned n = 0;

  for (unsigned i = 0; i < kist_graph_get_n_nodes (self->graph); i++)
    n += self->passages[i] != KIST_WALKED_NEVER && kist_graph_get_node (self->graph, i)->is_end;
  return n;
}

/**
 * kist_walked_count_reachable_endings:
 * @self: what was walked
 *
 * Returns: how many endings can be found, conditions aside
 */
unsigned
kist_walked_count_reachable_endings (KistWalked *self)
{
  unsigned n = 0;

  for (unsigned i = 0; i < kist_graph_get_n_nodes (self->graph); i++)
    {
      const KistGraphNode *node = kist_graph_get_node (self->graph, i);

      n += node->is_end && node->is_reachable;
    }
  return n;
}
