#include <string.h>

#include "quiz-fixture.h"
#include "quiz/kist-mark.h"
#include "quiz/kist-number.h"

static const char *const verdicts[] = { "wrong", "partly", "right", "own" };

/* What @response, in its text form, comes to: "partly 50: feedback". */
static char *
mark (const KistQuestion *question, const char *response)
{
  g_autoptr (KistResponse) parsed = kist_response_parse (question, 0, response);
  g_autoptr (KistMark) result = NULL;

  g_assert_nonnull (parsed);
  result = kist_question_mark (question, parsed);
  return g_strdup_printf ("%s %u: %s", verdicts[result->verdict], result->credit,
                          result->feedback ? result->feedback : "");
}

static void
assert_mark (const char *gift, const char *response, const char *expected)
{
  g_autoptr (KistQuiz) quiz = quiz_parse (gift);
  g_autofree char *result = mark (kist_quiz_get_question (quiz, 0), response);

  g_assert_cmpstr (result, ==, expected);
}

/* "chosen:" and the ids that the words at @places of @gift have. */
static char *
dup_chosen (const char *gift, const char *places)
{
  g_autoptr (KistQuiz) quiz = quiz_parse (gift);
  GString *chosen = g_string_new ("chosen:");

  for (const char *p = places; *p; p++)
    g_string_append_printf (chosen, "%s%s", p > places ? " " : "",
                            kist_question_get_answer (kist_quiz_get_question (quiz, 0), (unsigned)(*p - '0'))->id);
  return g_string_free (chosen, FALSE);
}

static void
assert_chosen (const char *gift, const char *places, const char *expected)
{
  g_autofree char *response = dup_chosen (gift, places);

  assert_mark (gift, response, expected);
}

static void
test_choices_add_up_between_nothing_and_all (void)
{
  const char *single = "::a::Q {=a#A ~b#B ~%50%c ####G}";
  const char *multiple = "::a::Q {~%50%a#A ~%50%b#B ~%-50%c#C ~d}";

  assert_chosen (single, "0", "right 100: A\nG");
  assert_chosen (single, "1", "wrong 0: B\nG");
  assert_chosen (single, "2", "partly 50: G");
  assert_chosen (multiple, "01", "right 100: A\nB");
  assert_chosen (multiple, "0", "partly 50: A");
  assert_chosen (multiple, "012", "partly 50: A\nB\nC");
  assert_chosen (multiple, "2", "wrong 0: C");
  assert_chosen ("::a::Q {~%33.33333%a ~%33.33333%b ~%33.33333%c ~d}", "012", "right 100: ");
  assert_mark ("::a::Q {T#No.#Yes.}", "chosen:true", "right 100: Yes.");
  assert_mark ("::a::Q {T#No.#Yes.}", "chosen:false", "wrong 0: No.");
}

/* Moodle's documentation of short answers: the wildcard, its escape, the first that fits, capitals. */
static void
test_the_first_short_answer_that_fits_counts (void)
{
  const char *gift = "::a::Q {=Grant#A =%50%*gr*nt#B =2 \\\\* 3 =%0%*#C}";

  assert_mark (gift, "text:  gRANT ", "right 100: A");
  assert_mark (gift, "text:U. Grunt", "partly 50: B");
  assert_mark (gift, "text:2  * 3", "right 100: ");
  assert_mark (gift, "text:2 x 3", "wrong 0: C");
  assert_mark ("::a::Q {=caf\xc3\xa9}", "text:Cafe\xcc\x81", "right 100: ");
  assert_mark ("// [case:sensitive]\n::a::Q {=Grant}", "text:grant", "wrong 0: ");
  assert_mark ("::a::Q {=Grant}", "text:Granted", "wrong 0: ");
}

static void
test_numbers_have_a_tolerance (void)
{
  assert_mark ("::a::Q {#3:0.5}", "text:3.5", "right 100: ");
  assert_mark ("::a::Q {#3:0.5}", "text:3.51", "wrong 0: ");
  assert_mark ("::a::Q {#0.3}", "text:0.30000000000000004", "right 100: ");
  assert_mark ("::a::Q {#1..5}", "text:5", "right 100: ");
  assert_mark ("::a::Q {#-5..-1}", "text:-5", "right 100: ");
  assert_mark ("::a::Q {#=3#A =%50%1..5#B ~#C}", "text:4", "partly 50: B");
  assert_mark ("::a::Q {#=3#A =%50%1..5#B ~#C}", "text:40", "wrong 0: C");
  assert_mark ("::a::Q {#3}", "text:three", "wrong 0: ");
}

