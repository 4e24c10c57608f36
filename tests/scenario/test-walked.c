/* What was walked of a scenario: which choices, which endings, and of how many. */
#include "scenario/graph/kist-walked.h"

#include "run-fixture.h"

static const char twee[] = ":: StoryData\n{\"start\": \"Start\"}\n"
                           ":: Start\n[[a->Middle]]\n[[b->Middle]]\n[[c->Left]]\n"
                           ":: Middle\n[[d->Right]]\n[[e->Start]]\n"
                           ":: Left [end]\n.\n:: Right [end]\n.\n:: Alone\n[[f->Hidden]]\n:: Hidden [end]\n.\n";

typedef struct
{
  KistScenario *scenario;
  KistGraph    *graph;
  KistWalked   *walked;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scenario = run_fixture_parse (twee);
  fixture->graph = kist_graph_new (fixture->scenario);
  fixture->walked = kist_walked_new (fixture->graph);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->walked);
  g_assert_finalize_object (fixture->graph);
  g_assert_finalize_object (fixture->scenario);
}

static KistWalkedWhen
passage (Fixture *fixture, const char *name)
{
  return kist_walked_get_passage (fixture->walked, (unsigned)kist_scenario_lookup (fixture->scenario, name));
}

static void
test_at_first_only_the_start_is_known (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (passage (fixture, "Start"), ==, KIST_WALKED_EARLIER);
  g_assert_cmpint (passage (fixture, "Middle"), ==, KIST_WALKED_NEVER);
  g_assert_cmpuint (kist_walked_count_edges (fixture->walked), ==, 0);
  g_assert_cmpuint (kist_walked_count_endings (fixture->walked), ==, 0);
  g_assert_cmpuint (kist_walked_count_reachable_endings (fixture->walked), ==, 2);
}

static void
test_each_choice_counts_once (Fixture *fixture, gconstpointer data)
{
  kist_walked_add (fixture->walked, "Start", 0);
  kist_walked_add (fixture->walked, "Start", 0);
  kist_walked_add (fixture->walked, "Start", 1);
  g_assert_cmpuint (kist_walked_count_edges (fixture->walked), ==, 2);
  g_assert_cmpint (passage (fixture, "Middle"), ==, KIST_WALKED_EARLIER);
  g_assert_cmpint (passage (fixture, "Right"), ==, KIST_WALKED_NEVER);
}

static void
test_this_run_stands_out_and_stays_counted_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistRun) run = kist_run_new_from_choices (fixture->scenario, "1,0", NULL);

  g_assert_nonnull (run);
  kist_walked_add (fixture->walked, "Start", 1);
  kist_walked_add_run (fixture->walked, run);
  kist_walked_add (fixture->walked, "Start", 1);
  kist_walked_add (fixture->walked, "Start", 2);
  kist_walked_add_ending (fixture->walked, "Left");
  g_assert_cmpint (kist_walked_get_edge (fixture->walked, 1), ==, KIST_WALKED_NOW);
  g_assert_cmpint (kist_walked_get_edge (fixture->walked, 2), ==, KIST_WALKED_EARLIER);
  g_assert_cmpint (kist_walked_get_edge (fixture->walked, 0), ==, KIST_WALKED_NEVER);
  g_assert_cmpint (passage (fixture, "Start"), ==, KIST_WALKED_NOW);
  g_assert_cmpint (passage (fixture, "Right"), ==, KIST_WALKED_NOW);
  g_assert_cmpint (passage (fixture, "Left"), ==, KIST_WALKED_EARLIER);
  g_assert_cmpuint (kist_walked_count_edges (fixture->walked), ==, 3);
  g_assert_cmpuint (kist_walked_count_endings (fixture->walked), ==, 2);
}

static void
test_what_the_scenario_no_longer_has_is_passed_over (Fixture *fixture, gconstpointer data)
{
  kist_walked_add (fixture->walked, "Gone", 0);
  kist_walked_add (fixture->walked, "Start", 3);
  kist_walked_add (fixture->walked, "Start", -1);
  kist_walked_add (fixture->walked, "Start", G_MAXINT64);
  kist_walked_add_ending (fixture->walked, "Gone");
  kist_walked_add_ending (fixture->walked, "Middle");
  g_assert_cmpuint (kist_walked_count_edges (fixture->walked), ==, 0);
  g_assert_cmpint (passage (fixture, "Middle"), ==, KIST_WALKED_NEVER);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/walked/at-first-only-the-start-is-known", test_at_first_only_the_start_is_known);
  add ("/walked/each-choice-counts-once", test_each_choice_counts_once);
  add ("/walked/this-run-stands-out-and-stays-counted-once", test_this_run_stands_out_and_stays_counted_once);
  add ("/walked/what-the-scenario-no-longer-has-is-passed-over", test_what_the_scenario_no_longer_has_is_passed_over);
  return g_test_run ();
}
