/* Scenarios and runs for tests: one that is sound, and what makes two runs the same. */
#pragma once

#include "scenario/kist-run.h"

KistScenario *run_fixture_parse (const char *text);
void          run_fixture_assert_same (KistRun *one, KistRun *other);
