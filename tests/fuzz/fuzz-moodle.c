#include "kist-fuzz.h"

#include "fuzz-content.h"
#include "fuzz-quiz.h"

/* Whatever the XML: questions that can be asked and come back from XML, or an error. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistReport) second = kist_report_new ();
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_moodle_xml (text, "fuzz.xml", report);
  g_autofree char *xml = quiz ? kist_quiz_to_moodle_xml (quiz) : NULL;
  g_autoptr (KistQuiz) again = xml ? kist_quiz_parse_moodle_xml (xml, "again.xml", second) : NULL;

  check_report (report, text, quiz != NULL);
  if (quiz)
    check_quiz (quiz);
  g_assert_true ((quiz != NULL) == (again != NULL));
}
