#include "base/kist-error.h"
#include "scenario/kist-run.h"

#include <string.h>

#include "run-fixture.h"

/* Takes the first choice offered whose text is @text. */
static KistRun *
choose (KistRun *run, const char *text)
{
  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    if (g_str_equal (kist_run_get_offered (run, i)->text, text))
      {
        g_autoptr (GError) error = NULL;
        KistRun *next = kist_run_choose (run, i, &error);

        g_assert_no_error (error);
        return next;
      }
  g_assert_not_reached ();
}

static gboolean
is_offered (KistRun *run, const char *text)
{
  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    if (g_str_equal (kist_run_get_offered (run, i)->text, text))
      return TRUE;
  return FALSE;
}

static const char *
name_of (KistRun *run)
{
  return kist_scenario_get_passage (kist_run_get_scenario (run), kist_run_get_passage (run))->name;
}

static void
test_starts_at_the_start_with_nothing_counted (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: StoryData\n{\"start\": \"B\", \"outcomes\": [\"you\"]}\n"
                                                         ":: A [end]\nx\n:: B\n[[A]]\n");
  g_autoptr (KistRun) run = kist_run_new (scenario);
  g_autofree char *choices = kist_run_dup_choices (run);

  g_assert_cmpstr (name_of (run), ==, "B");
  g_assert_cmpuint (kist_run_get_visited (run, 1), ==, 1);
  g_assert_cmpuint (kist_run_get_visited (run, 0), ==, 0);
  g_assert_cmpint (kist_run_get_outcome (run, 0), ==, 0);
  g_assert_cmpint (kist_run_get_score (run), ==, 0);
  g_assert_cmpint (kist_run_get_variable (run, "anything"), ==, 0);
  g_assert_cmpuint (kist_run_get_length (run), ==, 0);
  g_assert_false (kist_run_is_ended (run));
  g_assert_cmpstr (choices, ==, "");
}

/* As its author tries it. */
static void
test_begins_at_any_passage_and_comes_back_to_it (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: Start\n[[B]]\n:: B\n[[C]]\n:: C [end]\nx\n");
  g_autoptr (KistRun) run = kist_run_new_at (scenario, 1);
  g_autoptr (KistRun) next = choose (run, "C");
  g_autoptr (KistRun) back = kist_run_go_back (next, 1);

  g_assert_cmpstr (name_of (run), ==, "B");
  g_assert_cmpuint (kist_run_get_visited (next, 0), ==, 0);
  g_assert_cmpstr (name_of (next), ==, "C");
  g_assert_cmpstr (name_of (back), ==, "B");
}

static void
test_choosing_changes_the_new_run_and_not_the_old (void)
{
  g_autoptr (KistScenario) scenario =
      run_fixture_parse (":: StoryData\n{\"outcomes\": [\"you\", \"trust\"]}\n:: Start\n[[Go->End]]\n"
                         "  outcome: trust -2, you +1\n  outcome: trust -1\n  score: 5\n  set: a = 3\n"
                         ":: End [end]\nx\n");
  g_autoptr (KistRun) before = kist_run_new (scenario);
  g_autoptr (KistRun) untouched = kist_run_new (scenario);
  g_autoptr (KistRun) after = choose (before, "Go");

  run_fixture_assert_same (before, untouched);
  g_assert_cmpstr (name_of (after), ==, "End");
  g_assert_true (kist_run_is_ended (after));
  g_assert_cmpuint (kist_run_get_n_offered (after), ==, 0);
  g_assert_cmpint (kist_run_get_outcome (after, 0), ==, 1);
  g_assert_cmpint (kist_run_get_outcome (after, 1), ==, -3);
  g_assert_cmpint (kist_run_get_score (after), ==, 5);
  g_assert_cmpint (kist_run_get_variable (after, "a"), ==, 3);
  g_assert_cmpuint (kist_run_get_length (after), ==, 1);
  g_assert_cmpuint (kist_run_get_trail_step (after, 0)->passage, ==, 0);
}

static void
test_set_lines_run_top_to_bottom_before_entering (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: Start\n[[Go->End]]\n"
                                                         "  set: a = a + 1\n"
                                                         "  set: b = a * 10\n"
                                                         "  set: a = b - 3\n"
                                                         "  set: c = visited(\"End\") + 100 * visited(\"Start\")\n"
                                                         ":: End\n[[Again->Start]]\n");
  g_autoptr (KistRun) start = kist_run_new (scenario);
  g_autoptr (KistRun) end = choose (start, "Go");

  g_assert_cmpint (kist_run_get_variable (end, "a"), ==, 7);
  g_assert_cmpint (kist_run_get_variable (end, "b"), ==, 10);
  g_assert_cmpint (kist_run_get_variable (end, "c"), ==, 100);
}

