#include <string.h>

#include "quiz-fixture.h"

static void
test_every_kind_of_gift_is_read (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse (QUIZ_OF_EVERY_KIND);
  const struct
  {
    const char      *id;
    KistQuestionKind kind;
    unsigned         n_answers;
  } cases[] = {
    { "single", KIST_QUESTION_SINGLE, 3 },
    { "multiple", KIST_QUESTION_MULTIPLE, 3 },
    { "true-false", KIST_QUESTION_TRUE_FALSE, 2 },
    { "short", KIST_QUESTION_SHORT, 3 },
    { "gap", KIST_QUESTION_SHORT, 2 },
    { "numeric", KIST_QUESTION_NUMERIC, 3 },
    { "number", KIST_QUESTION_NUMERIC, 1 },
    { "matching", KIST_QUESTION_MATCHING, 4 },
    { "ordering", KIST_QUESTION_ORDERING, 3 },
    { "free", KIST_QUESTION_FREE_TEXT, 2 },
    { "bare", KIST_QUESTION_FREE_TEXT, 0 },
    { "html", KIST_QUESTION_SINGLE, 2 },
    { "description", KIST_QUESTION_DESCRIPTION, 0 },
  };

  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, G_N_ELEMENTS (cases));
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (kist_quiz_get_question (quiz, i)->id, ==, cases[i].id);
      g_assert_cmpint (kist_quiz_get_question (quiz, i)->kind, ==, cases[i].kind);
      g_assert_cmpuint (kist_quiz_get_question (quiz, i)->answers->len, ==, cases[i].n_answers);
    }
}

static void
test_what_gift_says_is_kept (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse (QUIZ_OF_EVERY_KIND);
  const KistQuestion *matching = quiz_lookup (quiz, "matching"), *free_text = quiz_lookup (quiz, "free");
  const KistQuestion *html = quiz_lookup (quiz, "html"), *multiple = quiz_lookup (quiz, "multiple");
  const KistQuestion *ordering = quiz_lookup (quiz, "ordering");

  g_assert_cmpstr (quiz_lookup (quiz, "single")->feedback, ==, "Ever.");
  g_assert_cmpstr (quiz_lookup (quiz, "true-false")->text, ==, "True: = \\n?");
  g_assert_cmpstr (quiz_lookup (quiz, "gap")->text, ==, "A kist is a _____ in Scots.");
  g_assert_true (quiz_lookup (quiz, "short")->is_case_sensitive);
  g_assert_false (quiz_lookup (quiz, "gap")->is_case_sensitive);
  g_assert_cmpstr (kist_question_get_answer (multiple, 0)->text, ==, "one\n\n- a");
  g_assert_cmpstr (kist_question_get_answer (multiple, 1)->feedback, ==, "\\*Yes.\\*");
  g_assert_cmpstr (kist_question_get_answer (matching, 0)->id, ==, "left");
  g_assert_cmpstr (kist_question_get_answer (matching, 0)->text, ==, "a {");
  g_assert_cmpstr (kist_question_get_answer (matching, 1)->match, ==, "1");
  g_assert_cmpstr (kist_question_get_answer (ordering, 2)->id, ==, "last");
  g_assert_cmpstr (kist_question_get_answer (ordering, 2)->text, ==, "//third");
  g_assert_cmpstr (kist_question_get_answer (free_text, 1)->text, ==, "the second");
  g_assert_cmpstr (free_text->feedback, ==, "Look again");
  g_assert_true (html->is_markdown);
  g_assert_cmpstr (html->text, ==, "Which **one**?\n\n- a");
  g_assert_cmpstr (kist_question_get_answer (html, 0)->text, ==, "*yes*");
  g_assert_cmpstr (quiz_lookup (quiz, "description")->text, ==, "A text\nof two lines.");
}

