/* One walk through a scenario: where one stands, what was chosen, what it did. Immutable: choosing returns a new run
 * and leaves the old one as it was, so that going back is keeping the earlier run. A run is a pure function of its
 * scenario and the choices taken, and that list of choices is how it is stored. Any thread. */
#pragma once

#include "scenario/kist-scenario.h"
#include "scenario/kist-run-trail.h"

G_BEGIN_DECLS

#define KIST_TYPE_RUN (kist_run_get_type ())
G_DECLARE_FINAL_TYPE (KistRun, kist_run, KIST, RUN, GObject)

KistRun             *kist_run_new (KistScenario *scenario);
KistRun             *kist_run_new_at (KistScenario *scenario, unsigned passage);
KistRun             *kist_run_new_from_choices (KistScenario *scenario, const char *choices, GError **error);
char                *kist_run_dup_choices (KistRun *self);
KistScenario        *kist_run_get_scenario (KistRun *self);
unsigned             kist_run_get_passage (KistRun *self);
gboolean             kist_run_is_ended (KistRun *self);
unsigned             kist_run_get_n_offered (KistRun *self);
const KistChoice    *kist_run_get_offered (KistRun *self, unsigned index);
KistRun             *kist_run_choose (KistRun *self, unsigned index, GError **error);
KistRun             *kist_run_go_back (KistRun *self, unsigned n_choices);
unsigned             kist_run_get_length (KistRun *self);
const KistTrailStep *kist_run_get_trail_step (KistRun *self, unsigned index);
gint64               kist_run_get_outcome (KistRun *self, unsigned bar);
gint64               kist_run_get_score (KistRun *self);
gint64               kist_run_get_variable (KistRun *self, const char *name);
unsigned             kist_run_get_visited (KistRun *self, unsigned passage);

G_END_DECLS
