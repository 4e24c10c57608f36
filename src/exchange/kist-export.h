/* A scenario handed on to other programs: as Twee 3, which loses nothing, as Twine 2 HTML, which Twine opens, and as
 * one page that any browser plays. Pure functions; a large scenario belongs on a worker. */
#pragma once

#include "base/kist-report.h"
#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

char *kist_export_twee (KistScenario *scenario, const char *source);
char *kist_export_twine (KistScenario *scenario, const char *source);
char *kist_export_html (KistScenario *scenario);
void  kist_export_account (KistScenario *scenario, const char *source, const char *file, KistReport *report);

G_END_DECLS
