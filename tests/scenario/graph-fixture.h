/* Random scenarios for what is said of graphs: with ways back, ways to themselves, several ways to the same passage,
 * and parts that nothing leads to. */
#pragma once

#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

KistScenario *graph_fixture_make_random (GRand *random, unsigned n_passages);
KistScenario *graph_fixture_make_story (GRand *random, unsigned n_passages);

G_END_DECLS
