/* What can be known about a scenario before anyone plays it. The faults that keep it from being read at all were said
 * by kist_scenario_parse_twee(). */
#include "kist-scenario.h"

#include <string.h>

#include "kist-reading-grade.h"
#include "kist-scenario-fate.h"

/* Above this many years at school a text is for few people at the end of a shift. */
#define MAX_GRADE 10

typedef struct
{
  KistScenario *scenario;
  KistReport   *report;
  const char   *file;
  unsigned      n_passages;
  GHashTable   *set;  /* (element-type utf8 KistFilePlace) (owned): the first “set” by variable */
  GHashTable   *read; /* (element-type utf8 KistFilePlace) (owned): the first expression by variable */
} Check;

static gboolean
is_end (const KistPassage *passage)
{
  return (passage->tags & KIST_PASSAGE_END) != 0;
}

/* Marks what @mark can reach from what is in @queue, which it empties. Nothing leads out of an ending. */
static void
mark_reachable (Check *self, GArray *queue, gboolean *marks)
{
  while (queue->len > 0)
    {
      const KistPassage *passage =
          kist_scenario_get_passage (self->scenario, g_array_index (queue, unsigned, queue->len - 1));

      g_array_set_size (queue, queue->len - 1);
      for (unsigned i = 0; i < passage->choices->len && !is_end (passage); i++)
        {
          unsigned target = ((const KistChoice *)g_ptr_array_index (passage->choices, i))->target;

          if (!marks[target])
            g_array_append_val (queue, target);
          marks[target] = TRUE;
        }
    }
}

/* Returns (transfer full): for each passage whether a way of choices leads from the start to it, conditions aside. */
static gboolean *
find_reachable (Check *self)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (unsigned));
  gboolean *marks = g_new0 (gboolean, self->n_passages);
  unsigned  start = kist_scenario_get_start (self->scenario);

  marks[start] = TRUE;
  g_array_append_val (queue, start);
  mark_reachable (self, queue, marks);
  return marks;
}

/* Returns (transfer full) (element-type GArray): the passages with a choice that leads to each. */
static GPtrArray *
find_sources (Check *self)
{
  GPtrArray *sources = g_ptr_array_new_full (self->n_passages, (GDestroyNotify)g_array_unref);

  for (unsigned i = 0; i < self->n_passages; i++)
    g_ptr_array_add (sources, g_array_new (FALSE, FALSE, sizeof (unsigned)));
  for (unsigned i = 0; i < self->n_passages; i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, i);

      for (unsigned j = 0; j < passage->choices->len && !is_end (passage); j++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, j);

          g_array_append_val (g_ptr_array_index (sources, choice->target), i);
        }
    }
  return sources;
}

/* Returns (transfer full): for each passage whether a way of choices leads from it to an ending, conditions aside. */
static gboolean *
find_ending (Check *self)
{
  g_autoptr (GPtrArray) sources = find_sources (self);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (unsigned));
  gboolean *marks = g_new0 (gboolean, self->n_passages);

  for (unsigned i = 0; i < self->n_passages; i++)
    if (is_end (kist_scenario_get_passage (self->scenario, i)))
      {
        marks[i] = TRUE;
        g_array_append_val (queue, i);
      }
  while (queue->len > 0)
    {
      GArray *before = g_ptr_array_index (sources, g_array_index (queue, unsigned, queue->len - 1));

      g_array_set_size (queue, queue->len - 1);
      for (unsigned i = 0; i < before->len; i++)
        {
          unsigned source = g_array_index (before, unsigned, i);

          if (!marks[source])
            g_array_append_val (queue, source);
          marks[source] = TRUE;
        }
    }
  return marks;
}