static void
test_gift_comes_back_from_gift (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse (QUIZ_OF_EVERY_KIND);
  g_autofree char *gift = kist_quiz_to_gift (quiz);
  g_autoptr (KistQuiz) again = NULL;
  g_autofree char *twice = NULL;

  g_test_message ("%s", gift);
  again = quiz_parse (gift);
  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    {
      g_test_message ("%s", kist_quiz_get_question (quiz, i)->id);
      g_assert_true (kist_question_equal (kist_quiz_get_question (quiz, i), kist_quiz_get_question (again, i)));
    }
  g_assert_true (kist_quiz_equal (quiz, again));
  twice = kist_quiz_to_gift (again);
  g_assert_cmpstr (twice, ==, gift);
}

/* As word processors write the blanks that somebody indents with, and lines that look empty. */
static void
test_an_indent_may_be_of_no_break_spaces (void)
{
  g_autoptr (KistQuiz) quiz =
      quiz_parse ("\xc2\xa0::a::One? {\n\xc2\xa0\xc2\xa0=right\n\xc2\xa0\xc2\xa0~wrong\n\xc2\xa0}\n"
                  "\xc2\xa0\xc2\xa0\n"
                  "\xc2\xa0// [id:b]\nTwo? {T}\n");

  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 2);
  g_assert_cmpstr (kist_question_get_answer (quiz_lookup (quiz, "a"), 0)->text, ==, "right");
  g_assert_cmpint (quiz_lookup (quiz, "b")->kind, ==, KIST_QUESTION_TRUE_FALSE);
}

/* As Moodle writes them (question/type/ordering/tests/fixtures/testexport.gift.txt) and as its importer takes them. */
static void
test_moodles_settings_of_an_order_are_no_things (void)
{
  static const char *const forms[] = {
    "{>2     none\nModular\nObject\n}",
    "{>6 ALL VERTICAL ALL_OR_NOTHING SHOW 123\nModular\nObject\n}",
    "{>3 RANDOM HORI RELATIVE_NEXT_EXCLUDE_LAST HIDE abc\n\tModular\n\tObject}",
    "{>2 EXACT H REL Modular\nObject\n}",
    "{>\nModular\nObject\n}",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = g_strconcat ("::a::Order?", forms[i], NULL);
      g_autoptr (KistQuiz) quiz = quiz_parse (text);
      const KistQuestion *question = quiz_lookup (quiz, "a");

      g_assert_cmpint (question->kind, ==, KIST_QUESTION_ORDERING);
      g_assert_cmpuint (question->answers->len, ==, 2);
      g_assert_cmpstr (kist_question_get_answer (question, 0)->text, ==, "Modular");
    }
}

/* Moodle takes no "\" off in them, and makes settings of a first word where there are none. */
static void
test_an_order_is_written_for_moodle (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse ("::a::Order?{>\nHold: on = #1 ~\n[plain] \\{x\\}\n[plain]//y\n}");
  g_autofree char *gift = kist_quiz_to_gift (quiz);
  g_autoptr (KistQuiz) again = quiz_parse (gift);

  g_assert_nonnull (strstr (gift, "{>3 ALL VERTICAL ABSOLUTE_POSITION SHOW none\n\tHold: on = #1 ~\n\t\\{x\\}\n"));
  g_assert_true (kist_quiz_equal (quiz, again));
}

static void
test_an_arrow_may_be_text (void)
{
  g_autoptr (KistQuiz) quiz =
      quiz_parse ("::a::How?{=a -\\> b#c -\\> d}\n\n::b::Pair?{=a -\\> b -> c -> d\n=e -> f}\n");
  const KistQuestion *accepted = quiz_lookup (quiz, "a"), *pairs = quiz_lookup (quiz, "b");
  g_autofree char    *gift = kist_quiz_to_gift (quiz);
  g_autoptr (KistQuiz) again = quiz_parse (gift);

  g_assert_cmpint (accepted->kind, ==, KIST_QUESTION_SHORT);
  g_assert_cmpstr (kist_question_get_answer (accepted, 0)->text, ==, "a -> b");
  g_assert_cmpstr (kist_question_get_answer (accepted, 0)->feedback, ==, "c -> d");
  g_assert_cmpstr (kist_question_get_answer (pairs, 0)->text, ==, "a -> b");
  g_assert_cmpstr (kist_question_get_answer (pairs, 0)->match, ==, "c -> d");
  g_assert_true (kist_quiz_equal (quiz, again));
}

