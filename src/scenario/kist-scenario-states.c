#include "kist-scenario-states.h"

#include <string.h>

#include "kist-run-state.h"
#include "kist-run-trail.h"
#include "scenario/expression/kist-expression-private.h"

#define MAX_STATES 20000
#define MAX_WORK 20000000 /* values counted with; at worst two seconds */
#define WORK_PER_VARIABLE 16
#define PASSAGES_PER_WORK 8    /* how often each was visited is copied in one go */
#define MAX_WAITING (25 << 20) /* passages of all states that wait to be looked at: 100 MB */
#define MAX_TRAIL 5

/* What is needed while states are found. */
typedef struct
{
  KistStates *found;
  GHashTable *variables; /* (element-type utf8) (owned): all that are asked for */
  GHashTable *visited;   /* (element-type guint) (owned): passages that visited() asks for */
  GArray     *once;      /* (element-type KistTrailStep) (owned): choices that are offered once */
  unsigned   *work_in;   /* (owned): for each passage, to count its expressions */
  GPtrArray  *waiting;   /* (element-type KistRunState) (owned): beside the states; %NULL once one was looked at */
  GHashTable *keys;      /* (element-type utf8 guint) (owned): the index of each state plus one, by its key */
  guint64     work;
  guint64     n_waiting; /* passages of the states that wait */
} Search;

static void
refusal_free (KistRefusal *refusal)
{
  g_free (refusal->why);
  g_free (refusal);
}

static void
collect (Search *self, const KistExpression *expression, unsigned passage)
{
  KistStates *found = self->found;
  int asked = expression->kind == KIST_NODE_VISITED ? kist_scenario_lookup (found->scenario, expression->name) : -1;

  self->work_in[passage]++;
  if (expression->kind == KIST_NODE_INTEGER)
    found->bound = MAX (found->bound, ABS (CLAMP (expression->value, -G_MAXINT32, G_MAXINT32)) + 1);
  else if (expression->kind == KIST_NODE_VARIABLE)
    g_hash_table_add (self->variables, expression->name);
  else if (asked >= 0)
    g_hash_table_add (self->visited, GINT_TO_POINTER (asked));
  if (expression->left)
    collect (self, expression->left, passage);
  if (expression->right)
    collect (self, expression->right, passage);
}

static void
collect_choice (Search *self, const KistChoice *choice, KistTrailStep step)
{
  if (choice->is_once)
    g_array_append_val (self->once, step);
  if (choice->condition)
    collect (self, choice->condition, step.passage);
  for (unsigned i = 0; i < choice->assignments->len; i++)
    collect (self, ((const KistAssignment *)g_ptr_array_index (choice->assignments, i))->value, step.passage);
}

static void
collect_all (Search *self)
{
  KistStates *found = self->found;
  unsigned    n_passages = kist_scenario_get_n_passages (found->scenario);
  unsigned    n_choices = 0;

  for (unsigned i = 0; i < n_passages; i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (found->scenario, i);

      found->first_choice[i] = n_choices;
      n_choices += passage->choices->len;
      for (unsigned j = 0; j < passage->choices->len; j++)
        collect_choice (self, g_ptr_array_index (passage->choices, j), (KistTrailStep){ i, j });
    }
  found->marks = g_new0 (guint8, n_choices);
}

static void
append_number (Search *self, GString *key, gint64 value, gboolean *is_clamped)
{
  gint64 bound = self->found->bound;

  *is_clamped = *is_clamped || value > bound || value < -bound;
  g_string_append_printf (key, " %" G_GINT64_FORMAT, CLAMP (value, -bound, bound));
}

/* What tells two states apart: where one stands, and what an expression could tell apart. */
static char *
dup_key (Search *self, const KistRunState *state, gboolean *is_clamped)
{
  GString       *key = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       item;

  *is_clamped = FALSE;
  g_string_append_printf (key, "%u", state->passage);
  g_hash_table_iter_init (&iter, self->variables);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    append_number (self, key, kist_run_state_get_variable (state, item), is_clamped);
  g_hash_table_iter_init (&iter, self->visited);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    append_number (self, key, state->visited[GPOINTER_TO_INT (item)], is_clamped);
  for (unsigned i = 0; i < self->once->len; i++)
    {
      const KistTrailStep *step = &g_array_index (self->once, KistTrailStep, i);

      g_string_append_c (key, kist_run_state_is_taken (state, step->passage, step->choice) ? '+' : '-');
    }
  return g_string_free (key, FALSE);
}

