/* Plays every way through a scenario there is, as far as that can be done in two seconds, and reports where nobody
 * can go on. For kist-scenario-check.c alone; any thread. */
#pragma once

#include "kist-scenario.h"

G_BEGIN_DECLS

void kist_scenario_check_states (KistScenario *self, const gboolean *reachable, KistReport *report);

G_END_DECLS
