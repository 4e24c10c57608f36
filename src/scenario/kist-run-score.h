/* The score of a run whose loops do not count (StoryData's "scoring"). Pure; any thread. */
#pragma once

#include "scenario/kist-run.h"

G_BEGIN_DECLS

gint64 kist_run_score_without_loops (KistRun *self);

G_END_DECLS
