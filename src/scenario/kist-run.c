#include "kist-run.h"

#include "base/kist-error.h"
#include "kist-run-score.h"
#include "kist-run-state.h"

/* Nobody takes so many decisions in one sitting; a stored list longer than this is damage. */
#define MAX_LENGTH 10000

struct _KistRun
{
  GObject parent_instance;

  KistScenario *scenario; /* (owned) */
  KistRunState *state;    /* (owned) */
  unsigned      start;    /* the passage it began in */
  KistRunTrail *trail;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistRun, kist_run, G_TYPE_OBJECT)

/* A run in @state and with @trail behind it, both of which it takes. */
static KistRun *
new_run (KistScenario *scenario, unsigned start, KistRunState *state, KistRunTrail *trail)
{
  KistRun *self = g_object_new (KIST_TYPE_RUN, NULL);

  self->scenario = g_object_ref (scenario);
  self->start = start;
  self->state = state;
  self->trail = trail;
  return self;
}

static gboolean
may_go_on (KistRun *self, GError **error)
{
  if (kist_run_trail_get_length (self->trail) < MAX_LENGTH)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "This run has more than %d choices.", MAX_LENGTH);
  return FALSE;
}

/* Takes a choice that is offered. Only for a run that nobody else has seen yet. */
static gboolean
take (KistRun *self, unsigned choice, GError **error)
{
  KistRunTrail *before = self->trail;

  if (!may_go_on (self, error))
    return FALSE;
  self->trail = kist_run_trail_append (before, (KistTrailStep){ self->state->passage, choice });
  kist_run_trail_unref (before);
  return kist_run_state_take (self->state, choice, error);
}

/* Takes a choice by its index in the passage, as it was stored. */
static gboolean
take_stored (KistRun *self, unsigned choice, GError **error)
{
  const KistPassage *passage = kist_run_state_get_current (self->state);
  unsigned           step = kist_run_trail_get_length (self->trail) + 1;

  if (choice >= passage->choices->len)
    g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND,
                 "Step %u: “%s” has %u choices, so the one numbered %u does not exist.", step, passage->name,
                 passage->choices->len, choice);
  else if (!kist_run_state_is_offered (self->state, choice))
    g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "Step %u: in “%s” the choice “%s” is not offered.", step,
                 passage->name, ((KistChoice *)g_ptr_array_index (passage->choices, choice))->text);
  else
    return take (self, choice, error);
  return FALSE;
}

static void
kist_run_finalize (GObject *object)
{
  KistRun *self = KIST_RUN (object);

  g_clear_pointer (&self->trail, kist_run_trail_unref);
  g_clear_pointer (&self->state, kist_run_state_free);
  g_clear_object (&self->scenario);
  G_OBJECT_CLASS (kist_run_parent_class)->finalize (object);
}

static void
kist_run_class_init (KistRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_run_finalize;
}

static void
kist_run_init (KistRun *self)
{
}

/**
 * kist_run_new:
 * @scenario: a scenario
 *
 * Returns: (transfer full): a run that stands at the start
 */
KistRun *
kist_run_new (KistScenario *scenario)
{
  return kist_run_new_at (scenario, kist_scenario_get_start (scenario));
}

/**
 * kist_run_new_at:
 * @scenario: a scenario
 * @passage: one of its passages
 *
 * Returns: (transfer full): a run that stands there as if it were the start, for an author to try; never stored
 */
KistRun *
kist_run_new_at (KistScenario *scenario, unsigned passage)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (passage < kist_scenario_get_n_passages (scenario), NULL);

  return new_run (scenario, passage, kist_run_state_new_at (scenario, passage), kist_run_trail_new ());
}

/**
 * kist_run_new_from_choices:
 * @scenario: a scenario
 * @choices: indices of choices in their passages, from 0, with commas between: "3,1,2"; "" for none
 * @error: return location
 *
 * The other way round from kist_run_dup_choices(). The scenario may have changed since.
 *
 * Returns: (transfer full) (nullable): the run, or %NULL with %KIST_ERROR_INVALID when @choices is no such list or a
 *   choice is not offered, %KIST_ERROR_NOT_FOUND when one does not exist, %KIST_ERROR_OVERFLOW or %KIST_ERROR_TOO_LARGE
 */
KistRun *
kist_run_new_from_choices (KistScenario *scenario, const char *choices, GError **error)
{
  g_autoptr (KistRun) self = NULL;
  const char *p = choices;

  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (choices != NULL, NULL);

  self = kist_run_new (scenario);
  while (*p)
    {
      char   *end;
      guint64 choice = g_ascii_isdigit (*p) ? g_ascii_strtoull (p, &end, 10) : G_MAXUINT64;

      if (choice > G_MAXINT || (*end != '\0' && (*end != ',' || end[1] == '\0')))
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "Step %u: choices are numbers with commas between them.",
                       kist_run_trail_get_length (self->trail) + 1);
          return NULL;
        }
      if (!take_stored (self, (unsigned)choice, error))
        return NULL;
      p = *end ? end + 1 : end;
    }
  return g_steal_pointer (&self);
}

/**
 * kist_run_dup_choices:
 * @self: a run
 *
 * Returns: (transfer full): the choices taken, for kist_run_new_from_choices()
 */
char *
kist_run_dup_choices (KistRun *self)
{
  GString *choices;

  g_return_val_if_fail (KIST_IS_RUN (self), NULL);

  choices = g_string_new (NULL);
  for (unsigned i = 0; i < kist_run_trail_get_length (self->trail); i++)
    g_string_append_printf (choices, i > 0 ? ",%u" : "%u", kist_run_trail_get_step (self->trail, i)->choice);
  return g_string_free (choices, FALSE);
}

