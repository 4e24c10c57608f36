/* What holds of every quiz that a reader gives back: ids are ids and unique, every question can be marked, and what is
 * written of it is read again. */
#pragma once

#include "base/kist-text.h"
#include "quiz/kist-mark.h"
#include "quiz/kist-quiz.h"

static inline void
check_question (const KistQuestion *question)
{
  g_autoptr (KistResponse) words = kist_response_new_text ("1,5 words");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (KistResponse) all = NULL;
  g_autoptr (KistMark) first = kist_question_mark (question, words);
  g_autoptr (KistMark) second = NULL;

  g_assert_true (kist_text_is_id (question->id) && *question->text);
  g_assert_true (!question->feedback || *question->feedback);
  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);

      g_assert_true (kist_text_is_id (answer->id) && kist_question_lookup_answer (question, answer->id) == answer);
      g_assert_true ((*answer->text || answer->match) && (!answer->feedback || *answer->feedback));
      g_assert_true (answer->credit >= -100 && answer->credit <= 100 && answer->tolerance >= 0);
      g_ptr_array_add (ids, answer->id);
    }
  all = kist_response_new_chosen (ids);
  second = kist_question_mark (question, all);
  g_assert_cmpuint (first->credit, <=, 100);
  g_assert_cmpuint (second->credit, <=, 100);
}

static inline void
check_quiz (KistQuiz *quiz)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *gift = kist_quiz_to_gift (quiz);
  g_autoptr (KistQuiz) again = kist_quiz_parse_gift (gift, "again.gift", report);

  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    check_question (kist_quiz_get_question (quiz, i));
  g_assert_nonnull (again);
}
