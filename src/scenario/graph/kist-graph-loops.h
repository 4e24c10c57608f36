/* Finds the loops of a graph: its strongly connected components with an edge inside. For kist-graph.c alone; any
 * thread.
 */
#pragma once

#include "scenario/graph/kist-graph.h"

G_BEGIN_DECLS

GPtrArray *kist_graph_loops_find (const KistGraphEdge *edges, const unsigned *first_edges, unsigned n_nodes);

G_END_DECLS
