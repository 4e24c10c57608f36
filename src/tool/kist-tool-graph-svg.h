/* A scenario's graph as an SVG drawing. Pure. */
#pragma once

#include "scenario/graph/kist-graph-layout.h"

G_BEGIN_DECLS

char *kist_tool_graph_to_svg (KistGraph *graph, const KistGraphLayout *layout);

G_END_DECLS
