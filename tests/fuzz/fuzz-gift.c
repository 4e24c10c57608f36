#include "kist-fuzz.h"

#include "quiz/kist-quiz.h"
#include "fuzz-content.h"

/* Whatever the text: questions that have one right answer each, or an error. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_gift (text, "fuzz.gift", report);

  check_report (report, text, quiz != NULL);
  for (unsigned i = 0; quiz && i < kist_quiz_get_n_questions (quiz); i++)
    {
      const KistQuestion *question = kist_quiz_get_question (quiz, i);
      unsigned            n_right = 0;

      g_assert_true (kist_text_is_id (question->id) && *question->text);
      for (unsigned j = 0; j < question->answers->len; j++)
        {
          const KistAnswer *answer = g_ptr_array_index (question->answers, j);

          g_assert_true (*answer->text && (!answer->feedback || *answer->feedback));
          n_right += answer->is_right;
        }
      g_assert_cmpuint (n_right, ==, 1);
      g_assert_cmpuint (question->answers->len, >=, 2);
    }
}