static void
test_pairs_places_and_points_bring_their_share (void)
{
  const char      *pairs = "::a::Q {=a -> 1 =b -> 2 = -> 3 ####G}";
  g_autofree char *one = kist_answer_make_id ("1"), *two = kist_answer_make_id ("2");
  g_autofree char *a = kist_answer_make_id ("a"), *b = kist_answer_make_id ("b");
  g_autofree char *right = g_strdup_printf ("pairs:%s=%s %s=%s", b, two, a, one);
  g_autofree char *half = g_strdup_printf ("pairs:%s=%s %s=%s", b, one, a, one);

  assert_mark (pairs, right, "right 100: G");
  assert_mark (pairs, half, "partly 50: G");
  assert_chosen ("::a::Q {>\na\nb\nc\n}", "012", "right 100: ");
  assert_chosen ("::a::Q {>\na\nb\nc\n}", "021", "partly 33: ");
  assert_chosen ("::a::Q {>\na\nb\nc\n}", "120", "wrong 0: ");
  assert_chosen ("::a::Q {####G\n- a\n- b}", "1", "own 50: G");
  assert_chosen ("::a::Q {}", "", "own 100: ");
}

/* A new edition inserts an answer, turns the others round, mends a comma. */
static void
test_a_new_edition_moves_no_response (void)
{
  g_autoptr (KistQuiz) before = quiz_parse ("::a::Q {~Delete it, now. =Tell somebody. ~Wait}");
  g_autoptr (KistQuiz) after = quiz_parse ("::a::Q {~Run ~Wait =Tell  somebody ~delete it now!}");
  g_autoptr (KistQuiz) renamed = quiz_parse ("::a::Q {~Run\n// [id:deleted]\n~Remove it =Report it}");

  for (unsigned i = 0; i < 3; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (kist_quiz_get_question (before, 0), i);
      g_autofree char  *stored = g_strdup_printf ("chosen:%s", answer->id);
      g_autoptr (KistResponse) now = kist_response_parse (kist_quiz_get_question (after, 0), 0, stored);
      g_autoptr (KistResponse) gone = kist_response_parse (kist_quiz_get_question (renamed, 0), 0, stored);

      g_assert_true (
          kist_response_has_id (now, kist_question_get_answer (kist_quiz_get_question (after, 0), 3 - i)->id));
      g_assert_null (gone);
    }
  g_assert_cmpstr (kist_question_get_answer (kist_quiz_get_question (renamed, 0), 1)->id, ==, "deleted");
}

/* Of an order what is new goes last; of pairs what is gone is open again. */
static void
test_a_new_edition_keeps_what_is_left_of_an_order (void)
{
  g_autofree char *stored = dup_chosen ("::a::Q {>\na\nb\nc\n}", "210");
  g_autoptr (KistQuiz) after = quiz_parse ("::a::Q {>\na\nnew\nc\n}");
  const KistQuestion *question = kist_quiz_get_question (after, 0);
  g_autoptr (KistResponse) response = kist_response_parse (question, 0, stored);

  g_assert_cmpuint (kist_response_get_n_ids (response), ==, 3);
  g_assert_cmpstr (kist_response_get_id (response, 0), ==, kist_question_get_answer (question, 2)->id);
  g_assert_cmpstr (kist_response_get_id (response, 1), ==, kist_question_get_answer (question, 0)->id);
  g_assert_cmpstr (kist_response_get_id (response, 2), ==, kist_question_get_answer (question, 1)->id);
}

/* These ids stand in people's databases: if one of them changes here, their answers are lost. */
static void
test_ids_are_for_good (void)
{
  const char      *cases[][2] = { { "Tell somebody.", "tell-somebody-" },
                                  { "Ring a number you had before the message came", "ring-a-number-you-had-be-" },
                                  { "?", "x-" } };
  g_autofree char *known = kist_answer_make_id ("True");

  g_assert_cmpstr (known, ==, "true-4db211e5");
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = kist_answer_make_id (cases[i][0]);

      g_assert_true (g_str_has_prefix (id, cases[i][1]));
      g_assert_cmpuint (strlen (id), ==, strlen (cases[i][1]) + 8);
    }
}

