/* How much of a scenario was walked: the distinct choices that runs took, of those that any run can take. To find the
 * latter every way is played, which may take two seconds: make one in a worker. Used by one thread at a time. */
#pragma once

#include "scenario/kist-run.h"

G_BEGIN_DECLS

typedef struct _KistCoverage KistCoverage;

KistCoverage *kist_coverage_new (KistScenario *scenario);
void          kist_coverage_free (KistCoverage *self);
void          kist_coverage_add_run (KistCoverage *self, KistRun *run);
unsigned      kist_coverage_get_n_walked (const KistCoverage *self);
unsigned      kist_coverage_get_n_reachable (const KistCoverage *self);
gboolean      kist_coverage_is_exact (const KistCoverage *self);
gboolean      kist_coverage_is_walked (const KistCoverage *self, unsigned passage, unsigned choice);
gboolean      kist_coverage_is_reachable (const KistCoverage *self, unsigned passage, unsigned choice);
char         *kist_coverage_dup_way (const KistCoverage *self, unsigned passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistCoverage, kist_coverage_free)

G_END_DECLS
