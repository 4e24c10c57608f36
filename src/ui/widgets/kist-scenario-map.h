/* A scenario as a map that one can walk and zoom. With what a person walked it shows their ways, and names nothing that
 * they have not found; without it is an author's map: it names everything and marks what nobody can come to or get out
 * of. "passage-activated" (s) says that a passage was clicked or opened by Enter. Main thread; a large scenario is
 * drawn on a worker. */
#pragma once

#include <adwaita.h>

#include "scenario/graph/kist-walked.h"

G_BEGIN_DECLS

#define KIST_TYPE_SCENARIO_MAP (kist_scenario_map_get_type ())
G_DECLARE_FINAL_TYPE (KistScenarioMap, kist_scenario_map, KIST, SCENARIO_MAP, AdwBin)

GtkWidget *kist_scenario_map_new (void);
void       kist_scenario_map_set_scenario (KistScenarioMap *self, KistScenario *scenario, KistWalked *walked);
void       kist_scenario_map_focus_passage (KistScenarioMap *self, const char *passage);

G_END_DECLS