static void
test_conditions_see_variables_and_visits_up_to_now (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: Start\n"
                                                         "[[Round->Start]]\n  set: a = a + 1\n"
                                                         "[[Third time->End]]\n  if: visited(\"Start\") == 3\n"
                                                         "[[After one->End]]\n  if: a == 1\n"
                                                         "[[Flag->End]]\n  if: b\n"
                                                         "[[No flag->End]]\n  if: not b\n"
                                                         ":: End [end]\nx\n");
  g_autoptr (KistRun) first = kist_run_new (scenario);
  g_autoptr (KistRun) second = choose (first, "Round");
  g_autoptr (KistRun) third = choose (second, "Round");
  g_autoptr (KistRun) end = choose (third, "Third time");

  g_assert_false (is_offered (first, "Third time") || is_offered (first, "After one") || is_offered (first, "Flag"));
  g_assert_true (is_offered (first, "No flag"));
  g_assert_true (is_offered (second, "After one") && !is_offered (second, "Third time"));
  g_assert_true (is_offered (third, "Third time") && !is_offered (third, "After one"));
  g_assert_cmpuint (kist_run_get_visited (end, 0), ==, 3);
  g_assert_cmpuint (kist_run_get_trail_step (end, 2)->choice, ==, 1);
}

static void
test_once_is_offered_until_it_was_taken (void)
{
  g_autoptr (KistScenario) scenario =
      run_fixture_parse (":: Start\n[[Ask->Other]]\n  once: true\n[[Wait->Other]]\n  once: false\n"
                         ":: Other\n[[Back->Start]]\n[[Ask->Start]]\n  once: true\n");
  g_autoptr (KistRun) start = kist_run_new (scenario);
  g_autoptr (KistRun) waited = choose (start, "Wait");
  g_autoptr (KistRun) again = choose (waited, "Back");
  g_autoptr (KistRun) asked = choose (again, "Ask");
  g_autoptr (KistRun) back = choose (asked, "Back");

  g_assert_true (is_offered (again, "Ask"));
  g_assert_true (is_offered (asked, "Ask")); /* the other passage's own */
  g_assert_false (is_offered (back, "Ask"));
  g_assert_true (is_offered (back, "Wait"));
}

