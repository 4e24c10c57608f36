/* What else one can do with a scenario than play it alone: the same entries wherever it has a menu. Main thread. */
#pragma once

#include "ui/kist-services.h"

G_BEGIN_DECLS

GMenu *kist_scenario_menu_new (KistThing *thing, KistStep *step);

G_END_DECLS
