#include "kist-run-state.h"

#include "base/kist-error.h"

static gint64
get_variable_cb (const char *name, gpointer data)
{
  return kist_run_state_get_variable (data, name);
}

static gint64
get_visited_cb (const char *passage, gpointer data)
{
  KistRunState *self = data;
  int           index = kist_scenario_lookup (self->scenario, passage);

  return index < 0 ? 0 : self->visited[index];
}

static gboolean
evaluate (KistRunState *self, const KistExpression *expression, gint64 *value, GError **error)
{
  KistExpressionScope scope = { get_variable_cb, get_visited_cb, self };

  return kist_expression_evaluate (expression, &scope, value, error);
}

static gboolean
refuse_overflow (KistRunState *self, GError **error)
{
  g_set_error (error, KIST_ERROR, KIST_ERROR_OVERFLOW, "In “%s” a number became too large to count with.",
               kist_run_state_get_current (self)->name);
  return FALSE;
}

static void
set_variable (KistRunState *self, const char *name, gint64 value)
{
  g_hash_table_insert (self->variables, (gpointer)name, g_memdup2 (&value, sizeof value));
}

static gpointer
taken_key (unsigned passage, unsigned choice)
{
  return GUINT_TO_POINTER (passage * KIST_SCENARIO_MAX_CHOICES + choice);
}

/* Works out what is offered where one stands now. A condition that overflows is not offered, and said. */
static gboolean
update_offered (KistRunState *self, GError **error)
{
  const KistPassage *passage = kist_run_state_get_current (self);
  gboolean           is_counted = TRUE;

  g_array_set_size (self->offered, 0);
  for (unsigned i = 0; i < passage->choices->len && !(passage->tags & KIST_PASSAGE_END); i++)
    {
      const KistChoice *choice = g_ptr_array_index (passage->choices, i);
      gint64            value = 1;

      if (choice->is_once && kist_run_state_is_taken (self, self->passage, i))
        continue;
      if (choice->condition && !evaluate (self, choice->condition, &value, NULL))
        is_counted = FALSE;
      else if (value != 0)
        g_array_append_val (self->offered, i);
    }
  return is_counted || refuse_overflow (self, error);
}

static gboolean
enter (KistRunState *self, unsigned passage, GError **error)
{
  self->passage = passage;
  self->visited[passage]++;
  return update_offered (self, error);
}

/**
 * kist_run_state_new:
 * @scenario: a scenario, which outlives the state
 *
 * Returns: (transfer full): the state at the start
 */
KistRunState *
kist_run_state_new (KistScenario *scenario)
{
  return kist_run_state_new_at (scenario, kist_scenario_get_start (scenario));
}

/**
 * kist_run_state_new_at:
 * @scenario: a scenario, which outlives the state
 * @passage: the passage to begin in
 *
 * Returns: (transfer full): the state there, with nothing counted yet
 */
KistRunState *
kist_run_state_new_at (KistScenario *scenario, unsigned passage)
{
  KistRunState *self = g_new0 (KistRunState, 1);

  self->scenario = scenario;
  self->outcomes = g_new0 (gint64, g_strv_length ((char **)kist_scenario_get_outcomes (scenario)));
  self->visited = g_new0 (unsigned, kist_scenario_get_n_passages (scenario));
  self->variables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->taken = g_hash_table_new (NULL, NULL);
  self->offered = g_array_new (FALSE, FALSE, sizeof (unsigned));
  /* Nobody chose anything yet, so an overflow here is the author's, and kist_scenario_check() says so. */
  enter (self, passage, NULL);
  return self;
}

/**
 * kist_run_state_copy:
 * @self: a state
 *
 * Returns: (transfer full): the same again
 */
