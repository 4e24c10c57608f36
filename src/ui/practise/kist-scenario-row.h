/* A scenario in the list of all: whose it is, how many of its endings were found, when it was last played, what it
 * touches. Opens its step. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_SCENARIO_ROW (kist_scenario_row_get_type ())
G_DECLARE_FINAL_TYPE (KistScenarioRow, kist_scenario_row, KIST, SCENARIO_ROW, AdwActionRow)

GtkWidget *kist_scenario_row_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