static void
test_an_ending_offers_nothing (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: Start [end]\nx [[Again->Start]]\n");
  g_autoptr (KistRun) run = kist_run_new (scenario);
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_run_is_ended (run));
  g_assert_cmpuint (kist_run_get_n_offered (run), ==, 0);
  g_assert_null (kist_run_choose (run, 0, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
}

static void
test_overflow_is_an_error_of_the_run (void)
{
  const char *keys[] = {
    "  set: a = 9223372036854775807 + visited(\"Start\")\n", "  outcome: you +9223372036854775807\n  outcome: you +1\n",
    "  outcome: you -9223372036854775808\n  outcome: you -1\n",
    "  set: b = 9223372036854775807\n", /* End's condition then overflows */
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = g_strconcat (":: StoryData\n{\"outcomes\": [\"you\"]}\n:: Start\n[[Go->End]]\n", keys[i],
                                           ":: End\n[[Start]]\n  if: b + 1 > 0\n", NULL);
      g_autoptr (KistScenario) scenario = run_fixture_parse (text);
      g_autoptr (KistRun) run = kist_run_new (scenario);
      g_autoptr (GError) chosen = NULL;
      g_autoptr (GError) replayed = NULL;

      g_assert_null (kist_run_choose (run, 0, &chosen));
      g_assert_error (chosen, KIST_ERROR, KIST_ERROR_OVERFLOW);
      g_assert_null (kist_run_new_from_choices (scenario, "0", &replayed));
      g_assert_error (replayed, KIST_ERROR, KIST_ERROR_OVERFLOW);
    }
}

static void
test_score_that_overflows_is_said_and_not_wrapped (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: Start\n[[Start]]\n  score: 5000000000000000000\n");
  g_autoptr (KistRun) run = kist_run_new (scenario);
  g_autoptr (KistRun) once = kist_run_choose (run, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_run_choose (once, 0, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_OVERFLOW);
  g_assert_nonnull (strstr (error->message, "“Start”"));
}

/* H5P Branching Scenario, dynamic score: coming back to a screen loses what was earned since. */
static void
test_points_of_a_loop_are_lost_where_it_closes (void)
{
  const char      *body = ":: Start\n[[A]]\n  score: 1\n:: A\n[[B]]\n  score: 10\n[[Out->End]]\n  score: 1000\n"
                          ":: B\n[[Back->A]]\n  score: 100\n[[Home->Start]]\n  score: -5\n:: End [end]\nx\n";
  g_autofree char *cut = g_strconcat (":: StoryData\n{\"scoring\": \"without-loops\"}\n", body, NULL);
  static const struct
  {
    const char *choices;
    gint64      all;
    gint64      without_loops;
  } cases[] = { { "0", 1, 1 },     { "0,0", 11, 11 },           { "0,0,0", 111, 1 },          { "0,0,0,0", 121, 11 },
                { "0,0,1", 6, 0 }, { "0,0,1,0,1", 1007, 1001 }, { "0,0,0,0,0,1", 1221, 1001 } };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    for (unsigned is_cut = 0; is_cut < 2; is_cut++)
      {
        g_autoptr (KistScenario) scenario = run_fixture_parse (is_cut ? cut : body);
        g_autoptr (KistRun) run = kist_run_new_from_choices (scenario, cases[i].choices, NULL);

        g_assert_cmpint (kist_run_get_score (run), ==, is_cut ? cases[i].without_loops : cases[i].all);
      }
}

static void
test_stored_choices_are_numbered_as_they_stand_in_the_passage (void)
{
  g_autoptr (KistScenario) scenario =
      run_fixture_parse (":: Start\n[[Hidden->Start]]\n  if: a\n[[Seen->End]]\n:: End [end]\nx\n");
  g_autoptr (KistRun) start = kist_run_new (scenario);
  g_autoptr (KistRun) end = kist_run_choose (start, 0, NULL);
  g_autofree char *choices = kist_run_dup_choices (end);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) replayed = kist_run_new_from_choices (scenario, choices, &error);

  g_assert_cmpstr (choices, ==, "1");
  g_assert_no_error (error);
  run_fixture_assert_same (end, replayed);
}

static void
test_stored_choices_that_do_not_fit_are_refused_with_the_step (void)
{
  g_autoptr (KistScenario) scenario =
      run_fixture_parse (":: Start\n[[Hidden->Start]]\n  if: a\n[[Round->Start]]\n[[Go->End]]\n:: End [end]\nx\n");
  static const struct
  {
    const char *choices;
    KistError   code;
    const char *said;
  } cases[] = {
    { "0", KIST_ERROR_INVALID, "Step 1: in “Start” the choice “Hidden” is not offered" },
    { "1,3", KIST_ERROR_NOT_FOUND, "Step 2: “Start” has 3 choices" },
    { "1,2,0", KIST_ERROR_NOT_FOUND, "Step 3: “End” has 0 choices" },
    { ",", KIST_ERROR_INVALID, "Step 1" },
    { "1,", KIST_ERROR_INVALID, "Step 1" },
    { "1,,1", KIST_ERROR_INVALID, "Step 2" },
    { "1;1", KIST_ERROR_INVALID, "Step 1" },
    { "-1", KIST_ERROR_INVALID, "Step 1" },
    { " 1", KIST_ERROR_INVALID, "Step 1" },
    { "x", KIST_ERROR_INVALID, "Step 1" },
    { "99999999999999999999999999", KIST_ERROR_INVALID, "Step 1" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].choices);
      g_assert_null (kist_run_new_from_choices (scenario, cases[i].choices, &error));
      g_assert_error (error, KIST_ERROR, (int)cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

static void
test_a_run_does_not_grow_without_end (void)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (":: Start\n[[Start]]\n");
  g_autoptr (GString) choices = g_string_new ("0");
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) longest = NULL;

  for (unsigned i = 1; i < 10000; i++)
    g_string_append (choices, ",0");
  longest = kist_run_new_from_choices (scenario, choices->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kist_run_get_visited (longest, 0), ==, 10001);
  g_assert_null (kist_run_choose (longest, 0, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/run/starts-at-the-start-with-nothing-counted", test_starts_at_the_start_with_nothing_counted);
  g_test_add_func ("/run/begins-at-any-passage-and-comes-back-to-it", test_begins_at_any_passage_and_comes_back_to_it);
  g_test_add_func ("/run/choosing-changes-the-new-run-and-not-the-old",
                   test_choosing_changes_the_new_run_and_not_the_old);
  g_test_add_func ("/run/set-lines-run-top-to-bottom-before-entering",
                   test_set_lines_run_top_to_bottom_before_entering);
  g_test_add_func ("/run/conditions-see-variables-and-visits-up-to-now",
                   test_conditions_see_variables_and_visits_up_to_now);
  g_test_add_func ("/run/once-is-offered-until-it-was-taken", test_once_is_offered_until_it_was_taken);
  g_test_add_func ("/run/an-ending-offers-nothing", test_an_ending_offers_nothing);
  g_test_add_func ("/run/overflow-is-an-error-of-the-run", test_overflow_is_an_error_of_the_run);
  g_test_add_func ("/run/points-of-a-loop-are-lost-where-it-closes", test_points_of_a_loop_are_lost_where_it_closes);
  g_test_add_func ("/run/score-that-overflows-is-said-and-not-wrapped",
                   test_score_that_overflows_is_said_and_not_wrapped);
  g_test_add_func ("/run/stored-choices-are-numbered-as-they-stand-in-the-passage",
                   test_stored_choices_are_numbered_as_they_stand_in_the_passage);
  g_test_add_func ("/run/stored-choices-that-do-not-fit-are-refused-with-the-step",
                   test_stored_choices_that_do_not_fit_are_refused_with_the_step);
  g_test_add_func ("/run/a-run-does-not-grow-without-end", test_a_run_does_not_grow_without_end);
  return g_test_run ();
}
