/* A scenario seen as a graph: passages are nodes, choices are edges, conditions aside. It says what can be reached,
 * where nobody can go on, where one can go round in circles, and which endings there are. An ending's own choices are
 * never offered and so are no edges. Immutable; any thread. */
#pragma once

#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

#define KIST_TYPE_GRAPH (kist_graph_get_type ())
G_DECLARE_FINAL_TYPE (KistGraph, kist_graph, KIST, GRAPH, GObject)

/**
 * KistGraphNode:
 * @depth: the fewest choices that lead here from the start; %G_MAXUINT when none do
 * @loop: the index of the loop it is part of; -1 when no way leads back to it
 * @is_end: whether it is an ending
 * @is_reachable: whether choices lead here from the start
 * @is_dead_end: whether it is no ending and has no choice
 * @can_end: whether choices lead from here to an ending
 *
 * What the graph says of the passage with the same index.
 */
typedef struct
{
  unsigned depth;
  int      loop;
  gboolean is_end;
  gboolean is_reachable;
  gboolean is_dead_end;
  gboolean can_end;
} KistGraphNode;

/**
 * KistGraphEdge:
 * @from: a passage
 * @choice: the index of the choice in it
 * @to: where it leads
 */
typedef struct
{
  unsigned from;
  unsigned choice;
  unsigned to;
} KistGraphEdge;

KistGraph           *kist_graph_new (KistScenario *scenario);
KistScenario        *kist_graph_get_scenario (KistGraph *self);
unsigned             kist_graph_get_n_nodes (KistGraph *self);
const KistGraphNode *kist_graph_get_node (KistGraph *self, unsigned passage);
unsigned             kist_graph_get_n_edges (KistGraph *self);
const KistGraphEdge *kist_graph_get_edge (KistGraph *self, unsigned edge);
unsigned             kist_graph_get_first_edge (KistGraph *self, unsigned passage);
int                  kist_graph_lookup_edge (KistGraph *self, unsigned passage, unsigned choice);
unsigned             kist_graph_count_reachable_edges (KistGraph *self);
unsigned             kist_graph_get_n_loops (KistGraph *self);
const GArray        *kist_graph_get_loop (KistGraph *self, unsigned loop);

G_END_DECLS
