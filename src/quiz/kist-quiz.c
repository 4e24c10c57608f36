#include "kist-quiz.h"

#include "kist-aiken.h"
#include "kist-quiz-builder.h"
#include "quiz/gift/kist-gift-writer.h"
#include "quiz/gift/kist-gift.h"
#include "quiz/moodle/kist-moodle-reader.h"
#include "quiz/moodle/kist-moodle-writer.h"

struct _KistQuiz
{
  GObject parent_instance;

  GPtrArray *questions; /* (element-type KistQuestion) (owned) */
};

G_DEFINE_FINAL_TYPE (KistQuiz, kist_quiz, G_TYPE_OBJECT)

static KistQuiz *
parse (const char *text,
       const char *file,
       KistReport *report,
       void        (*read) (KistQuizBuilder *, const char *),
       const char *hint)
{
  g_autoptr (KistQuiz) self = g_object_new (KIST_TYPE_QUIZ, NULL);
  unsigned        errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  KistQuizBuilder builder;

  kist_quiz_builder_init (&builder, file, report);
  read (&builder, text);
  self->questions = g_steal_pointer (&builder.questions);
  kist_quiz_builder_clear (&builder);
  if (self->questions->len > 0)
    return g_steal_pointer (&self);
  if (kist_report_count (report, KIST_SEVERITY_ERROR) == errors)
    kist_report_add (report, file, 0, KIST_SEVERITY_ERROR, hint, "There is no question in this file.");
  return NULL;
}

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
  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  return parse (text, file, report, kist_gift_parse, "Write one as ::name:: Question? {=right ~wrong}.");
}

/**
 * kist_quiz_parse_aiken:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * As kist_quiz_parse_gift().
 *
 * Returns: (transfer full) (nullable): the quiz
 */
KistQuiz *
kist_quiz_parse_aiken (const char *text, const char *file, KistReport *report)
{
  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  return parse (text, file, report, kist_aiken_parse,
                "Write a question on one line, then A. and B. with an answer each, then ANSWER: A.");
}

/**
 * kist_quiz_parse_moodle_xml:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * As kist_quiz_parse_gift(). What Kist does not use is said in @report.
 *
 * Returns: (transfer full) (nullable): the quiz
 */
KistQuiz *
kist_quiz_parse_moodle_xml (const char *text, const char *file, KistReport *report)
{
  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  return parse (text, file, report, kist_moodle_parse, "Export questions from Moodle's question bank as XML.");
}

/**
 * kist_quiz_to_gift:
 * @self: a quiz
 *
 * Returns: (transfer full): GIFT that is read as a quiz equal to @self
 */
char *
kist_quiz_to_gift (KistQuiz *self)
{
  g_return_val_if_fail (KIST_IS_QUIZ (self), NULL);

  return kist_gift_write (self->questions);
}

/**
 * kist_quiz_to_moodle_xml:
 * @self: a quiz
 *
 * Returns: (transfer full): XML for Moodle's question bank that is read as a quiz equal to @self
 */
char *
kist_quiz_to_moodle_xml (KistQuiz *self)
{
  g_return_val_if_fail (KIST_IS_QUIZ (self), NULL);

  return kist_moodle_write (self->questions);
}

/**
 * kist_quiz_get_n_questions:
 * @self: a quiz
 *
 * Returns: the number of its questions and of the texts between them, at least 1
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

/**
 * kist_quiz_equal:
 * @self: a quiz
 * @other: a quiz
 *
 * Returns: whether both ask the same, in the same order, with the same ids
 */
gboolean
kist_quiz_equal (KistQuiz *self, KistQuiz *other)
{
  g_return_val_if_fail (KIST_IS_QUIZ (self) && KIST_IS_QUIZ (other), FALSE);

  if (self->questions->len != other->questions->len)
    return FALSE;
  for (unsigned i = 0; i < self->questions->len; i++)
    if (!kist_question_equal (kist_quiz_get_question (self, i), kist_quiz_get_question (other, i)))
      return FALSE;
  return TRUE;
}
