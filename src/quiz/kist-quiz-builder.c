#include "kist-quiz-builder.h"

#include <math.h>
#include <string.h>

#include "base/kist-text.h"

/* Three times a third are 99.99999 in Moodle. */
#define WEIGHT_PRECISION 1.5

static double
sum_of_rights (const KistQuestion *question, unsigned *n_full)
{
  double sum = 0;

  *n_full = 0;
  for (unsigned i = 0; i < question->answers->len; i++)
    {
      double credit = kist_question_get_answer (question, i)->credit;

      sum += fmax (credit, 0);
      *n_full += credit >= 100;
    }
  return sum;
}

static gboolean
check_choices (KistQuizBuilder *self, const KistQuestion *question)
{
  unsigned n_full;
  double   sum = sum_of_rights (question, &n_full);

  if (question->answers->len < 2)
    return kist_quiz_builder_refuse (self, question->line, question->column,
                                     "Write at least two, of which one begins with =.",
                                     "This question has less than two answers; it is left out.");
  if (sum <= 0)
    return kist_quiz_builder_refuse (self, question->line, question->column,
                                     "Begin the one right answer with = and each other with ~.",
                                     "This question has no right answer; it is left out.");
  if (question->kind == KIST_QUESTION_SINGLE && n_full > 1)
    kist_quiz_builder_warn (
        self, question->line, question->column,
        "Write ~%50% before each of two right ones to have both chosen; write \\= for a sign in a text.",
        "This question has more than one right answer, and one can be chosen.");
  if (question->kind == KIST_QUESTION_SINGLE && n_full == 0)
    kist_quiz_builder_warn (self, question->line, question->column, "Begin the best answer with =.",
                            "No answer to this question is wholly right.");
  if (question->kind == KIST_QUESTION_MULTIPLE && fabs (sum - 100) > WEIGHT_PRECISION)
    kist_quiz_builder_warn (self, question->line, question->column,
                            "Let the weights of the right answers add up to 100%.",
                            "Choosing all right answers to this question does not make 100%.");
  return TRUE;
}

static gboolean
check_accepted (KistQuizBuilder *self, const KistQuestion *question)
{
  unsigned n_full;

  if (question->answers->len == 0 || sum_of_rights (question, &n_full) <= 0)
    return kist_quiz_builder_refuse (self, question->line, question->column, "Write what is right after a =.",
                                     "This question has no right answer; it is left out.");
  return TRUE;
}

static gboolean
check_pairs (KistQuizBuilder *self, const KistQuestion *question)
{
  unsigned n_lefts = 0;

  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);

      if (!answer->match || !*answer->match)
        return kist_quiz_builder_refuse (self, question->line, question->column,
                                         "Write each pair as =one side -> the other.",
                                         "A pair of this question has no right side; the question is left out.");
      n_lefts += *answer->text != '\0';
    }
  if (n_lefts < 2)
    return kist_quiz_builder_refuse (self, question->line, question->column,
                                     "Write each pair as =one side -> the other.",
                                     "This question has less than two pairs; it is left out.");
  return TRUE;
}

static gboolean
check_kind (KistQuizBuilder *self, const KistQuestion *question)
{
  switch (question->kind)
    {
    case KIST_QUESTION_SINGLE:
    case KIST_QUESTION_MULTIPLE:
    case KIST_QUESTION_TRUE_FALSE:
      return check_choices (self, question);
    case KIST_QUESTION_SHORT:
    case KIST_QUESTION_NUMERIC:
      return check_accepted (self, question);
    case KIST_QUESTION_MATCHING:
      return check_pairs (self, question);
    case KIST_QUESTION_ORDERING:
      if (question->answers->len < 2)
        return kist_quiz_builder_refuse (self, question->line, question->column,
                                         "Write each on a line of its own after {>.",
                                         "This question has less than two things to put in order; it is left out.");
      return TRUE;
    case KIST_QUESTION_FREE_TEXT:
    case KIST_QUESTION_DESCRIPTION:
    default:
      return TRUE;
    }
}

/* Distinct ones for all answers; FALSE when two say the same. */
static gboolean
name_answers (KistQuizBuilder *self, KistQuestion *question)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < question->answers->len; i++)
    {
      KistAnswer *answer = g_ptr_array_index (question->answers, i);

      if (!*answer->text && !answer->match)
        return kist_quiz_builder_refuse (self, question->line, question->column, NULL,
                                         "This question has an empty answer; it is left out.");
      if (question->kind == KIST_QUESTION_TRUE_FALSE)
        g_set_str (&answer->id, i == 0 ? "true" : "false");
      else if (question->kind == KIST_QUESTION_SHORT || question->kind == KIST_QUESTION_NUMERIC)
        {
          /* The response is what was written, not which of these it fits. */
          g_free (answer->id);
          answer->id = g_strdup_printf ("accepted-%u", i + 1);
        }
      else if (!answer->id)
        answer->id = kist_answer_make_id (*answer->text ? answer->text : answer->match);
      if (!g_hash_table_add (ids, answer->id))
        return kist_quiz_builder_refuse (self, question->line, question->column,
                                         "Take one of them out, or write // [id:another-name] on a line before it.",
                                         "Two answers to this question say the same; it is left out.");
    }
  return TRUE;
}