static void
check_graph (Check *self)
{
  g_autofree gboolean *reachable = find_reachable (self);
  g_autofree gboolean *ending = find_ending (self);
  unsigned             n_endings = kist_scenario_count_endings (self->scenario);

  if (n_endings == 0)
    kist_report_add (self->report, self->file, 0, KIST_SEVERITY_ERROR, "Tag the last passages: “:: Name [end]”.",
                     "The scenario has no ending.");
  for (unsigned i = 0; i < self->n_passages; i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, i);

      if (!reachable[i])
        kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_WARNING,
                            "Link to it, or take it away.", "No choice leads to “%s”.", passage->name);
      if (!is_end (passage) && passage->choices->len == 0)
        kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_ERROR,
                            "Give it a choice, or tag it “[end]”.", "“%s” is a dead end: no choice, and no ending.",
                            passage->name);
      else if (reachable[i] && !ending[i] && n_endings > 0)
        kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_WARNING,
                            "Add a way out of these passages.", "From “%s” no ending can be reached.", passage->name);
      if (is_end (passage) && passage->choices->len > 0)
        kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_WARNING,
                            "Take the links or the tag “end” away.",
                            "“%s” is an ending, so its choices are never offered.", passage->name);
    }
  kist_scenario_check_fate (self->scenario, reachable, ending, self->set, self->report);
}

static void
check_reading (Check *self, const KistPassage *passage)
{
  KistReading reading = kist_reading_count (passage->text);
  double      grade = kist_reading_get_grade (&reading);

  if (reading.words >= KIST_READING_MIN_WORDS && grade > MAX_GRADE)
    kist_report_add_at (self->report, self->file, kist_passage_get_file_line (passage, 1), 1, KIST_SEVERITY_NOTE,
                        "Make two sentences of one, and take shorter words.",
                        "“%s” reads like grade %.0f: %.0f words in a sentence, %.1f syllables in a word.",
                        passage->name, grade, (double)reading.words / reading.sentences,
                        (double)reading.syllables / reading.words);
}

/* Of a decision one wants to hear what it did. */
static void
check_feedback (Check *self, const KistPassage *passage)
{
  for (unsigned i = 0; (passage->tags & KIST_PASSAGE_DECISION) != 0 && i < passage->choices->len; i++)
    {
      const KistChoice *choice = g_ptr_array_index (passage->choices, i);

      if (!choice->feedback)
        kist_report_add_at (self->report, self->file, choice->line, choice->column, KIST_SEVERITY_NOTE,
                            "Add “feedback: …” below it.", "Nothing is said about what “%s” leads to.", choice->text);
    }
}

/* Two buttons that say the same cannot be told apart, unless they are never there together. */
static void
check_texts (Check *self, const KistPassage *passage)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!*passage->text)
    kist_report_add_at (self->report, self->file, passage->line, 1, KIST_SEVERITY_WARNING, "Say what happens.",
                        "“%s” has no text.", passage->name);
  for (unsigned i = 0; i < passage->choices->len; i++)
    {
      const KistChoice *choice = g_ptr_array_index (passage->choices, i);

      if (!choice->condition && !g_hash_table_add (seen, choice->text))
        kist_report_add_at (self->report, self->file, choice->line, choice->column, KIST_SEVERITY_WARNING,
                            "Word one of them differently.", "Two choices of “%s” say “%s”.", passage->name,
                            choice->text);
    }
}

static void
remember (GHashTable *places, const char *name, KistFilePlace place)
{
  if (!g_hash_table_contains (places, name))
    g_hash_table_insert (places, g_strdup (name), g_memdup2 (&place, sizeof place));
}

/* Where @name stands in @expression, which begins at @place. */
static KistFilePlace
place_of (const KistExpression *expression, KistFilePlace place, const char *name)
{
  return (KistFilePlace){ place.line, place.column + kist_expression_find_name (expression, name) - 1 };
}

static void
check_expression (Check *self, const KistExpression *expression, KistFilePlace place)
{
  g_auto (GStrv) variables = kist_expression_dup_variables (expression);
  g_auto (GStrv) passages = kist_expression_dup_passages (expression);

  for (unsigned i = 0; variables[i]; i++)
    remember (self->read, variables[i], place_of (expression, place, variables[i]));
  for (unsigned i = 0; passages[i]; i++)
    if (kist_scenario_lookup (self->scenario, passages[i]) < 0)
      kist_report_add_at (self->report, self->file, place.line, place_of (expression, place, passages[i]).column,
                          KIST_SEVERITY_ERROR, "Mend the name.",
                          "visited(\"%s\") asks for a passage that does not exist.", passages[i]);
}