/**
 * kist_run_get_scenario:
 * @self: a run
 *
 * Returns: (transfer none): the scenario
 */
KistScenario *
kist_run_get_scenario (KistRun *self)
{
  g_return_val_if_fail (KIST_IS_RUN (self), NULL);

  return self->scenario;
}

/**
 * kist_run_get_passage:
 * @self: a run
 *
 * Returns: the index of the passage one stands in
 */
unsigned
kist_run_get_passage (KistRun *self)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);

  return self->state->passage;
}

/**
 * kist_run_is_ended:
 * @self: a run
 *
 * Returns: whether one stands in a passage tagged `end`; nothing is offered there
 */
gboolean
kist_run_is_ended (KistRun *self)
{
  g_return_val_if_fail (KIST_IS_RUN (self), FALSE);

  return (kist_run_state_get_current (self->state)->tags & KIST_PASSAGE_END) != 0;
}

/**
 * kist_run_get_n_offered:
 * @self: a run
 *
 * Returns: how many choices there are; when it is 0 and kist_run_is_ended() is %FALSE, the scenario's author left a gap
 */
unsigned
kist_run_get_n_offered (KistRun *self)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);

  return self->state->offered->len;
}

/**
 * kist_run_get_offered:
 * @self: a run
 * @index: less than kist_run_get_n_offered()
 *
 * Returns: (transfer none): a choice, which lives as long as the scenario
 */
const KistChoice *
kist_run_get_offered (KistRun *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_RUN (self), NULL);
  g_return_val_if_fail (index < self->state->offered->len, NULL);

  return g_ptr_array_index (kist_run_state_get_current (self->state)->choices,
                            g_array_index (self->state->offered, unsigned, index));
}

/**
 * kist_run_choose:
 * @self: a run, which stays as it is
 * @index: which of the choices offered
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the run after the choice, or %NULL with %KIST_ERROR_NOT_FOUND when there is no
 *   such choice, %KIST_ERROR_OVERFLOW when a number left the 64-bit range, or %KIST_ERROR_TOO_LARGE after 10,000
 * choices
 */
KistRun *
kist_run_choose (KistRun *self, unsigned index, GError **error)
{
  g_autoptr (KistRunState) state = NULL;
  KistTrailStep step;

  g_return_val_if_fail (KIST_IS_RUN (self), NULL);

  if (index >= self->state->offered->len)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "In “%s” there is no choice numbered %u.",
                   kist_run_state_get_current (self->state)->name, index);
      return NULL;
    }
  if (!may_go_on (self, error))
    return NULL;
  step = (KistTrailStep){ self->state->passage, g_array_index (self->state->offered, unsigned, index) };
  state = kist_run_state_copy (self->state);
  if (!kist_run_state_take (state, step.choice, error))
    return NULL;
  return new_run (self->scenario, self->start, g_steal_pointer (&state), kist_run_trail_append (self->trail, step));
}

/**
 * kist_run_go_back:
 * @self: a run, which stays as it is
 * @n_choices: how many choices to take back; at most kist_run_get_length()
 *
 * Returns: (transfer full): the run as it was @n_choices choices ago
 */
KistRun *
kist_run_go_back (KistRun *self, unsigned n_choices)
{
  KistRun *run;

  g_return_val_if_fail (KIST_IS_RUN (self) && n_choices <= kist_run_get_length (self), NULL);

  run = kist_run_new_at (self->scenario, self->start);
  for (unsigned i = 0; i + n_choices < kist_run_trail_get_length (self->trail); i++)
    take (run, kist_run_trail_get_step (self->trail, i)->choice, NULL);
  return run;
}

/**
 * kist_run_get_length:
 * @self: a run
 *
 * Returns: how many choices were taken
 */
unsigned
kist_run_get_length (KistRun *self)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);

  return kist_run_trail_get_length (self->trail);
}

/**
 * kist_run_get_trail_step:
 * @self: a run
 * @index: less than kist_run_get_length()
 *
 * Returns: (transfer none): one decision, which lives as long as the run
 */
const KistTrailStep *
kist_run_get_trail_step (KistRun *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_RUN (self), NULL);
  g_return_val_if_fail (index < kist_run_trail_get_length (self->trail), NULL);

  return kist_run_trail_get_step (self->trail, index);
}

/**
 * kist_run_get_outcome:
 * @self: a run
 * @bar: an index into kist_scenario_get_outcomes()
 *
 * Returns: how far the bar moved from where it was at the start
 */
gint64
kist_run_get_outcome (KistRun *self, unsigned bar)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);
  g_return_val_if_fail (bar < g_strv_length ((char **)kist_scenario_get_outcomes (self->scenario)), 0);

  return self->state->outcomes[bar];
}

/**
 * kist_run_get_score:
 * @self: a run
 *
 * Returns: the sum of the scores of what was chosen; where the scenario cuts loops, kist_run_score_without_loops()
 */
gint64
kist_run_get_score (KistRun *self)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);

  return kist_scenario_cuts_loops (self->scenario) ? kist_run_score_without_loops (self) : self->state->score;
}

/**
 * kist_run_get_variable:
 * @self: a run
 * @name: a variable
 *
 * Returns: its value; 0 when it was never set
 */
gint64
kist_run_get_variable (KistRun *self, const char *name)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  return kist_run_state_get_variable (self->state, name);
}

/**
 * kist_run_get_visited:
 * @self: a run
 * @passage: less than kist_scenario_get_n_passages()
 *
 * Returns: how often one was there, now included
 */
unsigned
kist_run_get_visited (KistRun *self, unsigned passage)
{
  g_return_val_if_fail (KIST_IS_RUN (self), 0);
  g_return_val_if_fail (passage < kist_scenario_get_n_passages (self->scenario), 0);

  return self->state->visited[passage];
}
