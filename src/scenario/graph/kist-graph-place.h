/* Where in its layer each cell stands, so that lines run straight. For the layout alone; any thread. */
#pragma once

#include "scenario/graph/kist-graph-grid.h"

G_BEGIN_DECLS

double kist_graph_place (KistGraphGrid *grid);

G_END_DECLS