static void
test_findings_have_a_place (void)
{
  static const struct
  {
    const char *text;
    unsigned    line, column;
  } cases[] = {
    { "// x\n\n  ::a::One? {=b\n\t~%x%c}\n", 4, 2 },
    { "::a::One? {\n// [id:b]\n=b -> c\n=d -> e\n\xc2\xa0=f}\n", 5, 2 },
    { "::a::Ä? {#x}\n", 1, 1 },
    { "Ä} {T}\n", 1, 2 },
    { "::a::One {T} and\nmore {F}\n", 2, 6 },
    { "::a::One {\n=x\n", 1, 10 },
    { "  One? {=a =a}\n", 1, 3 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistQuiz) quiz = kist_quiz_parse_gift (cases[i].text, "a.gift", report);
      const KistFinding *finding;

      g_assert_cmpuint (kist_report_get_n_findings (report), >, 0);
      finding = kist_report_get_finding (report, 0);
      g_test_message ("%u: %u:%u: %s", i, finding->line, finding->column, finding->message);
      g_assert_cmpuint (finding->line, ==, cases[i].line);
      g_assert_cmpuint (finding->column, ==, cases[i].column);
    }
}

static void
test_aiken_is_read (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_aiken ("What is\na kist?\nA. A hat\nB) A chest\nANSWER: B\n\n"
                                                     "Open?\nA. Yes\n\nNone?\nA. a\nB. b\nANSWER: C\n"
                                                     "Order?\nB. b\nC. c\nLast?\nA. a\nB. b\nANSWER: A\n",
                                                     "a.txt", report);
  const KistQuestion *question;

  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 2);
  question = kist_quiz_get_question (quiz, 0);
  g_assert_cmpstr (question->text, ==, "What is\na kist?");
  g_assert_cmpstr (kist_question_get_answer (question, 1)->text, ==, "A chest");
  g_assert_cmpfloat (kist_question_get_answer (question, 0)->credit, ==, 0);
  g_assert_cmpfloat (kist_question_get_answer (question, 1)->credit, ==, 100);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), >=, 3);
  g_assert_cmpuint (kist_report_get_finding (report, 1)->line, ==, 7);
  g_assert_cmpuint (kist_report_get_finding (report, 1)->column, ==, 1);
}

static void
test_an_answer_may_begin_like_a_weight (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz =
      kist_quiz_parse_aiken ("How much?\nA. %50% of it\nB. % of it\nANSWER: B\n", "a.txt", report);
  g_autofree char *gift = kist_quiz_to_gift (quiz);
  g_autoptr (KistQuiz) again = quiz_parse (gift);

  g_assert_true (kist_quiz_equal (quiz, again));
  g_assert_cmpstr (kist_question_get_answer (kist_quiz_get_question (again, 0), 0)->text, ==, "%50% of it");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/formats/every-kind-of-gift-is-read", test_every_kind_of_gift_is_read);
  g_test_add_func ("/formats/what-gift-says-is-kept", test_what_gift_says_is_kept);
  g_test_add_func ("/formats/moodles-settings-of-an-order-are-no-things",
                   test_moodles_settings_of_an_order_are_no_things);
  g_test_add_func ("/formats/an-order-is-written-for-moodle", test_an_order_is_written_for_moodle);
  g_test_add_func ("/formats/an-arrow-may-be-text", test_an_arrow_may_be_text);
  g_test_add_func ("/formats/findings-have-a-place", test_findings_have_a_place);
  g_test_add_func ("/formats/an-indent-may-be-of-no-break-spaces", test_an_indent_may_be_of_no_break_spaces);
  g_test_add_func ("/formats/gift-comes-back-from-gift", test_gift_comes_back_from_gift);
  g_test_add_func ("/formats/aiken-is-read", test_aiken_is_read);
  g_test_add_func ("/formats/an-answer-may-begin-like-a-weight", test_an_answer_may_begin_like_a_weight);
  return g_test_run ();
}
