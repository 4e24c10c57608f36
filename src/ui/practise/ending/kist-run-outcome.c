#include "kist-run-outcome.h"

#include <glib/gi18n.h>

#include "ui/practise/kist-practise-wording.h"

/* So that one small step does not fill a bar. */
#define MIN_LIMIT 5
/* A run may go round in circles; how a bar moved is told up to this often. */
#define MAX_MOVES 12

static void
run_outcome_free (KistRunOutcome *self)
{
  g_free (self->title);
  g_free (self->moves);
  g_free (self);
}

static gint64
get_change (const KistChoice *choice, unsigned bar)
{
  for (unsigned i = 0; i < choice->outcomes->len; i++)
    if (g_array_index (choice->outcomes, KistOutcomeChange, i).bar == bar)
      return g_array_index (choice->outcomes, KistOutcomeChange, i).change;
  return 0;
}

static char *
dup_moves (KistRun *run, unsigned bar)
{
  KistScenario *scenario = kist_run_get_scenario (run);
  g_autoptr (GString) moves = g_string_new (_ ("0 at the start"));
  unsigned n_moves = 0;

  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    {
      const KistTrailStep *step = kist_run_get_trail_step (run, i);
      const KistPassage   *passage = kist_scenario_get_passage (scenario, step->passage);
      gint64               change = get_change (g_ptr_array_index (passage->choices, step->choice), bar);
      g_autofree char     *number = kist_practise_wording_dup_number (change);

      if (change == 0)
        continue;
      if (n_moves++ == MAX_MOVES)
        {
          g_string_append (moves, "; …");
          break;
        }
      g_string_append_printf (moves, "; %s %s", passage->name, number);
    }
  return n_moves > 0 ? g_strdup (moves->str) : NULL;
}

/**
 * kist_run_outcomes_of:
 * @run: a run
 *
 * Returns: (transfer full) (element-type KistRunOutcome): what the scenario declares, in its order
 */
GPtrArray *
kist_run_outcomes_of (KistRun *run)
{
  GPtrArray         *outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify)run_outcome_free);
  const char *const *bars;

  g_return_val_if_fail (KIST_IS_RUN (run), outcomes);

  bars = kist_scenario_get_outcomes (kist_run_get_scenario (run));
  for (unsigned i = 0; bars[i]; i++)
    {
      KistRunOutcome *outcome = g_new0 (KistRunOutcome, 1);

      outcome->title = g_strdup (kist_practise_wording_outcome (bars[i]));
      outcome->value = MAX (kist_run_get_outcome (run, i), -G_MAXINT64); /* its negative must be one too */
      outcome->moves = dup_moves (run, i);
      g_ptr_array_add (outcomes, outcome);
    }
  return outcomes;
}

/**
 * kist_run_outcomes_get_limit:
 * @outcomes: (element-type KistRunOutcome): outcomes
 *
 * Returns: where their bars end on either side
 */
gint64
kist_run_outcomes_get_limit (GPtrArray *outcomes)
{
  gint64 limit = MIN_LIMIT;

  g_return_val_if_fail (outcomes != NULL, limit);

  for (unsigned i = 0; i < outcomes->len; i++)
    limit = MAX (limit, ABS (((KistRunOutcome *)g_ptr_array_index (outcomes, i))->value));
  return limit;
}
