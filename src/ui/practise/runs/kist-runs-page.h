/* The runs of one scenario, the last first: when each was, how it ended, and what can be done with it. Opened by
 * win.open-runs. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_RUNS_PAGE (kist_runs_page_get_type ())
G_DECLARE_FINAL_TYPE (KistRunsPage, kist_runs_page, KIST, RUNS_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_runs_page_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
