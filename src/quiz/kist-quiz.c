#include "kist-quiz.h"

#include "kist-gift.h"

struct _KistQuiz
{
  GObject parent_instance;

  GPtrArray *questions; /* (element-type KistQuestion) (owned) */
};

G_DEFINE_FINAL_TYPE (KistQuiz, kist_quiz, G_TYPE_OBJECT)

static void
kist_quiz_finalize (GObject *object)
{
  KistQuiz *self = KIST_QUIZ (object);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_quiz_parent_class)->finalize (object);
}

static void
kist_quiz_class_init (KistQuizClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_quiz_finalize;
}

static void
kist_quiz_init (KistQuiz *self)
{
}

/**
 * kist_quiz_parse_gift:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * A question with an error is left out and the others stay.
 *
 * Returns: (transfer full) (nullable): the quiz, or %NULL after an error was added to @report when no question is left
 */
KistQuiz *
kist_quiz_parse_gift (const char *text, const char *file, KistReport *report)
{
  g_autoptr (KistQuiz) self = NULL;
  unsigned errors;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  self = g_object_new (KIST_TYPE_QUIZ, NULL);
  self->questions = kist_gift_parse (text, file, report);
  if (self->questions->len > 0)
    return g_steal_pointer (&self);
  if (kist_report_count (report, KIST_SEVERITY_ERROR) == errors)
    kist_report_add (report, file, 0, KIST_SEVERITY_ERROR, "Write one as ::name:: Question? {=right ~wrong}.",
                     "There is no question in this file.");
  return NULL;
}

/**
 * kist_quiz_get_n_questions:
 * @self: a quiz
 *
 * Returns: the number of its questions, at least 1
 */
unsigned
kist_quiz_get_n_questions (KistQuiz *self)
{
  g_return_val_if_fail (KIST_IS_QUIZ (self), 0);

  return self->questions->len;
}

/**
 * kist_quiz_get_question:
 * @self: a quiz
 * @index: less than kist_quiz_get_n_questions()
 *
 * Returns: (transfer none): the question, which lives as long as @self
 */
const KistQuestion *
kist_quiz_get_question (KistQuiz *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_QUIZ (self), NULL);
  g_return_val_if_fail (index < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, index);
}
