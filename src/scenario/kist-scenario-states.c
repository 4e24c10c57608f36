#include "kist-scenario-states.h"

#include <string.h>

#include "scenario/expression/kist-expression-private.h"
#include "kist-run-state.h"
#include "kist-run.h"

#define MAX_STATES 20000
#define MAX_WORK 20000000 /* values copied or counted with; at worst two seconds and 150 MB */
#define WORK_PER_VARIABLE 16
#define MAX_TRAIL 5

/* A state, and the choice by which it was found first: one of the shortest ways to it. */
typedef struct Node
{
  const struct Node *before; /* (nullable): NULL at the start */
  const KistChoice  *choice; /* (nullable): NULL at the start */
  KistRunState      *state;  /* (owned) (nullable): NULL once it was looked at */
} Node;

typedef struct
{
  KistScenario *scenario;
  KistReport   *report;
  GHashTable   *variables; /* (element-type utf8) (owned): all that are asked for */
  GHashTable   *visited;   /* (element-type guint) (owned): passages that visited() asks for */
  GArray       *once;      /* (element-type KistTrailStep) (owned): choices that are offered once */
  gint64        bound;     /* greater than every number in the scenario, so that what lies beyond is alike */
  unsigned     *work_in;   /* (owned): for each passage, to count its expressions */
  gboolean     *reached;   /* (owned): for each passage */
  GHashTable   *said;      /* (owned) (element-type gpointer): passages and choices with a finding */
  GPtrArray    *nodes;     /* (element-type Node) (owned): in the order found */
  GHashTable   *keys;      /* (element-type utf8) (owned): of the nodes */
  guint64       work;
  gboolean      is_cut; /* there were too many states */
} States;

static void
node_free (Node *node)
{
  kist_run_state_free (node->state);
  g_free (node);
}

static void
collect (States *self, const KistExpression *expression, unsigned passage)
{
  int asked = expression->kind == KIST_NODE_VISITED ? kist_scenario_lookup (self->scenario, expression->name) : -1;

  self->work_in[passage]++;
  if (expression->kind == KIST_NODE_INTEGER)
    self->bound = MAX (self->bound, ABS (CLAMP (expression->value, -G_MAXINT32, G_MAXINT32)) + 1);
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
collect_all (States *self)
{
  for (unsigned i = 0; i < kist_scenario_get_n_passages (self->scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, i);

      for (unsigned j = 0; j < passage->choices->len; j++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, j);
          KistTrailStep     step = { i, j };

          if (choice->is_once)
            g_array_append_val (self->once, step);
          if (choice->condition)
            collect (self, choice->condition, i);
          for (unsigned k = 0; k < choice->assignments->len; k++)
            collect (self, ((const KistAssignment *)g_ptr_array_index (choice->assignments, k))->value, i);
        }
    }
}

/* What tells two states apart: where one stands, and what an expression could tell apart. */
static char *
dup_key (States *self, const KistRunState *state)
{
  GString       *key = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       item;

  g_string_append_printf (key, "%u", state->passage);
  g_hash_table_iter_init (&iter, self->variables);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_string_append_printf (key, " %" G_GINT64_FORMAT,
                            CLAMP (kist_run_state_get_variable (state, item), -self->bound, self->bound));
  g_hash_table_iter_init (&iter, self->visited);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_string_append_printf (key, " %" G_GINT64_FORMAT, MIN (state->visited[GPOINTER_TO_INT (item)], self->bound));
  for (unsigned i = 0; i < self->once->len; i++)
    {
      const KistTrailStep *step = &g_array_index (self->once, KistTrailStep, i);

      g_string_append_c (key, kist_run_state_is_taken (state, step->passage, step->choice) ? '+' : '-');
    }
  return g_string_free (key, FALSE);
}

/* Takes @state. */
static void
add (States *self, const Node *before, const KistChoice *choice, KistRunState *state)
{
  char    *key = dup_key (self, state);
  gsize    length = strlen (key);
  gboolean is_new = g_hash_table_add (self->keys, key);
  Node    *node;

  self->work += length + self->work_in[state->passage] + kist_scenario_get_n_passages (self->scenario) +
                WORK_PER_VARIABLE * g_hash_table_size (state->variables);
  self->is_cut = self->work > MAX_WORK || (is_new && self->nodes->len == MAX_STATES);
  if (!is_new || self->is_cut)
    {
      kist_run_state_free (state);
      return;
    }
  node = g_new0 (Node, 1);
  node->before = before;
  node->choice = choice;
  node->state = state;
  self->reached[state->passage] = TRUE;
  g_ptr_array_add (self->nodes, node);
}

