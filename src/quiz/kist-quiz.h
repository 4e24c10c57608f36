/* A short check of understanding, read from GIFT, Moodle's plain-text form: single choice and true/false, with feedback
 * for each answer. Other GIFT question types are findings that say so, never silently dropped. Immutable after loading;
 * any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

/**
 * KistAnswer:
 * @text: what it says
 * @is_right: whether it is the right one
 * @feedback: (nullable): what to say when it is chosen
 */
typedef struct
{
  char    *text;
  gboolean is_right;
  char    *feedback;
} KistAnswer;

/**
 * KistQuestion:
 * @id: permanent: GIFT's title between double colons, made an id
 * @text: the question
 * @answers: (element-type KistAnswer): two or more, one of them right
 * @line: where it begins
 */
typedef struct
{
  char      *id;
  char      *text;
  GPtrArray *answers;
  unsigned   line;
} KistQuestion;

#define KIST_TYPE_QUIZ (kist_quiz_get_type ())
G_DECLARE_FINAL_TYPE (KistQuiz, kist_quiz, KIST, QUIZ, GObject)

KistQuiz           *kist_quiz_parse_gift (const char *text, const char *file, KistReport *report);
unsigned            kist_quiz_get_n_questions (KistQuiz *self);
const KistQuestion *kist_quiz_get_question (KistQuiz *self, unsigned index);

G_END_DECLS