static void
check_choice (Check *self, const KistChoice *choice)
{
  if (choice->condition)
    check_expression (self, choice->condition, choice->condition_place);
  for (unsigned i = 0; i < choice->assignments->len; i++)
    {
      const KistAssignment *assignment = g_ptr_array_index (choice->assignments, i);

      check_expression (self, assignment->value, (KistFilePlace){ assignment->place.line, assignment->value_column });
      remember (self->set, assignment->variable, assignment->place);
    }
}

static void
check_passages (Check *self)
{
  for (unsigned i = 0; i < self->n_passages; i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (self->scenario, i);

      check_texts (self, passage);
      check_reading (self, passage);
      check_feedback (self, passage);
      for (unsigned j = 0; j < passage->choices->len; j++)
        check_choice (self, g_ptr_array_index (passage->choices, j));
    }
}

/* Names in the order of the file, so that the same scenario always gives the same report. */
static int
compare_places_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const KistFilePlace *place_a = g_hash_table_lookup (data, *(const char *const *)a);
  const KistFilePlace *place_b = g_hash_table_lookup (data, *(const char *const *)b);

  return place_a->line != place_b->line ? (place_a->line < place_b->line ? -1 : 1)
                                        : (place_a->column > place_b->column) - (place_a->column < place_b->column);
}

static void
check_names (Check       *self,
             GHashTable  *used,
             GHashTable  *known,
             KistSeverity severity,
             const char  *hint,
             const char  *what)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (used);

  g_ptr_array_sort_with_data (names, compare_places_cb, used);
  for (unsigned i = 0; i < names->len; i++)
    {
      const char          *name = g_ptr_array_index (names, i);
      const KistFilePlace *place = g_hash_table_lookup (used, name);

      if (!g_hash_table_contains (known, name))
        kist_report_add_at (self->report, self->file, place->line, place->column, severity, hint,
                            "The variable “%s” is %s.", name, what);
    }
}

static gint64
get_nothing_cb (const char *name, gpointer data)
{
  return 0;
}

static gint64
get_start_visited_cb (const char *passage, gpointer data)
{
  KistScenario *scenario = data;

  return kist_scenario_lookup (scenario, passage) == (int)kist_scenario_get_start (scenario);
}

/* At the start everything is known, an overflow included; kist_run_new() has no way to say it. */
static void
check_start (Check *self)
{
  KistExpressionScope scope = { get_nothing_cb, get_start_visited_cb, self->scenario };
  const KistPassage  *start = kist_scenario_get_passage (self->scenario, kist_scenario_get_start (self->scenario));

  for (unsigned i = 0; i < start->choices->len; i++)
    {
      const KistChoice *choice = g_ptr_array_index (start->choices, i);
      g_autoptr (GError) error = NULL;
      gint64 value;

      if (choice->condition && !kist_expression_evaluate (choice->condition, &scope, &value, &error))
        kist_report_add_at (self->report, self->file, choice->condition_place.line, choice->condition_place.column,
                            KIST_SEVERITY_ERROR, "Use smaller numbers.", "The condition of “%s” cannot be counted: %s",
                            choice->text, error->message);
    }
}

/**
 * kist_scenario_check:
 * @self: a scenario
 * @report: what is found is added here
 *
 * Looks for what an author would rather hear before anyone plays: passages that cannot be reached or left, names that
 * mean nothing, choices that cannot be told apart, and plays every way through it there is, as far as two seconds
 * allow.
 */
void
kist_scenario_check (KistScenario *self, KistReport *report)
{
  Check check = { .scenario = self, .report = report };

  g_return_if_fail (KIST_IS_SCENARIO (self));
  g_return_if_fail (KIST_IS_REPORT (report));

  check.file = kist_scenario_get_file (self);
  check.n_passages = kist_scenario_get_n_passages (self);
  check.set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  check.read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  check_passages (&check);
  check_graph (&check);
  check_start (&check);
  check_names (&check, check.read, check.set, KIST_SEVERITY_WARNING, "Mend its name, or set it somewhere.",
               "asked for but never set, so it is always 0");
  check_names (&check, check.set, check.read, KIST_SEVERITY_NOTE, "Mend its name, or take it away.",
               "set but never asked for");
  g_hash_table_unref (check.set);
  g_hash_table_unref (check.read);
}
