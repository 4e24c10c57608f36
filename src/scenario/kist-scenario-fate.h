/* What every way through a scenario comes to: where nobody can go on, from where no ending can be reached any more,
 * which conditions never or always hold. For kist-scenario-check.c alone; any thread. */
#pragma once

#include "kist-scenario.h"

G_BEGIN_DECLS

void kist_scenario_check_fate (KistScenario   *self,
                               const gboolean *reachable,
                               const gboolean *ending,
                               GHashTable     *set,
                               KistReport     *report);

G_END_DECLS
