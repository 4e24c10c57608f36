#include "kist-coverage.h"

#include "kist-scenario-states.h"

struct _KistCoverage
{
  KistScenario *scenario; /* (owned) */
  KistStates   *states;   /* (owned) */
  guint8       *walked;   /* (owned): for each choice of the scenario, as the marks of the states */
  unsigned      n_walked;
  unsigned      n_reachable;
};

static unsigned
get_n_choices (const KistCoverage *self, unsigned passage)
{
  return kist_scenario_get_passage (self->scenario, passage)->choices->len;
}

static unsigned
index_of (const KistCoverage *self, unsigned passage, unsigned choice)
{
  return self->states->first_choice[passage] + choice;
}

/**
 * kist_coverage_new:
 * @scenario: a scenario
 *
 * Blocks for as long as it takes to play every way through @scenario, at most about two seconds.
 *
 * Returns: (transfer full): the coverage of no run
 */
KistCoverage *
kist_coverage_new (KistScenario *scenario)
{
  KistCoverage *self;
  unsigned      n_choices = 0;

  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);

  self = g_new0 (KistCoverage, 1);
  self->scenario = g_object_ref (scenario);
  self->states = kist_states_new (scenario);
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      n_choices += get_n_choices (self, i);
      for (unsigned j = 0; j < get_n_choices (self, i); j++)
        self->n_reachable += kist_coverage_is_reachable (self, i, j);
    }
  self->walked = g_new0 (guint8, n_choices);
  return self;
}

/**
 * kist_coverage_free:
 * @self: (transfer full) (nullable): a coverage
 */
void
kist_coverage_free (KistCoverage *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->states, kist_states_free);
  g_clear_object (&self->scenario);
  g_free (self->walked);
  g_free (self);
}

/**
 * kist_coverage_add_run:
 * @self: a coverage
 * @run: a run of the same scenario
 *
 * A run that kist_run_new_from_choices() refuses, because the scenario changed, has nothing to add.
 */
void
kist_coverage_add_run (KistCoverage *self, KistRun *run)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (KIST_IS_RUN (run) && kist_run_get_scenario (run) == self->scenario);

  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    {
      const KistTrailStep *step = kist_run_get_trail_step (run, i);
      guint8              *walked = &self->walked[index_of (self, step->passage, step->choice)];

      self->n_walked += !*walked;
      *walked = TRUE;
    }
}

/**
 * kist_coverage_get_n_walked:
 * @self: a coverage
 *
 * Returns: how many distinct choices were taken
 */
unsigned
kist_coverage_get_n_walked (const KistCoverage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_walked;
}

/**
 * kist_coverage_get_n_reachable:
 * @self: a coverage
 *
 * Returns: how many distinct choices can be taken
 */
unsigned
kist_coverage_get_n_reachable (const KistCoverage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  /* Where not every way could be tried, a run may have taken one that was not found. */
  return MAX (self->n_reachable, self->n_walked);
}

/**
 * kist_coverage_is_exact:
 * @self: a coverage
 *
 * Returns: whether every way was tried; if not, more choices than kist_coverage_get_n_reachable() may be there
 */
gboolean
kist_coverage_is_exact (const KistCoverage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->states->is_cut && !self->states->is_merged;
}

/**
 * kist_coverage_is_walked:
 * @self: a coverage
 * @passage: a passage, its index
 * @choice: one of its choices, its index
 *
 * Returns: whether a run took it
 */
gboolean
kist_coverage_is_walked (const KistCoverage *self, unsigned passage, unsigned choice)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (choice < get_n_choices (self, passage), FALSE);

  return self->walked[index_of (self, passage, choice)];
}

/**
 * kist_coverage_is_reachable:
 * @self: a coverage
 * @passage: a passage, its index
 * @choice: one of its choices, its index
 *
 * Returns: whether a run can take it, as far as was found
 */
gboolean
kist_coverage_is_reachable (const KistCoverage *self, unsigned passage, unsigned choice)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (choice < get_n_choices (self, passage), FALSE);

  return (kist_states_get_marks (self->states, passage, choice) & KIST_CONDITION_TAKEN) != 0;
}

/**
 * kist_coverage_dup_way:
 * @self: a coverage
 * @passage: a passage, its index
 *
 * Returns: (transfer full) (nullable): the choices of one of the shortest runs that come to @passage, for
 *   kist_run_new_from_choices(); %NULL when none was found
 */
char *
kist_coverage_dup_way (const KistCoverage *self, unsigned passage)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (passage < kist_scenario_get_n_passages (self->scenario), NULL);

  for (unsigned i = 0; i < self->states->states->len; i++)
    if (g_array_index (self->states->states, KistState, i).passage == passage)
      return kist_states_dup_choices (self->states, i);
  return NULL;
}
