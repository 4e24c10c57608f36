/* Recorded runs, played again in a scenario that is the same or has changed since. */
#include "learner-fixture.h"
#include "library/runs/kist-run-replay.h"

#define RUN "run"

static const char before[] = ":: StoryTitle\nA request\n\n:: StoryData\n"
                             "{ \"ifid\": \"D674C58C-DEFA-4F70-B7A2-27742230C0FC\", \"format\": \"Kist\",\n"
                             "  \"start\": \"Friday\", \"outcomes\": [\"trust\"] }\n\n"
                             ":: Friday\n[[Wait->Saturday]]\n[[Leave->Left]]\n\n"
                             ":: Saturday\n[[Answer->Answered]]\n[[Leave->Left]]\n\n"
                             ":: Answered [end]\nIt is late.\n\n"
                             ":: Left [end]\nYou sleep.\n";

static KistScenario *
read_scenario (const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (before, old, -1);
  g_autofree char *twee = g_strjoinv (new, parts);
  g_autoptr (KistReport) report = kist_report_new ();
  KistScenario *scenario = kist_scenario_parse_twee (twee, "request.twee", report);

  g_assert_nonnull (scenario);
  return scenario;
}

static void
choose (Learner *learner, const char *passage, gint64 choice)
{
  learner_does (learner, LEARNER_NOON, KIST_VERB_CHOSE, "core/media/request", RUN, choice, passage);
}

static void
assert_way (Learner *learner, KistScenario *scenario, const char *expected)
{
  g_autoptr (GPtrArray) records = kist_run_records_of (learner->events, "core/media", "request");
  g_autoptr (KistRun) run = kist_run_record_replay (g_ptr_array_index (records, 0), scenario);
  g_autofree char *way = run ? kist_run_dup_choices (run) : NULL;

  g_assert_cmpstr (way, ==, expected);
}

static void
test_run_is_played_again (Learner *learner, gconstpointer data)
{
  g_autoptr (KistScenario) scenario = read_scenario ("late", "late");

  choose (learner, "Friday", 0);
  choose (learner, "Saturday", 1);
  assert_way (learner, scenario, "0,1");
  learner_does (learner, LEARNER_NOON, KIST_VERB_ENDED, "core/media/request", RUN, 0, "Left");
  assert_way (learner, scenario, "0,1");
}

static void
test_changed_way_is_not_played_as_another (Learner *learner, gconstpointer data)
{
  g_autoptr (KistScenario) renamed = read_scenario ("Saturday", "Sunday");
  g_autoptr (KistScenario) swapped =
      read_scenario ("[[Answer->Answered]]\n[[Leave->Left]]", "[[Leave->Left]]\n[[Answer->Answered]]");
  g_autoptr (KistScenario) shortened = read_scenario ("[[Answer->Answered]]\n[[Leave->Left]]", "[[Leave->Left]]");

  choose (learner, "Friday", 0);
  choose (learner, "Saturday", 1);
  learner_does (learner, LEARNER_NOON, KIST_VERB_ENDED, "core/media/request", RUN, 0, "Left");
  assert_way (learner, renamed, NULL);
  assert_way (learner, swapped, NULL);
  assert_way (learner, shortened, NULL);
}

/* Before going back was recorded, it showed only in where the next choice was taken. */
static void
test_older_run_is_without_what_was_taken_back (Learner *learner, gconstpointer data)
{
  g_autoptr (KistScenario) scenario = read_scenario ("late", "late");

  choose (learner, "Friday", 0);
  choose (learner, "Friday", 0);
  choose (learner, "Saturday", 0);
  assert_way (learner, scenario, "0,0");
}

static void
test_damage_is_no_way (Learner *learner, gconstpointer data)
{
  g_autoptr (KistScenario) scenario = read_scenario ("late", "late");

  choose (learner, NULL, 0);
  assert_way (learner, scenario, NULL);
}

#define ADD(name, test) g_test_add ("/run-replay/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("run-is-played-again", test_run_is_played_again);
  ADD ("changed-way-is-not-played-as-another", test_changed_way_is_not_played_as_another);
  ADD ("older-run-is-without-what-was-taken-back", test_older_run_is_without_what_was_taken_back);
  ADD ("damage-is-no-way", test_damage_is_no_way);
  return g_test_run ();
}