KistRunState *
kist_run_state_copy (const KistRunState *self)
{
  KistRunState  *state = g_new0 (KistRunState, 1);
  unsigned       n_outcomes = g_strv_length ((char **)kist_scenario_get_outcomes (self->scenario));
  GHashTableIter iter;
  gpointer       key;
  gpointer       value;

  *state = *self;
  state->outcomes = g_memdup2 (self->outcomes, n_outcomes * sizeof *self->outcomes);
  state->visited = g_memdup2 (self->visited, kist_scenario_get_n_passages (self->scenario) * sizeof *self->visited);
  state->variables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_hash_table_iter_init (&iter, self->variables);
  while (g_hash_table_iter_next (&iter, &key, &value))
    set_variable (state, key, *(gint64 *)value);
  state->taken = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, self->taken);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (state->taken, key);
  state->offered = g_array_copy (self->offered);
  return state;
}

/**
 * kist_run_state_free:
 * @self: (transfer full) (nullable): a state
 */
void
kist_run_state_free (KistRunState *self)
{
  if (!self)
    return;
  g_free (self->outcomes);
  g_free (self->visited);
  g_hash_table_unref (self->variables);
  g_hash_table_unref (self->taken);
  g_array_unref (self->offered);
  g_free (self);
}

/**
 * kist_run_state_get_variable:
 * @self: a state
 * @name: a variable
 *
 * Returns: its value; 0 when it was never set
 */
gint64
kist_run_state_get_variable (const KistRunState *self, const char *name)
{
  gint64 *value = g_hash_table_lookup (self->variables, name);

  return value ? *value : 0;
}

/**
 * kist_run_state_get_current:
 * @self: a state
 *
 * Returns: (transfer none): the passage stood in
 */
const KistPassage *
kist_run_state_get_current (const KistRunState *self)
{
  return kist_scenario_get_passage (self->scenario, self->passage);
}

/**
 * kist_run_state_is_offered:
 * @self: a state
 * @choice: a choice, its index in the passage
 *
 * Returns: whether it can be taken
 */
gboolean
kist_run_state_is_offered (const KistRunState *self, unsigned choice)
{
  for (unsigned i = 0; i < self->offered->len; i++)
    if (g_array_index (self->offered, unsigned, i) == choice)
      return TRUE;
  return FALSE;
}

/**
 * kist_run_state_is_taken:
 * @self: a state
 * @passage: a passage, its index
 * @choice: a choice of it that is offered only once, its index
 *
 * Returns: whether it was taken
 */
gboolean
kist_run_state_is_taken (const KistRunState *self, unsigned passage, unsigned choice)
{
  return g_hash_table_contains (self->taken, taken_key (passage, choice));
}

/**
 * kist_run_state_take:
 * @self: a state; of no use any more after an error
 * @index: a choice that is offered, its index in the passage
 * @error: return location
 *
 * Adds outcomes and score, then runs the “set” lines, then enters the passage (formats: “A scenario”).
 *
 * Returns: %FALSE with %KIST_ERROR_OVERFLOW when a number left the 64-bit range
 */
gboolean
kist_run_state_take (KistRunState *self, unsigned index, GError **error)
{
  const KistChoice *choice = g_ptr_array_index (kist_run_state_get_current (self)->choices, index);

  for (unsigned i = 0; i < choice->outcomes->len; i++)
    {
      const KistOutcomeChange *change = &g_array_index (choice->outcomes, KistOutcomeChange, i);

      if (__builtin_add_overflow (self->outcomes[change->bar], change->change, &self->outcomes[change->bar]))
        return refuse_overflow (self, error);
    }
  if (__builtin_add_overflow (self->score, choice->score, &self->score))
    return refuse_overflow (self, error);
  for (unsigned i = 0; i < choice->assignments->len; i++)
    {
      const KistAssignment *assignment = g_ptr_array_index (choice->assignments, i);
      gint64                value;

      if (!evaluate (self, assignment->value, &value, NULL))
        return refuse_overflow (self, error);
      set_variable (self, assignment->variable, value);
    }
  if (choice->is_once)
    g_hash_table_add (self->taken, taken_key (self->passage, index));
  return enter (self, choice->target, error);
}
