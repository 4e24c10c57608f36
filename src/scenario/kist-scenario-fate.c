#include "kist-scenario-fate.h"

#include "kist-scenario-states.h"

typedef struct
{
  KistStates     *states;
  KistReport     *report;
  const char     *file;
  const gboolean *reachable; /* for each passage: from the start, conditions aside */
  const gboolean *ending;    /* for each passage: an ending from it, conditions aside */
  GHashTable     *set;       /* (element-type utf8): the variables that are set anywhere */
  GHashTable     *said;      /* (owned) (element-type gpointer): passages and choices with a finding */
  gboolean       *is_open;   /* (owned): for each state: an ending, or what nobody tried, can be reached from it */
  gboolean       *can_stick; /* (owned): for each state: one can come to where nothing can be chosen */
} Fate;

static const KistState *
get_state (Fate *self, unsigned index)
{
  return &g_array_index (self->states->states, KistState, index);
}

static const KistPassage *
get_passage (Fate *self, unsigned state)
{
  return kist_scenario_get_passage (self->states->scenario, get_state (self, state)->passage);
}

/* What a finding must add when it could only be shown for numbers up to a bound. */
static char *
dup_limit (Fate *self)
{
  return self->states->is_merged
             ? g_strdup_printf (" (Numbers beyond %" G_GINT64_FORMAT " were all taken for the same.)",
                                self->states->bound)
             : g_strdup ("");
}

static void
report_stuck (Fate *self)
{
  for (unsigned i = 0; i < self->states->states->len; i++)
    {
      const KistPassage *passage = get_passage (self, i);
      g_autofree char   *trail = NULL;

      if (!get_state (self, i)->is_stuck || !g_hash_table_add (self->said, (gpointer)passage))
        continue;
      trail = kist_states_dup_trail (self->states, i);
      kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_ERROR,
                          "Add a choice without “if” and “once”, or make sure that one always holds.",
                          "In “%s” every choice can be hidden, and then nobody can go on: %s.", passage->name, trail);
    }
}

static void
report_refusals (Fate *self)
{
  for (unsigned i = 0; i < self->states->refusals->len; i++)
    {
      const KistRefusal *refusal = g_ptr_array_index (self->states->refusals, i);
      const KistChoice  *choice = g_ptr_array_index (get_passage (self, refusal->state)->choices, refusal->choice);
      g_autofree char   *trail = NULL;

      if (!g_hash_table_add (self->said, (gpointer)choice))
        continue;
      trail = kist_states_dup_trail (self->states, refusal->state);
      kist_report_add_at (self->report, self->file, choice->line, choice->column, KIST_SEVERITY_ERROR,
                          "Use smaller numbers.", "“%s” cannot be chosen %s: %s", choice->text, trail, refusal->why);
    }
}

/* Marks every state from which one that is marked can be reached: goes over the edges backwards. */
static void
spread_backwards (Fate *self, gboolean *marks)
{
  const GArray        *edges = self->states->edges;
  unsigned             n_states = self->states->states->len;
  g_autofree unsigned *first = g_new0 (unsigned, n_states + 1); /* edges that end in a state begin there in @sources */
  g_autofree unsigned *sources = g_new (unsigned, MAX (edges->len, 1));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (unsigned));

  for (unsigned i = 0; i < edges->len; i++)
    first[g_array_index (edges, unsigned, i)]++;
  for (unsigned i = 0, sum = 0; i <= n_states; i++)
    first[i] = sum += first[i];
  for (unsigned i = 0; i < n_states; i++)
    {
      const KistState *state = get_state (self, i);

      for (unsigned j = state->first_edge; j < state->first_edge + state->n_edges; j++)
        sources[--first[g_array_index (edges, unsigned, j)]] = i;
      if (marks[i])
        g_array_append_val (queue, i);
    }
  while (queue->len > 0)
    {
      unsigned target = g_array_index (queue, unsigned, queue->len - 1);

      g_array_set_size (queue, queue->len - 1);
      for (unsigned i = first[target]; i < first[target + 1]; i++)
        {
          if (!marks[sources[i]])
            g_array_append_val (queue, sources[i]);
          marks[sources[i]] = TRUE;
        }
    }
}

static void
find_fates (Fate *self)
{
  unsigned n_states = self->states->states->len;

  for (unsigned i = 0; i < n_states; i++)
    {
      self->is_open[i] = (get_passage (self, i)->tags & KIST_PASSAGE_END) != 0 || i >= self->states->n_explored;
      self->can_stick[i] = !self->is_open[i] && get_state (self, i)->n_edges == 0;
    }
  for (unsigned i = 0; i < self->states->refusals->len; i++)
    self->can_stick[((const KistRefusal *)g_ptr_array_index (self->states->refusals, i))->state] = TRUE;
  spread_backwards (self, self->is_open);
  spread_backwards (self, self->can_stick);
}

/* Marks @state and all that it leads to as said, so that one fault is one finding. */
static void
say_all_from (Fate *self, gboolean *is_told, unsigned state)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (unsigned));

  is_told[state] = TRUE;
  g_array_append_val (queue, state);
  while (queue->len > 0)
    {
      const KistState *next = get_state (self, g_array_index (queue, unsigned, queue->len - 1));

      g_array_set_size (queue, queue->len - 1);
      for (unsigned i = next->first_edge; i < next->first_edge + next->n_edges; i++)
        {
          unsigned target = g_array_index (self->states->edges, unsigned, i);

          if (!is_told[target])
            g_array_append_val (queue, target);
          is_told[target] = TRUE;
        }
    }
}

