#include "kist-fuzz.h"

#include "fuzz-content.h"
#include "fuzz-quiz.h"

/* Whatever the text: questions that can be asked, or an error. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_gift (text, "fuzz.gift", report);

  check_report (report, text, quiz != NULL);
  if (quiz)
    check_quiz (quiz);
}
