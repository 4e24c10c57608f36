/* What is recorded of the run that is being played, so that it can be rebuilt from the events as it was: what was
 * chosen, that one went back, how it ended. Owned by the play. Main thread. */
#pragma once

#include "scenario/kist-run.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_RUN_LOG (kist_run_log_get_type ())
G_DECLARE_FINAL_TYPE (KistRunLog, kist_run_log, KIST, RUN_LOG, GObject)

KistRunLog *kist_run_log_new (KistServices *services, KistThing *thing, KistStep *step, gboolean is_group);
const char *kist_run_log_get_id (KistRunLog *self);
void        kist_run_log_begin (KistRunLog *self);
void        kist_run_log_restore (KistRunLog *self, const char *id);
void        kist_run_log_prepare (KistRunLog *self, unsigned length);
void        kist_run_log_count (KistRunLog *self, KistRun *run, GArray *hands);
GArray     *kist_run_log_dup_counts (KistRunLog *self);
void        kist_run_log_choose (KistRunLog *self, KistRun *run);
void        kist_run_log_end (KistRunLog *self, KistRun *run);
gboolean    kist_run_log_can_compare (KistRunLog *self);

G_END_DECLS
