/* Two runs beside each other: what is common, where they part, what is each one's own. */
#include "ui/practise/compare/kist-comparison.h"
#include "ui/practise/ending/kist-run-outcome.h"
#include "ui/practise/kist-trail.h"

static const char twee[] = ":: StoryData\n"
                           "{ \"ifid\": \"D674C58C-DEFA-4F70-B7A2-27742230C0FC\", \"format\": \"Kist\",\n"
                           "  \"start\": \"Friday\", \"outcomes\": [\"trust\"] }\n\n"
                           ":: Friday\n[[Accept->Walk]]\n  outcome: trust -2\n[[Leave->Slept]]\n\n"
                           ":: Walk [info]\n[[Go in->Home]]\n\n"
                           ":: Home\n[[Tell->Told]]\n  outcome: trust +9\n  feedback: She *nods*.\n[[Wait->Night]]\n"
                           "[[Count->Home]]\n\n"
                           ":: Night\n[[Ring->Told]]\n[[Sleep->Slept]]\n\n"
                           ":: Told [end]\nIt is said.\n\n"
                           ":: Slept [end]\nYou sleep.\n";

static KistComparison *
compare (const char *a, const char *b)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (twee, "t.twee", report);
  g_autoptr (KistRun) a_run = kist_run_new_from_choices (scenario, a, NULL);
  g_autoptr (KistRun) b_run = kist_run_new_from_choices (scenario, b, NULL);

  return kist_comparison_new (a_run, b_run);
}

static const KistDecision *
decision (GPtrArray *decisions, unsigned index)
{
  g_assert_cmpuint (index, <, decisions->len);
  return g_ptr_array_index (decisions, index);
}

static void
test_runs_part_after_what_they_share (void)
{
  g_autoptr (KistComparison) comparison = compare ("0,0,0", "0,0,1,1");

  g_assert_cmpuint (comparison->common->len, ==, 1);
  g_assert_cmpstr (decision (comparison->common, 0)->passage, ==, "Friday");
  g_assert_cmpstr (comparison->summary, ==, "Both runs begin with the same decision.");
  g_assert_cmpstr (comparison->parting, ==, "Home");
  g_assert_cmpstr (comparison->sides[0].choice, ==, "Tell");
  g_assert_cmpstr (comparison->sides[0].feedback, ==, "She nods.");
  g_assert_cmpuint (comparison->sides[0].decisions->len, ==, 0);
  g_assert_cmpstr (comparison->sides[0].ending, ==, "Told");
  g_assert_cmpstr (comparison->sides[1].choice, ==, "Wait");
  g_assert_null (comparison->sides[1].feedback);
  g_assert_cmpuint (comparison->sides[1].decisions->len, ==, 1);
  g_assert_cmpstr (decision (comparison->sides[1].decisions, 0)->choice, ==, "Sleep");
  g_assert_cmpstr (comparison->sides[1].ending, ==, "Slept");
}

static void
test_bars_of_both_share_their_ends (void)
{
  g_autoptr (KistComparison) comparison = compare ("0,0,0", "0,0,1,1");
  const KistRunOutcome *a = comparison->sides[0].outcomes->pdata[0];
  const KistRunOutcome *b = comparison->sides[1].outcomes->pdata[0];

  g_assert_cmpint (a->value, ==, 7);
  g_assert_cmpint (b->value, ==, -2);
  g_assert_cmpint (comparison->limit, ==, 7);
}

static void
test_runs_may_part_at_once (void)
{
  g_autoptr (KistComparison) comparison = compare ("1", "0,0,0");

  g_assert_cmpuint (comparison->common->len, ==, 0);
  g_assert_cmpstr (comparison->parting, ==, "Friday");
  g_assert_cmpstr (comparison->summary, ==, "The runs part at the first decision.");
  g_assert_cmpuint (comparison->sides[1].decisions->len, ==, 1);
  g_assert_cmpstr (decision (comparison->sides[1].decisions, 0)->passage, ==, "Home");
}

static void
test_same_way_has_no_parting (void)
{
  g_autoptr (KistComparison) comparison = compare ("0,0,0", "0,0,0");

  g_assert_null (comparison->parting);
  g_assert_cmpuint (comparison->common->len, ==, 2);
  g_assert_null (comparison->sides[0].choice);
  g_assert_cmpstr (comparison->sides[1].ending, ==, "Told");
}

static void
test_run_that_stops_has_no_choice_there (void)
{
  g_autoptr (KistComparison) comparison = compare ("0,0", "0,0,0");

  g_assert_cmpstr (comparison->parting, ==, "Home");
  g_assert_null (comparison->sides[0].choice);
  g_assert_null (comparison->sides[0].ending);
  g_assert_cmpstr (comparison->sides[1].choice, ==, "Tell");
}

/* A run that goes round as often as that, and then waits for the night. */
static char *
dup_circles (unsigned n, const char *end)
{
  GString *choices = g_string_new ("0,0");

  for (unsigned i = 0; i < n; i++)
    g_string_append (choices, ",2");
  g_string_append (choices, end);
  return g_string_free (choices, FALSE);
}

static void
test_long_runs_are_told_in_short (void)
{
  g_autofree char *a = dup_circles (4000, ",0");
  g_autofree char *b = dup_circles (5000, ",1,1");
  g_autoptr (KistComparison) comparison = compare (a, b);
  GPtrArray *own = comparison->sides[1].decisions;

  g_assert_cmpstr (comparison->summary, ==, "Both runs begin with the same 4001 decisions.");
  g_assert_cmpuint (comparison->common->len, ==, KIST_TRAIL_MAX_DECISIONS);
  g_assert_cmpuint (decision (comparison->common, KIST_TRAIL_MAX_DECISIONS / 2)->n_left_out, ==, 3901);
  g_assert_cmpuint (comparison->sides[0].decisions->len, ==, 0);
  g_assert_cmpuint (own->len, ==, KIST_TRAIL_MAX_DECISIONS);
  g_assert_cmpuint (decision (own, KIST_TRAIL_MAX_DECISIONS / 2)->n_left_out, ==, 901);
  g_assert_cmpstr (decision (own, own->len - 1)->choice, ==, "Sleep");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/comparison/runs-part-after-what-they-share", test_runs_part_after_what_they_share);
  g_test_add_func ("/comparison/bars-of-both-share-their-ends", test_bars_of_both_share_their_ends);
  g_test_add_func ("/comparison/runs-may-part-at-once", test_runs_may_part_at_once);
  g_test_add_func ("/comparison/same-way-has-no-parting", test_same_way_has_no_parting);
  g_test_add_func ("/comparison/run-that-stops-has-no-choice-there", test_run_that_stops_has_no_choice_there);
  g_test_add_func ("/comparison/long-runs-are-told-in-short", test_long_runs_are_told_in_short);
  return g_test_run ();
}
