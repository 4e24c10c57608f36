/* A short check of understanding: questions of any of the kinds of kist-question.h, read from GIFT, which is Kist's own
 * form, or from Aiken or Moodle's XML, and written as GIFT or Moodle's XML. A reader leaves out what it does not know
 * and says so. Immutable after loading; any thread. */
#pragma once

#include "base/kist-report.h"
#include "quiz/kist-question.h"

G_BEGIN_DECLS

#define KIST_TYPE_QUIZ (kist_quiz_get_type ())
G_DECLARE_FINAL_TYPE (KistQuiz, kist_quiz, KIST, QUIZ, GObject)

KistQuiz           *kist_quiz_parse_gift (const char *text, const char *file, KistReport *report);
KistQuiz           *kist_quiz_parse_aiken (const char *text, const char *file, KistReport *report);
KistQuiz           *kist_quiz_parse_moodle_xml (const char *text, const char *file, KistReport *report);
char               *kist_quiz_to_gift (KistQuiz *self);
char               *kist_quiz_to_moodle_xml (KistQuiz *self);
unsigned            kist_quiz_get_n_questions (KistQuiz *self);
const KistQuestion *kist_quiz_get_question (KistQuiz *self, unsigned index);
gboolean            kist_quiz_equal (KistQuiz *self, KistQuiz *other);

G_END_DECLS
