#include "quiz-fixture.h"

/* Returns: (transfer full): a quiz without a finding */
KistQuiz *
quiz_parse (const char *gift)
{
  g_autoptr (KistReport) report = kist_report_new ();
  KistQuiz *quiz = kist_quiz_parse_gift (gift, "a.gift", report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", finding);
    }
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_nonnull (quiz);
  return quiz;
}

/* Returns: (transfer none): the question of that id */
const KistQuestion *
quiz_lookup (KistQuiz *quiz, const char *id)
{
  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    if (g_str_equal (kist_quiz_get_question (quiz, i)->id, id))
      return kist_quiz_get_question (quiz, i);
  g_assert_not_reached ();
}
