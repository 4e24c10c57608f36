#include "kist-played-run.h"

#include <glib/gi18n.h>

#include "library/runs/kist-run-replay.h"
#include "ui/kist-wording.h"

static void
played_run_free (KistPlayedRun *self)
{
  g_free (self->id);
  g_free (self->ending);
  g_clear_object (&self->run);
  g_free (self);
}

/**
 * kist_played_runs_of:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it, whose scenario can be used
 *
 * Returns: (transfer full) (element-type KistPlayedRun): its runs, in the order in which they were begun
 */
GPtrArray *
kist_played_runs_of (KistServices *services, KistThing *thing, KistStep *step)
{
  KistScenario *scenario = kist_library_lookup_scenario (kist_services_get_library (services), thing, step);
  GPtrArray    *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)played_run_free);
  g_autoptr (GPtrArray) records =
      kist_run_records_of (kist_services_get_events (services), kist_thing_get_key (thing), kist_step_get_id (step));

  g_return_val_if_fail (scenario != NULL, runs);

  for (unsigned i = 0; i < records->len; i++)
    {
      const KistRunRecord *record = g_ptr_array_index (records, i);
      KistPlayedRun       *run;

      /* One went back to the beginning of a run that had ended, and no further. */
      if (record->choices->len == 0)
        continue;
      run = g_new0 (KistPlayedRun, 1);
      run->number = i + 1;
      run->id = g_strdup (record->id);
      run->last = record->last;
      run->ending = g_strdup (record->ending);
      run->is_group = record->is_group;
      run->run = kist_run_record_replay (record, scenario);
      g_ptr_array_add (runs, run);
    }
  return runs;
}

/**
 * kist_played_runs_lookup:
 * @runs: (element-type KistPlayedRun): runs
 * @id: a run's id
 *
 * Returns: (transfer none) (nullable): the run, which lives as long as @runs
 */
KistPlayedRun *
kist_played_runs_lookup (GPtrArray *runs, const char *id)
{
  for (unsigned i = 0; i < runs->len; i++)
    if (g_str_equal (((KistPlayedRun *)g_ptr_array_index (runs, i))->id, id))
      return g_ptr_array_index (runs, i);
  return NULL;
}

static gboolean
is_same_way (const KistPlayedRun *a, const KistPlayedRun *b)
{
  g_autofree char *a_way = kist_run_dup_choices (a->run);
  g_autofree char *b_way = kist_run_dup_choices (b->run);

  return g_str_equal (a_way, b_way);
}

/**
 * kist_played_runs_find_other:
 * @runs: (element-type KistPlayedRun): runs
 * @id: the id of a run
 *
 * Returns: (transfer none) (nullable): what to compare it with when nobody says: the last run that ended and went
 *   another way, else the last other one that ended; %NULL when there is none
 */
KistPlayedRun *
kist_played_runs_find_other (GPtrArray *runs, const char *id)
{
  KistPlayedRun *self = kist_played_runs_lookup (runs, id);
  KistPlayedRun *same = NULL;

  for (unsigned i = runs->len; i > 0; i--)
    {
      KistPlayedRun *run = g_ptr_array_index (runs, i - 1);

      if (g_str_equal (run->id, id) || !kist_played_run_can_compare (run))
        continue;
      if (!self || !self->run || !is_same_way (self, run))
        return run;
      same = same ? same : run;
    }
  return same;
}

/**
 * kist_played_run_can_compare:
 * @self: a run
 *
 * Returns: whether it has ended and can be played again
 */
gboolean
kist_played_run_can_compare (const KistPlayedRun *self)
{
  return self->ending && self->run;
}

/**
 * kist_played_run_dup_title:
 * @self: a run
 * @clock: the clock
 *
 * Returns: (transfer full): "Run 3 · Yesterday"
 */
char *
kist_played_run_dup_title (const KistPlayedRun *self, KistClock *clock)
{
  g_autofree char *day = kist_wording_dup_day (clock, self->last);

  /* Translators: a run's number and its day, "Run 3 · Yesterday · With a group" */
  if (self->is_group)
    return g_strdup_printf (_ ("Run %u · %s · With a group"), self->number, day);
  /* Translators: a run's number and its day, "Run 3 · Yesterday" */
  return g_strdup_printf (_ ("Run %u · %s"), self->number, day);
}

/**
 * kist_played_run_dup_state:
 * @self: a run
 *
 * Returns: (transfer full): how it ended, or that it did not
 */
char *
kist_played_run_dup_state (const KistPlayedRun *self)
{
  if (self->ending)
    return g_strdup_printf (_ ("Ended with “%s”"), self->ending);
  if (self->run)
    return g_strdup_printf (
        _ ("Left at “%s”"),
        kist_scenario_get_passage (kist_run_get_scenario (self->run), kist_run_get_passage (self->run))->name);
  return g_strdup (_ ("Not finished"));
}