/* "after “Wait” and “Go home”": the last choices on the way to @node. */
static char *
dup_trail (const Node *node)
{
  GString *trail = g_string_new (NULL);

  for (unsigned i = 0; node->choice && i < MAX_TRAIL; i++, node = node->before)
    {
      g_autofree char *text = g_strdup_printf ("%s“%s”", node->before->choice ? ", " : "", node->choice->text);

      g_string_prepend (trail, i == MAX_TRAIL - 1 && node->before->choice ? text + strlen (", ") : text);
    }
  g_string_prepend (trail, trail->len > 0 ? (node->choice ? "after … " : "after ") : "at the very start");
  return g_string_free (trail, FALSE);
}

static void
check_node (States *self, const Node *node)
{
  const KistPassage *passage = kist_run_state_get_current (node->state);
  g_autofree char   *trail = NULL;

  if (node->state->offered->len > 0 || passage->choices->len == 0 || (passage->tags & KIST_PASSAGE_END) != 0 ||
      !g_hash_table_add (self->said, (gpointer)passage))
    return;
  trail = dup_trail (node);
  kist_report_add_at (self->report, kist_scenario_get_file (self->scenario), passage->line, 1, KIST_SEVERITY_ERROR,
                      "Add a choice without “if” and “once”, or make sure that one always holds.",
                      "In “%s” every choice can be hidden, and then nobody can go on: %s.", passage->name, trail);
}

static void
follow_choices (States *self, Node *node)
{
  const KistPassage *passage = kist_run_state_get_current (node->state);

  for (unsigned i = 0; i < node->state->offered->len && !self->is_cut; i++)
    {
      unsigned          index = g_array_index (node->state->offered, unsigned, i);
      const KistChoice *choice = g_ptr_array_index (passage->choices, index);
      g_autoptr (KistRunState) state = kist_run_state_copy (node->state);
      g_autoptr (GError) error = NULL;

      if (kist_run_state_take (state, index, &error))
        add (self, node, choice, g_steal_pointer (&state));
      else if (g_hash_table_add (self->said, (gpointer)choice))
        {
          g_autofree char *trail = dup_trail (node);

          kist_report_add_at (self->report, kist_scenario_get_file (self->scenario), choice->line, choice->column,
                              KIST_SEVERITY_ERROR, "Use smaller numbers.", "“%s” cannot be chosen %s: %s", choice->text,
                              trail, error->message);
        }
    }
  g_clear_pointer (&node->state, kist_run_state_free);
}

static void
report_rest (States *self, const gboolean *reachable)
{
  const char *file = kist_scenario_get_file (self->scenario);

  if (self->is_cut)
    kist_report_add (self->report, file, 0, KIST_SEVERITY_NOTE, "Fewer variables and fewer “once” make fewer of them.",
                     "There are too many ways through this scenario to try them all.");
  for (unsigned i = 0; !self->is_cut && i < kist_scenario_get_n_passages (self->scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, i);

      if ((passage->tags & KIST_PASSAGE_END) != 0 && reachable[i] && !self->reached[i])
        kist_report_add_at (self->report, file, passage->line, 1, KIST_SEVERITY_WARNING,
                            "Look at the “if” of the choices on the way to it.",
                            "No way through the scenario ends at “%s”.", passage->name);
    }
}

/**
 * kist_scenario_check_states:
 * @self: a scenario
 * @reachable: for each passage whether choices lead to it when conditions are left aside
 * @report: what is found is added here
 *
 * Every state that is looked at was come to by playing, so that what is found is so. Of two states that differ only in
 * numbers greater than any in the scenario just the first is looked at, so that a counter in a loop comes to an end.
 */
void
kist_scenario_check_states (KistScenario *self, const gboolean *reachable, KistReport *report)
{
  unsigned             n_passages = kist_scenario_get_n_passages (self);
  g_autofree unsigned *work_in = g_new0 (unsigned, n_passages);
  g_autofree gboolean *reached = g_new0 (gboolean, n_passages);
  g_autoptr (GHashTable) variables = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (KistTrailStep));
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)node_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  States states = { self, report, variables, visited, once, 1, work_in, reached, said, nodes, keys };

  collect_all (&states);
  add (&states, NULL, NULL, kist_run_state_new (self));
  for (unsigned i = 0; i < nodes->len && !states.is_cut; i++)
    {
      Node *node = g_ptr_array_index (nodes, i);

      check_node (&states, node);
      follow_choices (&states, node);
    }
  report_rest (&states, reachable);
}