static gboolean
name_question (KistQuizBuilder *self, KistQuestion *question, const char *name)
{
  question->id = kist_text_to_id (name ? name : question->text);
  if (g_hash_table_contains (self->ids, question->id))
    {
      kist_report_add_at (self->report, self->file, question->line, question->column, KIST_SEVERITY_ERROR,
                          "Begin each question with its own ::name::.",
                          "Another question is called “%s” already; this one is left out.", question->id);
      return FALSE;
    }
  if (!name && question->kind != KIST_QUESTION_DESCRIPTION)
    {
      g_autofree char *hint = g_strdup_printf ("Begin it with ::%s:: and never change that.", question->id);

      kist_report_add_at (self->report, self->file, question->line, question->column, KIST_SEVERITY_NOTE, hint,
                          "This question has no permanent name, so its answer is lost when its text changes.");
    }
  return TRUE;
}

static gboolean
check (KistQuizBuilder *self, KistQuestion *question, const char *name)
{
  if (!question->text || !*question->text || g_str_equal (question->text, "_____"))
    return kist_quiz_builder_refuse (self, question->line, question->column, NULL,
                                     "This question has no text; it is left out.");
  if (question->answers->len > KIST_QUIZ_MAX_ANSWERS)
    return kist_quiz_builder_refuse (self, question->line, question->column, NULL,
                                     "This question has more answers than anyone can read; it is left out.");
  if (self->questions->len >= KIST_QUIZ_MAX_QUESTIONS)
    return kist_quiz_builder_refuse (self, question->line, question->column, "Spread them over several files.",
                                     "There are more than 1,000 questions; this one is left out.");
  return name_answers (self, question) && check_kind (self, question) && name_question (self, question, name);
}

void
kist_quiz_builder_init (KistQuizBuilder *self, const char *file, KistReport *report)
{
  self->file = file;
  self->report = report;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_question_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
}

void
kist_quiz_builder_clear (KistQuizBuilder *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
}

/* A text that asks nothing has no answer to say anything to, and GIFT has no place for it. */
static void
fold_feedback (KistQuizBuilder *self, KistQuestion *question)
{
  g_autofree char *both = NULL;

  if (question->kind != KIST_QUESTION_DESCRIPTION || !question->feedback)
    return;
  both = g_strconcat (question->text, question->is_markdown ? "\n\n" : "\n", question->feedback, NULL);
  g_set_str (&question->text, both);
  g_clear_pointer (&question->feedback, g_free);
  kist_quiz_builder_warn (self, question->line, question->column, NULL,
                          "This text asks nothing, so what is said to every answer stands below it now.");
}

/**
 * kist_quiz_builder_add:
 * @self: a builder
 * @question: (transfer full): what was read; an answer without an id gets one
 * @name: (nullable): the name its author gave it
 *
 * Keeps @question when it can be asked, else adds an error to the report.
 */
void
kist_quiz_builder_add (KistQuizBuilder *self, KistQuestion *question, const char *name)
{
  g_return_if_fail (self != NULL && question != NULL);

  if (!check (self, question, name))
    {
      kist_question_free (question);
      return;
    }
  fold_feedback (self, question);
  g_hash_table_add (self->ids, question->id);
  g_ptr_array_add (self->questions, question);
}

/* Always FALSE, for what gives up with an error. A column of 0 means the whole line. */
gboolean
kist_quiz_builder_refuse (KistQuizBuilder *self, unsigned line, unsigned column, const char *hint, const char *message)
{
  kist_report_add_at (self->report, self->file, line, column, KIST_SEVERITY_ERROR, hint, "%s", message);
  return FALSE;
}

void
kist_quiz_builder_warn (KistQuizBuilder *self, unsigned line, unsigned column, const char *hint, const char *message)
{
  kist_report_add_at (self->report, self->file, line, column, KIST_SEVERITY_WARNING, hint, "%s", message);
}

/**
 * kist_quiz_builder_take_rubric:
 * @question: a free text question with all of its feedback
 *
 * What one looks for in one's own text are the lines of the feedback that begin with "- "; the others stay feedback.
 */
void
kist_quiz_builder_take_rubric (KistQuestion *question)
{
  g_auto (GStrv) lines = g_strsplit (question->feedback ? question->feedback : "", "\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (unsigned i = 0; lines[i]; i++)
    {
      const char *line = g_strchug (lines[i]);

      if (strncmp (line, "- ", 2) == 0 && *g_strstrip (lines[i] + 2))
        kist_question_add_answer (question, lines[i] + 2, 100, NULL);
      else
        g_string_append_printf (rest, "%s\n", line);
    }
  g_clear_pointer (&question->feedback, g_free);
  if (*g_strstrip (rest->str))
    question->feedback = g_strdup (rest->str);
}
