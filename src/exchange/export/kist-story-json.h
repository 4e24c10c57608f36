/* A scenario as the script of an exported page reads it (engine.js): numbers as text, since JSON's are no 64-bit
 * integers, expressions as lists. Pure; any thread. */
#pragma once

#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

char *kist_story_json (KistScenario *scenario);

G_END_DECLS
