/* Plays a run again that was recorded, in the scenario as it is now. Packs change: a run whose way is gone, or that no
 * longer leads to the ending it led to, is not played as something it was not. Pure; any thread. */
#pragma once

#include "progress/kist-run-record.h"
#include "scenario/kist-run.h"

G_BEGIN_DECLS

KistRun *kist_run_record_replay (const KistRunRecord *self, KistScenario *scenario);

G_END_DECLS
