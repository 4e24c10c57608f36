#include "kist-run-replay.h"

/* How many choices stood when one last stood in the passage; -1 when one never did. */
static int
find_passage (KistScenario *scenario, GArray *trail, const char *name)
{
  for (unsigned i = trail->len; i > 0; i--)
    {
      unsigned passage = g_array_index (trail, KistTrailStep, i - 1).passage;

      if (g_str_equal (kist_scenario_get_passage (scenario, passage)->name, name))
        return (int)i - 1;
    }
  return -1;
}

/* Not every Kist recorded going back: a choice in a passage that one has left long since means that one was there
 * again. */
static gboolean
follow (KistScenario *scenario, GArray *trail, unsigned *passage, const KistRunChoice *choice)
{
  const KistPassage *here = kist_scenario_get_passage (scenario, *passage);
  KistTrailStep      step;
  int                length;

  if (!choice->passage)
    return FALSE;
  if (!g_str_equal (here->name, choice->passage))
    {
      length = find_passage (scenario, trail, choice->passage);
      if (length < 0)
        return FALSE;
      *passage = g_array_index (trail, KistTrailStep, length).passage;
      g_array_set_size (trail, (unsigned)length);
      here = kist_scenario_get_passage (scenario, *passage);
    }
  if (choice->choice >= here->choices->len)
    return FALSE;
  step = (KistTrailStep){ *passage, choice->choice };
  g_array_append_val (trail, step);
  *passage = ((const KistChoice *)g_ptr_array_index (here->choices, choice->choice))->target;
  return TRUE;
}

/**
 * kist_run_record_replay:
 * @self: a run as it was recorded
 * @scenario: its scenario as it is now
 *
 * Returns: (transfer full) (nullable): the run, or %NULL when the scenario has changed so that it is no way through it
 *   any more, or ends otherwise
 */
KistRun *
kist_run_record_replay (const KistRunRecord *self, KistScenario *scenario)
{
  g_autoptr (GArray) trail = g_array_new (FALSE, FALSE, sizeof (KistTrailStep));
  g_autoptr (GString) choices = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) run = NULL;
  unsigned passage;

  g_return_val_if_fail (self != NULL && KIST_IS_SCENARIO (scenario), NULL);

  passage = kist_scenario_get_start (scenario);
  for (unsigned i = 0; i < self->choices->len; i++)
    if (!follow (scenario, trail, &passage, g_ptr_array_index (self->choices, i)))
      return NULL;
  for (unsigned i = 0; i < trail->len; i++)
    g_string_append_printf (choices, i > 0 ? ",%u" : "%u", g_array_index (trail, KistTrailStep, i).choice);

  run = kist_run_new_from_choices (scenario, choices->str, &error);
  if (!run)
    {
      g_debug ("A run cannot be played again: %s", error->message);
      return NULL;
    }
  if (self->ending &&
      (!kist_run_is_ended (run) ||
       !g_str_equal (kist_scenario_get_passage (scenario, kist_run_get_passage (run))->name, self->ending)))
    return NULL;
  return g_steal_pointer (&run);
}