static gboolean
is_stuck (const KistRunState *state)
{
  const KistPassage *passage = kist_run_state_get_current (state);

  return state->offered->len == 0 && passage->choices->len > 0 && (passage->tags & KIST_PASSAGE_END) == 0;
}

/* Takes @state, which @choice of the state @before led to. Returns whether it could be kept; its index is in @index. */
static gboolean
add (Search *self, unsigned before, unsigned choice, KistRunState *state, unsigned *index)
{
  KistStates *found = self->found;
  gboolean    is_clamped;
  char       *key = dup_key (self, state, &is_clamped);
  gpointer    known = g_hash_table_lookup (self->keys, key);
  unsigned    n_passages = kist_scenario_get_n_passages (found->scenario);
  KistState   node = { before, choice, 0, state->passage, 0, 0, is_stuck (state) };

  self->work += strlen (key) + self->work_in[state->passage] + n_passages / PASSAGES_PER_WORK +
                WORK_PER_VARIABLE * g_hash_table_size (state->variables);
  found->is_cut = self->work > MAX_WORK || self->n_waiting + n_passages > MAX_WAITING ||
                  (!known && found->states->len == MAX_STATES);
  if (known || found->is_cut)
    {
      found->is_merged = found->is_merged || (known && is_clamped);
      *index = GPOINTER_TO_UINT (known) - 1;
      kist_run_state_free (state);
      g_free (key);
      return !found->is_cut;
    }
  *index = found->states->len;
  if (before != *index)
    node.depth = g_array_index (found->states, KistState, before).depth + 1;
  g_hash_table_insert (self->keys, key, GUINT_TO_POINTER (*index + 1));
  g_array_append_val (found->states, node);
  g_ptr_array_add (self->waiting, state);
  self->n_waiting += n_passages;
  found->reached[state->passage] = TRUE;
  return TRUE;
}

/* Notes which conditions hold in @state and which do not. One whose number is too large is neither. */
static void
mark_conditions (Search *self, const KistRunState *state)
{
  const KistPassage *passage = kist_run_state_get_current (state);
  guint8            *marks = self->found->marks + self->found->first_choice[state->passage];

  for (unsigned i = 0; i < passage->choices->len && (passage->tags & KIST_PASSAGE_END) == 0; i++)
    {
      const KistChoice *choice = g_ptr_array_index (passage->choices, i);

      if (kist_run_state_is_offered (state, i))
        marks[i] |= KIST_CONDITION_HELD;
      else if (!choice->is_once || !kist_run_state_is_taken (state, state->passage, i))
        marks[i] |= KIST_CONDITION_FAILED;
    }
}

static void
follow_choices (Search *self, unsigned index)
{
  KistStates *found = self->found;
  g_autoptr (KistRunState) state = g_steal_pointer (&g_ptr_array_index (self->waiting, index));
  unsigned first_edge = found->edges->len;
  unsigned passage = state->passage;

  self->n_waiting -= kist_scenario_get_n_passages (found->scenario);
  mark_conditions (self, state);
  for (unsigned i = 0; i < state->offered->len && !found->is_cut; i++)
    {
      unsigned choice = g_array_index (state->offered, unsigned, i);
      g_autoptr (KistRunState) next = kist_run_state_copy (state);
      g_autoptr (GError) error = NULL;
      unsigned target;

      if (!kist_run_state_take (next, choice, &error))
        {
          KistRefusal refusal = { index, choice, g_strdup (error->message) };

          g_ptr_array_add (found->refusals, g_memdup2 (&refusal, sizeof refusal));
        }
      else if (add (self, index, choice, g_steal_pointer (&next), &target))
        {
          found->marks[found->first_choice[passage] + choice] |= KIST_CONDITION_TAKEN;
          g_array_append_val (found->edges, target);
        }
    }
  g_array_index (found->states, KistState, index).first_edge = first_edge;
  g_array_index (found->states, KistState, index).n_edges = found->edges->len - first_edge;
}

