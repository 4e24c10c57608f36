#include "quiz/kist-quiz.h"

#include <string.h>

static KistQuiz *
parse (const char *text, KistReport *report)
{
  KistQuiz *quiz = kist_quiz_parse_gift (text, "a.gift", report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", finding);
    }
  g_assert_true (quiz != NULL || kist_report_count (report, KIST_SEVERITY_ERROR) > 0);
  return quiz;
}

static const KistAnswer *
answer_at (KistQuiz *quiz, unsigned question, unsigned answer)
{
  const GPtrArray *answers = kist_quiz_get_question (quiz, question)->answers;

  g_assert_cmpuint (answer, <, answers->len);
  return g_ptr_array_index (answers, answer);
}

static void
test_reads_choices_with_feedback_in_order (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = parse ("// A comment\n\n::Pass words::Which is\n  *safer*? {\n~short #Guessed soon.\n"
                                     "// between answers\n=three words # Yes.\n~ none\n}\n",
                                     report);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 1);
  g_assert_cmpstr (kist_quiz_get_question (quiz, 0)->id, ==, "pass-words");
  g_assert_cmpstr (kist_quiz_get_question (quiz, 0)->text, ==, "Which is *safer*?");
  g_assert_cmpuint (kist_quiz_get_question (quiz, 0)->line, ==, 3);
  g_assert_cmpuint (kist_quiz_get_question (quiz, 0)->answers->len, ==, 3);
  g_assert_cmpstr (answer_at (quiz, 0, 0)->text, ==, "short");
  g_assert_cmpstr (answer_at (quiz, 0, 0)->feedback, ==, "Guessed soon.");
  g_assert_false (answer_at (quiz, 0, 0)->credit > 0);
  g_assert_true (answer_at (quiz, 0, 1)->credit > 0);
  g_assert_cmpstr (answer_at (quiz, 0, 2)->text, ==, "none");
  g_assert_null (answer_at (quiz, 0, 2)->feedback);
}

/* Moodle's order: what to say to a wrong answer comes first. */
static void
test_reads_true_and_false (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = parse ("::a::One {T}\n\n::b::Two {FALSE#Wrong, two.#Right, two.####Ever.}\n", report);

  g_assert_true (answer_at (quiz, 0, 0)->credit > 0);
  g_assert_false (answer_at (quiz, 0, 1)->credit > 0);
  g_assert_false (answer_at (quiz, 1, 0)->credit > 0);
  g_assert_cmpstr (answer_at (quiz, 1, 0)->feedback, ==, "Wrong, two.");
  g_assert_cmpstr (answer_at (quiz, 1, 1)->feedback, ==, "Right, two.");
  g_assert_cmpstr (kist_quiz_get_question (quiz, 1)->feedback, ==, "Ever.");
}

static void
test_escapes_formats_and_gaps_are_understood (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz =
      parse ("::e\\:1::[plain]1 \\= 1 \\{set\\} \\# \\~ C\\:\\\\x\\nnext {=a\\=b ~c\\~d#e\\#f}\n\n"
             "::gap::Kist is a {=chest ~hat} in Scots.\n",
             report);

  g_assert_cmpstr (kist_quiz_get_question (quiz, 0)->id, ==, "e-1");
  g_assert_cmpstr (kist_quiz_get_question (quiz, 0)->text, ==, "1 = 1 {set} # ~ C:\\x\nnext");
  g_assert_cmpstr (answer_at (quiz, 0, 0)->text, ==, "a=b");
  g_assert_cmpstr (answer_at (quiz, 0, 1)->text, ==, "c~d");
  g_assert_cmpstr (answer_at (quiz, 0, 1)->feedback, ==, "e#f");
  g_assert_cmpstr (kist_quiz_get_question (quiz, 1)->text, ==, "Kist is a _____ in Scots.");
}

