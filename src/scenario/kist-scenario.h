/* A branching scenario, read from Twee 3 in Kist's dialect (data/packs/GRAMMAR.md). Immutable after loading; any
 * thread.
 */
#pragma once

#include "base/kist-report.h"
#include "scenario/kist-passage.h"

G_BEGIN_DECLS

#define KIST_SCENARIO_MAX_PASSAGES 20000
#define KIST_SCENARIO_MAX_CHOICES 100 /* in one passage */

#define KIST_TYPE_SCENARIO (kist_scenario_get_type ())
G_DECLARE_FINAL_TYPE (KistScenario, kist_scenario, KIST, SCENARIO, GObject)

KistScenario      *kist_scenario_parse_twee (const char *text, const char *file, KistReport *report);
void               kist_scenario_check (KistScenario *self, KistReport *report);
const char        *kist_scenario_get_ifid (KistScenario *self);
const char        *kist_scenario_get_title (KistScenario *self);
const char        *kist_scenario_get_file (KistScenario *self);
const char *const *kist_scenario_get_outcomes (KistScenario *self);
gboolean           kist_scenario_cuts_loops (KistScenario *self);
unsigned           kist_scenario_get_start (KistScenario *self);
unsigned           kist_scenario_get_n_passages (KistScenario *self);
const KistPassage *kist_scenario_get_passage (KistScenario *self, unsigned index);
int                kist_scenario_lookup (KistScenario *self, const char *name);
unsigned           kist_scenario_count_endings (KistScenario *self);

G_END_DECLS