/**
 * kist_states_new:
 * @scenario: a scenario, which outlives the states
 *
 * Plays every way there is. Every state was come to by playing, so what is found is so. Of states that differ only in
 * numbers greater than any in the scenario just the first is looked at, so that a counter in a loop comes to an end.
 *
 * Returns: (transfer full): the states found
 */
KistStates *
kist_states_new (KistScenario *scenario)
{
  KistStates *self = g_new0 (KistStates, 1);
  unsigned    n_passages = kist_scenario_get_n_passages (scenario);
  g_autoptr (GHashTable) variables = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (KistTrailStep));
  g_autofree unsigned *work_in = g_new0 (unsigned, n_passages);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_run_state_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search   search = { self, variables, visited, once, work_in, waiting, keys, 0, 0 };
  unsigned start;

  self->scenario = scenario;
  self->bound = 1;
  self->states = g_array_new (FALSE, FALSE, sizeof (KistState));
  self->edges = g_array_new (FALSE, FALSE, sizeof (unsigned));
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)refusal_free);
  self->reached = g_new0 (gboolean, n_passages);
  self->first_choice = g_new0 (unsigned, n_passages);
  collect_all (&search);
  add (&search, 0, 0, kist_run_state_new (scenario), &start);
  for (; self->n_explored < self->states->len && !self->is_cut; self->n_explored += !self->is_cut)
    follow_choices (&search, self->n_explored);
  return self;
}

/**
 * kist_states_free:
 * @self: (transfer full) (nullable): states
 */
void
kist_states_free (KistStates *self)
{
  if (!self)
    return;
  g_array_unref (self->states);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->refusals);
  g_free (self->reached);
  g_free (self->first_choice);
  g_free (self->marks);
  g_free (self);
}

/**
 * kist_states_dup_trail:
 * @self: states
 * @state: one of them, its index
 *
 * Returns: (transfer full): "after “Wait” and “Go home”": the last choices on one of the shortest ways to it
 */
char *
kist_states_dup_trail (const KistStates *self, unsigned state)
{
  GString         *trail = g_string_new (NULL);
  const KistState *node = &g_array_index (self->states, KistState, state);

  for (unsigned i = 0; node->depth > 0 && i < MAX_TRAIL; i++)
    {
      const KistState   *before = &g_array_index (self->states, KistState, node->before);
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, before->passage);
      const KistChoice  *choice = g_ptr_array_index (passage->choices, node->choice);
      gboolean           is_first = before->depth == 0 || i == MAX_TRAIL - 1;
      g_autofree char   *text = g_strdup_printf ("%s“%s”", is_first ? "" : ", ", choice->text);

      g_string_prepend (trail, text);
      node = before;
    }
  g_string_prepend (trail, trail->len == 0 ? "at the very start" : node->depth > 0 ? "after … " : "after ");
  return g_string_free (trail, FALSE);
}

/**
 * kist_states_dup_choices:
 * @self: states
 * @state: one of them, its index
 *
 * Returns: (transfer full): the choices of one of the shortest ways to it, for kist_run_new_from_choices()
 */
char *
kist_states_dup_choices (const KistStates *self, unsigned state)
{
  const KistState *node = &g_array_index (self->states, KistState, state);
  g_auto (GStrv) choices = g_new0 (char *, node->depth + 1);

  for (; node->depth > 0; node = &g_array_index (self->states, KistState, node->before))
    choices[node->depth - 1] = g_strdup_printf ("%u", node->choice);
  return g_strjoinv (",", choices);
}

/**
 * kist_states_get_marks:
 * @self: states
 * @passage: a passage, its index
 * @choice: one of its choices, its index
 *
 * Returns: (type KistConditionMarks): what its condition came to; 0 when the passage was never reached
 */
guint8
kist_states_get_marks (const KistStates *self, unsigned passage, unsigned choice)
{
  return self->marks[self->first_choice[passage] + choice];
}
