#include <string.h>

#include "quiz-fixture.h"

/* As Moodle's question bank exports it. */
static const char *const export =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<quiz>\n"
    "<question type=\"category\"><category><text>$course$/x</text></category></question>\n"
    "<question type=\"multichoice\"><name><text>Kist 1</text></name>\n"
    "<questiontext format=\"html\"><text><![CDATA[<p>What is a <b>kist</b>?</p>]]></text>\n"
    "</questiontext><generalfeedback format=\"html\"><text></text></generalfeedback>\n"
    "<single>true</single><shuffleanswers>true</shuffleanswers>\n"
    "<answer fraction=\"100\" format=\"html\"><text>&lt;p&gt;A chest&lt;/p&gt;</text>\n"
    "<feedback format=\"html\"><text><![CDATA[<script>x</script>Yes]]></text></feedback></answer>\n"
    "<answer fraction=\"0\"><text>A hat</text><feedback><text/></feedback></answer>\n"
    "<correctfeedback><text>Well done</text></correctfeedback></question>\n"
    "<question type=\"truefalse\"><name><text>TF</text></name>\n"
    "<questiontext format=\"plain_text\"><text>Is  it?</text></questiontext>\n"
    "<answer fraction=\"0\"><text>false</text></answer>\n"
    "<answer fraction=\"100\"><text>true</text></answer></question>\n"
    "<question type=\"cloze\"><name><text>C</text></name></question>\n"
    "<question type=\"matching\"><name><text>M</text></name>\n"
    "<questiontext format=\"moodle_auto_format\"><text>Match</text></questiontext>\n"
    "<subquestion format=\"html\"><text>a</text><answer><text>1</text></answer></subquestion>\n"
    "<subquestion format=\"html\"><text>b</text><answer><text>2</text></answer></subquestion>\n"
    "<subquestion><text></text><answer><text>3</text></answer></subquestion></question>\n"
    "<question type=\"essay\"><name><text>E</text></name>\n"
    "<questiontext format=\"html\"><text>Write</text></questiontext>\n"
    "<graderinfo format=\"html\"><text><![CDATA[<ul><li>who</li><li>when</li></ul>]]></text>\n"
    "</graderinfo></question>\n"
    "</quiz>\n";

static void
test_an_export_is_read_and_accounted_for (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_moodle_xml (export, "a.xml", report);
  const KistQuestion *choice, *essay;
  g_autoptr (GString) said = g_string_new (NULL);
  const char *expected[] = { "Categories", "<script>", "right answer together", "“cloze”", "a.xml:16" };

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_string_append_printf (said, "%s\n", finding);
    }
  g_test_message ("%s", said->str);
  for (unsigned i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_nonnull (strstr (said->str, expected[i]));
  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 4);
  choice = quiz_lookup (quiz, "kist-1");
  g_assert_cmpint (choice->kind, ==, KIST_QUESTION_SINGLE);
  g_assert_cmpstr (choice->text, ==, "What is a **kist**?");
  g_assert_cmpstr (kist_question_get_answer (choice, 0)->text, ==, "A chest");
  g_assert_cmpstr (kist_question_get_answer (choice, 0)->feedback, ==, "Yes");
  g_assert_cmpstr (quiz_lookup (quiz, "tf")->text, ==, "Is it?");
  g_assert_cmpfloat (kist_question_get_answer (quiz_lookup (quiz, "tf"), 0)->credit, ==, 100);
  g_assert_cmpuint (quiz_lookup (quiz, "m")->answers->len, ==, 3);
  essay = quiz_lookup (quiz, "e");
  g_assert_cmpuint (essay->answers->len, ==, 2);
  g_assert_cmpstr (kist_question_get_answer (essay, 1)->text, ==, "when");
}

static void
test_every_kind_comes_back_from_moodle (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = quiz_parse (QUIZ_OF_EVERY_KIND);
  g_autofree char *xml = kist_quiz_to_moodle_xml (quiz);
  g_autoptr (KistQuiz) again = kist_quiz_parse_moodle_xml (xml, "a.xml", report);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpuint (kist_quiz_get_n_questions (again), ==, kist_quiz_get_n_questions (quiz));
  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    {
      g_test_message ("%s", kist_quiz_get_question (quiz, i)->id);
      g_assert_true (kist_question_equal (kist_quiz_get_question (quiz, i), kist_quiz_get_question (again, i)));
    }
}

static char *
repeat (const char *before, const char *part, unsigned n, const char *after)
{
  GString *text = g_string_new (before);

  for (unsigned i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* One clear error, and soon: none of these may be worked through. */
static void
test_hostile_xml_is_one_error (void)
{
  g_autofree char *deep = repeat ("<quiz>", "<a>", 200000, "");
  g_autofree char *flood = repeat ("<quiz ", "a='1' ", 300000, "/>");
  const char      *cases[] = {
    "<?xml version='1.0'?><!DOCTYPE quiz [<!ENTITY a 'xx'><!ENTITY b '&a;&a;'>]><quiz>&b;</quiz>",
    "<!-- x --><!DOCTYPE quiz SYSTEM 'file:///etc/passwd'><quiz/>",
    deep,
    flood,
    "<quiz>",
    "",
    "<html/>",
    "<quiz>&nosuch;</quiz>",
    "<quiz></quiz>",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();

      g_assert_null (kist_quiz_parse_moodle_xml (cases[i], "a.xml", report));
      g_test_message ("%s", kist_report_get_finding (report, 0)->message);
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
      g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_ERROR);
    }
}

/* A text that asks nothing has no answer to say anything to. */
static void
test_what_a_text_says_to_everyone_is_kept (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_moodle_xml (
      "<quiz><question type=\"description\"><name><text>a</text></name><questiontext format=\"markdown\">"
      "<text>Before.</text></questiontext><generalfeedback format=\"markdown\"><text>After.</text></generalfeedback>"
      "</question></quiz>",
      "a.xml", report);
  g_autofree char *gift = kist_quiz_to_gift (quiz);
  g_autoptr (KistQuiz) again = quiz_parse (gift);

  g_assert_cmpstr (kist_quiz_get_question (quiz, 0)->text, ==, "Before.\n\nAfter.");
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 1);
  g_assert_true (kist_quiz_equal (quiz, again));
}

static void
test_what_is_too_deep_is_said_in_plain_words (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GString) deep = g_string_new ("<quiz><question type=\"essay\">");

  for (unsigned i = 0; i < 3000; i++)
    g_string_append (deep, "<a>");
  g_assert_null (kist_quiz_parse_moodle_xml (deep->str, "a.xml", report));
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "nested too deeply"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/moodle/an-export-is-read-and-accounted-for", test_an_export_is_read_and_accounted_for);
  g_test_add_func ("/moodle/every-kind-comes-back-from-moodle", test_every_kind_comes_back_from_moodle);
  g_test_add_func ("/moodle/hostile-xml-is-one-error", test_hostile_xml_is_one_error);
  g_test_add_func ("/moodle/what-a-text-says-to-everyone-is-kept", test_what_a_text_says_to_everyone_is_kept);
  g_test_add_func ("/moodle/what-is-too-deep-is-said-in-plain-words", test_what_is_too_deep_is_said_in_plain_words);
  return g_test_run ();
}
