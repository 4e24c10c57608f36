/* What a map's page shows and says, without a display. */
#include "ui/practise/map/kist-map-state.h"

static const char twee[] = ":: StoryData\n{\"start\": \"Friday\"}\n"
                           ":: Friday [decision]\n.\n[[Accept->Saturday]]\n[[Leave->Slept]]\n[[Ask Ana->Secret]]\n"
                           "  if: brave\n"
                           ":: Saturday\n.\n[[Burst->Slept]]\n[[Back->Friday]]\n"
                           ":: Slept [end]\n.\n:: Secret [end]\n.\n";

typedef struct
{
  KistScenario *scenario;
  GPtrArray    *events;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistReport) report = kist_report_new ();

  fixture->scenario = kist_scenario_parse_twee (twee, "s.twee", report);
  g_assert_nonnull (fixture->scenario);
  fixture->events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->events);
  g_assert_finalize_object (fixture->scenario);
}

static void
chose (Fixture *fixture, const char *step, const char *passage, gint64 choice)
{
  g_ptr_array_add (fixture->events,
                   kist_event_new (1, KIST_VERB_CHOSE, "core/media", step, "run", choice, passage, NULL));
}

static KistMapState *
make (Fixture *fixture, const char *choices)
{
  return kist_map_state_new (fixture->scenario, fixture->events, "core/media", "request", choices);
}

static const KistMapStop *
stop (KistMapState *state, unsigned index)
{
  return g_ptr_array_index (state->stops, index);
}

static const KistMapWayOn *
way (KistMapState *state, unsigned stop_index, unsigned index)
{
  return g_ptr_array_index (stop (state, stop_index)->ways, index);
}

static void
test_before_anything_only_the_start_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistMapState) state = make (fixture, "");

  g_assert_cmpstr (state->coverage, ==, "0 of 5 ways walked, 0 of 2 endings found");
  g_assert_cmpuint (state->stops->len, ==, 1);
  g_assert_cmpstr (stop (state, 0)->name, ==, "Friday");
  g_assert_cmpstr (way (state, 0, 0)->choice, ==, "Accept");
  g_assert_cmpstr (way (state, 0, 0)->way, ==, "Not tried yet");
  g_assert_cmpint (way (state, 0, 0)->to, ==, -1);
  g_assert_false (state->has_run);
}

static void
test_what_all_runs_walked_is_told_from_the_start_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistMapState) state = NULL;

  chose (fixture, "request", "Saturday", 0);
  chose (fixture, "request", "Friday", 0);
  chose (fixture, "another", "Friday", 1);
  g_ptr_array_add (fixture->events,
                   kist_event_new (2, KIST_VERB_ENDED, "core/media", "request", "run", 0, "Slept", NULL));
  g_ptr_array_add (fixture->events, kist_event_new (3, KIST_VERB_OPENED, "core/media", "request", NULL, 0, NULL, NULL));
  state = make (fixture, "");
  g_assert_cmpstr (state->coverage, ==, "2 of 5 ways walked, 1 of 2 endings found");
  g_assert_cmpuint (state->stops->len, ==, 3);
  g_assert_cmpstr (stop (state, 1)->name, ==, "Saturday");
  g_assert_cmpstr (stop (state, 2)->name, ==, "Slept");
  g_assert_cmpstr (stop (state, 2)->state, ==, "Ending, in an earlier run");
  g_assert_cmpstr (way (state, 0, 0)->way, ==, "Led to “Saturday” earlier");
  g_assert_cmpint (way (state, 0, 0)->to, ==, 1);
  g_assert_cmpstr (way (state, 0, 1)->way, ==, "Not tried yet");
}

static void
test_a_hidden_way_and_an_unknown_ending_are_not_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistMapState) state = make (fixture, "0,0");

  for (unsigned i = 0; i < state->stops->len; i++)
    g_assert_cmpstr (stop (state, i)->name, !=, "Secret");
  g_assert_cmpstr (way (state, 0, 2)->choice, ==, "A way that is not always open");
  g_assert_cmpstr (way (state, 0, 2)->way, ==, "Not tried yet");
}

static void
test_this_run_stands_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistMapState) state = NULL;

  chose (fixture, "request", "Friday", 0);
  chose (fixture, "request", "Saturday", 1);
  state = make (fixture, "1");
  g_assert_true (state->has_run);
  g_assert_cmpstr (state->coverage, ==, "3 of 5 ways walked, 1 of 2 endings found");
  g_assert_cmpstr (way (state, 0, 0)->way, ==, "Led to “Saturday” earlier");
  g_assert_cmpstr (way (state, 0, 1)->way, ==, "Led to “Slept” in this run");
}

static void
test_a_run_that_is_no_way_any_more_is_passed_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistMapState) state = make (fixture, "7,7");

  g_assert_false (state->has_run);
  g_assert_cmpstr (state->coverage, ==, "0 of 5 ways walked, 0 of 2 endings found");
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
  add ("/map-state/before-anything-only-the-start-is-told", test_before_anything_only_the_start_is_told);
  add ("/map-state/what-all-runs-walked-is-told-from-the-start-on",
       test_what_all_runs_walked_is_told_from_the_start_on);
  add ("/map-state/a-hidden-way-and-an-unknown-ending-are-not-named",
       test_a_hidden_way_and_an_unknown_ending_are_not_named);
  add ("/map-state/this-run-stands-out", test_this_run_stands_out);
  add ("/map-state/a-run-that-is-no-way-any-more-is-passed-over", test_a_run_that_is_no_way_any_more_is_passed_over);
  return g_test_run ();
}