/* The first states from which no ending can be reached any more. Where that is so however the conditions turn out, and
 * where nothing can be chosen, it was said. */
static void
report_lost (Fate *self)
{
  g_autofree gboolean *is_told = g_new0 (gboolean, self->states->states->len);
  g_autofree char     *limit = dup_limit (self);

  for (unsigned i = 0; i < self->states->states->len; i++)
    {
      const KistPassage *passage = get_passage (self, i);
      g_autofree char   *trail = NULL;

      if (self->is_open[i] || is_told[i])
        continue;
      say_all_from (self, is_told, i);
      if (!self->ending[get_state (self, i)->passage] || !g_hash_table_add (self->said, (gpointer)passage))
        continue;
      trail = kist_states_dup_trail (self->states, i);
      kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_WARNING,
                          "Add a choice that leads out, or let an “if” on the way hold.",
                          self->can_stick[i] ? "In “%s” no ending can be reached any more, whatever is chosen: %s.%s"
                                             : "From “%s” on one can go round for ever and comes to no ending: %s.%s",
                          passage->name, trail, limit);
    }
}

/* Whether @condition asks for what is never set or does not exist: that is the fault, and was said. */
static gboolean
asks_for_nothing (Fate *self, const KistExpression *condition)
{
  g_auto (GStrv) variables = kist_expression_dup_variables (condition);
  g_auto (GStrv) passages = kist_expression_dup_passages (condition);

  for (unsigned i = 0; variables[i]; i++)
    if (!g_hash_table_contains (self->set, variables[i]))
      return TRUE;
  for (unsigned i = 0; passages[i]; i++)
    if (kist_scenario_lookup (self->states->scenario, passages[i]) < 0)
      return TRUE;
  return FALSE;
}

static void
report_condition (Fate *self, const KistChoice *choice, guint8 marks)
{
  guint8           outcome = marks & (KIST_CONDITION_HELD | KIST_CONDITION_FAILED);
  g_autofree char *limit = dup_limit (self);

  if (!choice->condition || asks_for_nothing (self, choice->condition))
    return;
  if (outcome == KIST_CONDITION_FAILED)
    kist_report_add_at (self->report, self->file, choice->condition_place.line, choice->condition_place.column,
                        KIST_SEVERITY_WARNING, "Mend the condition, or take the choice away.",
                        "This never holds, so “%s” is never offered.%s", choice->text, limit);
  else if (outcome == KIST_CONDITION_HELD)
    kist_report_add_at (self->report, self->file, choice->condition_place.line, choice->condition_place.column,
                        KIST_SEVERITY_NOTE, "Take the “if” away, or mend it.",
                        "This always holds, so “%s” is always offered.%s", choice->text, limit);
}

static void
report_what_never_happens (Fate *self)
{
  KistScenario *scenario = self->states->scenario;

  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      if ((passage->tags & KIST_PASSAGE_END) != 0 && self->reachable[i] && !self->states->reached[i])
        kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_WARNING,
                            "Look at the “if” of the choices on the way to it.",
                            "No way through the scenario ends at “%s”.", passage->name);
      for (unsigned j = 0; j < passage->choices->len; j++)
        report_condition (self, g_ptr_array_index (passage->choices, j), kist_states_get_marks (self->states, i, j));
    }
}

static void
report_cut (Fate *self)
{
  unsigned n_passages = kist_scenario_get_n_passages (self->states->scenario);
  unsigned n_reached = 0;

  for (unsigned i = 0; i < n_passages; i++)
    n_reached += self->states->reached[i];
  kist_report_add (self->report, self->file, 0, KIST_SEVERITY_NOTE,
                   "Fewer variables and fewer “once” make fewer of them.",
                   "There are too many ways through this scenario to try them all: looking ended after %u states, %u "
                   "choices deep, with %u of %u passages seen.",
                   self->states->n_explored, get_state (self, self->states->n_explored)->depth, n_reached, n_passages);
}

/**
 * kist_scenario_check_fate:
 * @self: a scenario
 * @reachable: for each passage whether choices lead to it when conditions are left aside
 * @ending: for each passage whether choices lead from it to an ending when conditions are left aside
 * @set: (element-type utf8): the variables that are set anywhere
 * @report: what is found is added here
 *
 * Plays every way through @self, as far as two seconds allow, and says when that was not all.
 */
void
kist_scenario_check_fate (KistScenario   *self,
                          const gboolean *reachable,
                          const gboolean *ending,
                          GHashTable     *set,
                          KistReport     *report)
{
  g_autoptr (KistStates) states = kist_states_new (self);
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);
  g_autofree gboolean *is_open = g_new0 (gboolean, states->states->len);
  g_autofree gboolean *can_stick = g_new0 (gboolean, states->states->len);
  Fate fate = { states, report, kist_scenario_get_file (self), reachable, ending, set, said, is_open, can_stick };

  report_stuck (&fate);
  report_refusals (&fate);
  find_fates (&fate);
  report_lost (&fate);
  if (states->is_cut)
    report_cut (&fate);
  else
    report_what_never_happens (&fate);
}