static void
test_events_of_the_first_version_still_count (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse ("::a::Q {=a ~b ~c}\n\n::s::Q {=a}");
  const KistQuestion *question = kist_quiz_get_question (quiz, 0);
  g_autoptr (KistResponse) right = kist_response_parse (question, 0, "right");
  g_autoptr (KistResponse) wrong = kist_response_parse (question, 2, "wrong");

  g_assert_cmpstr (kist_response_get_id (right, 0), ==, kist_question_get_answer (question, 0)->id);
  g_assert_cmpstr (kist_response_get_id (wrong, 0), ==, kist_question_get_answer (question, 2)->id);
  g_assert_null (kist_response_parse (question, 1, "right"));
  g_assert_null (kist_response_parse (question, 3, "wrong"));
  g_assert_null (kist_response_parse (question, -1, "wrong"));
  g_assert_null (kist_response_parse (question, 0, NULL));
  g_assert_null (kist_response_parse (kist_quiz_get_question (quiz, 1), 0, "right"));
}

static void
test_a_response_comes_back_from_its_text (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse ("::s::Q {=a}");
  g_autoptr (KistResponse) response = kist_response_new_text ("chosen:a b=c:d");
  g_autofree char *text = kist_response_to_text (response);
  g_autoptr (KistResponse) again = kist_response_parse (kist_quiz_get_question (quiz, 0), 100, text);

  g_assert_cmpstr (kist_response_get_text (again), ==, "chosen:a b=c:d");
}

static void
test_what_is_shuffled_is_never_right_and_never_moves (void)
{
  g_autoptr (KistQuiz) quiz = quiz_parse ("::a::Q {>\na\nb\n}\n\n::b::Q {>\nb\na\n}");

  for (unsigned i = 0; i < 2; i++)
    {
      const KistQuestion *question = kist_quiz_get_question (quiz, i);
      g_autoptr (GPtrArray) shuffled = kist_question_dup_shuffled (question);

      g_assert_true (g_ptr_array_index (shuffled, 0) == kist_question_get_answer (question, 1));
      g_assert_true (g_ptr_array_index (shuffled, 1) == kist_question_get_answer (question, 0));
    }
}

static void
test_numbers_are_read_as_people_write_them (void)
{
  const struct
  {
    const char *text;
    char        sign;
    double      number;
  } cases[] = {
    { "2.5", '.', 2.5 },
    { "2,5", ',', 2.5 },
    { "2,5", '.', 2.5 },
    { "2.5", ',', 2.5 },
    { "2,500", '.', 2500 },
    { "2.500", ',', 2500 },
    { "2,500", ',', 2.5 },
    { "2.500", '.', 2.5 },
    { " 1 000 ", '.', 1000 },
    { "1,000,000.5", '.', 1000000.5 },
    { "-3", '.', -3 },
    { "\xe2\x88\x92"
      "3",
      '.', -3 },
    { "1e3", '.', 1000 },
  };
  const char *none[] = { "", " ", "three", "1.2.3", "0x10", "inf", "nan", "1e999", "--1", "1,2,3", "." };
  double      number;

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (kist_number_parse (cases[i].text, cases[i].sign, &number));
      g_assert_cmpfloat (number, ==, cases[i].number);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (kist_number_parse (none[i], '.', &number));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add_func ("/mark/" name, function)
  ADD ("choices-add-up-between-nothing-and-all", test_choices_add_up_between_nothing_and_all);
  ADD ("the-first-short-answer-that-fits-counts", test_the_first_short_answer_that_fits_counts);
  ADD ("numbers-have-a-tolerance", test_numbers_have_a_tolerance);
  ADD ("pairs-places-and-points-bring-their-share", test_pairs_places_and_points_bring_their_share);
  ADD ("a-new-edition-moves-no-response", test_a_new_edition_moves_no_response);
  ADD ("a-new-edition-keeps-what-is-left-of-an-order", test_a_new_edition_keeps_what_is_left_of_an_order);
  ADD ("ids-are-for-good", test_ids_are_for_good);
  ADD ("events-of-the-first-version-still-count", test_events_of_the_first_version_still_count);
  ADD ("a-response-comes-back-from-its-text", test_a_response_comes_back_from_its_text);
  ADD ("what-is-shuffled-is-never-right-and-never-moves", test_what_is_shuffled_is_never_right_and_never_moves);
  ADD ("numbers-are-read-as-people-write-them", test_numbers_are_read_as_people_write_them);
  return g_test_run ();
}
