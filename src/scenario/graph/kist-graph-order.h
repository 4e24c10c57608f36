/* Which cell stands beside which, so that few lines cross. For the layout alone; any thread. */
#pragma once

#include "scenario/graph/kist-graph-grid.h"

G_BEGIN_DECLS

guint64 kist_graph_order (KistGraphGrid *grid);

G_END_DECLS