static void
test_faults_are_said_and_the_rest_stays (void)
{
  const struct
  {
    const char *text, *words;
  } cases[] = {
    { "::x::When {#}", "no right answer" },
    { "::x::When {#soon}", "no number" },
    { "::x::When {#1:-2}", "no number" },
    { "::x::Match {=a -> b}", "less than two pairs" },
    { "::x::Match {=a -> b =c}", "no ->" },
    { "::x::Weight {~%50a ~b}", "weight" },
    { "::x::Weight {~%150%a ~b}", "weight" },
    { "::x::Order {>\none\n}", "less than two things" },
    { "::x::Order {> one\ntwo\nthree}", "lines of their own" },
    { "::x::What {maybe}", "Nobody knows" },
    { "::x::Same {=a ~b ~B!}", "say the same" },
    { "::x::A } brace", "without a {" },
    { "::x::None right {~a ~b}", "no right answer" },
    { "::x::Empty {=a ~}", "empty answer" },
    { "::x::Open {=a ~b", "do not end" },
    { "::x::Twice {=a ~b} and {=c ~d}", "twice" },
    { "::x {=a ~b}", "name of this question" },
    { "::good::Again {=a ~b}", "already" },
    { "::x::{=a ~b}", "no text" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autofree char *text = g_strdup_printf ("::good::Is it? {T}\n\n\n%s\n\n::last::And this? {F}\n", cases[i].text);
      g_autoptr (KistQuiz) quiz = parse (text, report);

      g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 2);
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
      g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_ERROR);
      g_assert_cmpuint (kist_report_get_finding (report, 0)->line, ==, 4);
      g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, cases[i].words));
    }
}

static void
test_a_question_without_name_is_noted (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = parse ("Is this safe? {F}\n", report);

  g_assert_cmpstr (kist_quiz_get_question (quiz, 0)->id, ==, "is-this-safe");
  g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_NOTE);
}

static void
test_no_question_is_an_error (void)
{
  g_autoptr (KistReport) empty = kist_report_new ();
  g_autoptr (KistReport) broken = kist_report_new ();

  g_assert_null (parse ("// nothing\n\n$CATEGORY: x\n", empty));
  g_assert_null (parse ("::a::What {maybe}\n", broken));
}

static void
test_several_right_ones_of_which_one_is_chosen_are_a_warning (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = parse ("::a::Two {=a =b ~c}\n\n::b::Weights {~%50%a ~%40%b ~c}\n\n::c::Lost?\n", report);

  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 3);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 3);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 3);
}

static void
test_a_flood_of_answers_is_refused (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GString) text = g_string_new ("::a::Many {");

  while (text->len < 30000)
    g_string_append (text, "~a");
  g_string_append (text, "}");
  g_assert_null (parse (text->str, report));
  while (text->len < 2000000)
    g_string_append (text, "~a");
  g_assert_null (parse (text->str, report));
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 2);
}

/* Looking at all that is left for each line would be 10¹² bytes; the test would not end. */
static void
test_many_lines_take_time_in_proportion (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 2000000)
    g_string_append (text, "a\n");
  g_assert_null (parse (text->str, report));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/quiz/reads-choices-with-feedback-in-order", test_reads_choices_with_feedback_in_order);
  g_test_add_func ("/quiz/reads-true-and-false", test_reads_true_and_false);
  g_test_add_func ("/quiz/escapes-formats-and-gaps-are-understood", test_escapes_formats_and_gaps_are_understood);
  g_test_add_func ("/quiz/faults-are-said-and-the-rest-stays", test_faults_are_said_and_the_rest_stays);
  g_test_add_func ("/quiz/a-question-without-name-is-noted", test_a_question_without_name_is_noted);
  g_test_add_func ("/quiz/no-question-is-an-error", test_no_question_is_an_error);
  g_test_add_func ("/quiz/several-right-ones-of-which-one-is-chosen-are-a-warning",
                   test_several_right_ones_of_which_one_is_chosen_are_a_warning);
  g_test_add_func ("/quiz/a-flood-of-answers-is-refused", test_a_flood_of_answers_is_refused);
  g_test_add_func ("/quiz/many-lines-take-time-in-proportion", test_many_lines_take_time_in_proportion);
  return g_test_run ();
}
