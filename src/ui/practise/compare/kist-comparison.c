#include "kist-comparison.h"

#include <glib/gi18n.h>

#include "ui/practise/ending/kist-run-outcome.h"
#include "ui/practise/kist-trail.h"

/* How many choices both runs have in common from the start. As a run is a function of its choices, both stand in the
 * same passage then. */
static unsigned
find_parting (KistRun *a, KistRun *b)
{
  unsigned length = MIN (kist_run_get_length (a), kist_run_get_length (b));

  for (unsigned i = 0; i < length; i++)
    if (kist_run_get_trail_step (a, i)->choice != kist_run_get_trail_step (b, i)->choice)
      return i;
  return length;
}

static void
fill_side (KistComparisonSide *side, KistRun *run, unsigned parting)
{
  KistScenario *scenario = kist_run_get_scenario (run);

  side->decisions = kist_trail_dup_decisions (run, parting + 1, G_MAXUINT);
  side->outcomes = kist_run_outcomes_of (run);
  if (kist_run_is_ended (run))
    side->ending = g_strdup (kist_scenario_get_passage (scenario, kist_run_get_passage (run))->name);
  if (parting < kist_run_get_length (run))
    {
      const KistTrailStep *step = kist_run_get_trail_step (run, parting);
      const KistPassage   *passage = kist_scenario_get_passage (scenario, step->passage);
      const KistChoice    *choice = g_ptr_array_index (passage->choices, step->choice);

      side->choice = g_strdup (choice->text);
      side->feedback = choice->feedback ? kist_trail_dup_plain (choice->feedback) : NULL;
    }
}

static char *
dup_summary (unsigned n_common, gboolean is_same)
{
  if (is_same)
    return g_strdup (_ ("Both runs went the same way, to the same ending."));
  if (n_common == 0)
    return g_strdup (_ ("The runs part at the first decision."));
  return g_strdup_printf (
      ngettext ("Both runs begin with the same decision.", "Both runs begin with the same %u decisions.", n_common),
      n_common);
}

/**
 * kist_comparison_new:
 * @a: a run
 * @b: another run through the same scenario
 *
 * Returns: (transfer full): what they have in common and what not
 */
KistComparison *
kist_comparison_new (KistRun *a, KistRun *b)
{
  KistComparison *self = g_new0 (KistComparison, 1);
  KistRun        *runs[] = { a, b };
  unsigned        parting = find_parting (a, b);
  gboolean        is_same = parting == kist_run_get_length (a) && parting == kist_run_get_length (b);

  g_return_val_if_fail (kist_run_get_scenario (a) == kist_run_get_scenario (b), self);

  self->common = kist_trail_dup_decisions (a, 0, parting);
  self->summary = dup_summary (kist_trail_count_decisions (a, 0, parting), is_same);
  if (!is_same)
    {
      KistRun *longer = parting < kist_run_get_length (a) ? a : b;

      self->parting = g_strdup (
          kist_scenario_get_passage (kist_run_get_scenario (a), kist_run_get_trail_step (longer, parting)->passage)
              ->name);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      fill_side (&self->sides[i], runs[i], parting);
      self->limit = MAX (self->limit, kist_run_outcomes_get_limit (self->sides[i].outcomes));
    }
  return self;
}

/**
 * kist_comparison_free:
 * @self: (transfer full) (nullable): a comparison
 */
void
kist_comparison_free (KistComparison *self)
{
  if (!self)
    return;
  for (unsigned i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      g_free (self->sides[i].choice);
      g_free (self->sides[i].feedback);
      g_free (self->sides[i].ending);
      g_clear_pointer (&self->sides[i].decisions, g_ptr_array_unref);
      g_clear_pointer (&self->sides[i].outcomes, g_ptr_array_unref);
    }
  g_clear_pointer (&self->common, g_ptr_array_unref);
  g_free (self->summary);
  g_free (self->parting);
  g_free (self);
}
