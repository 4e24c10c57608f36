/* Ten thousand small scenarios, drawn from a fixed seed: going back and choosing the same gives the same, and coverage
 * is what an honest count of all ways says. */
#include "scenario/kist-coverage.h"

#include "run-fixture.h"

#define GRAPHS 10000
#define EACH_COUNTED 10 /* every so many graphs all their states are counted here, too */

/* Few numbers, so that there are few states: a and b are 0 to 2. */
static KistScenario *
make_scenario (GRand *random)
{
  g_autoptr (GString) text = g_string_new (":: StoryData\n{\"start\": \"0\", \"outcomes\": [\"you\"]}\n");
  int n = g_rand_int_range (random, 1, 7);

  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (text, ":: %d%s\nText.\n", i, g_rand_int_range (random, 0, 5) == 0 ? " [end]" : "");
      for (int j = g_rand_int_range (random, 0, 4); j > 0; j--)
        {
          g_string_append_printf (text, "[[c%d->%d]]\n", j, g_rand_int_range (random, 0, n));
          if (g_rand_int_range (random, 0, 3) == 0)
            g_string_append_printf (text, "  if: a == %d or b > %d\n", g_rand_int_range (random, 0, 3),
                                    g_rand_int_range (random, 0, 3));
          if (g_rand_int_range (random, 0, 3) == 0)
            g_string_append_printf (text, "  set: %c = %d\n", "ab"[g_rand_int_range (random, 0, 2)],
                                    g_rand_int_range (random, 0, 3));
          if (g_rand_int_range (random, 0, 8) == 0)
            g_string_append (text, "  once: true\n");
          if (g_rand_boolean (random))
            g_string_append_printf (text, "  outcome: you %+d\n", g_rand_int_range (random, -2, 3));
        }
    }
  return run_fixture_parse (text->str);
}

static KistRun *
walk (KistScenario *scenario, GRand *random, unsigned n_choices)
{
  KistRun *run = kist_run_new (scenario);

  while (n_choices-- > 0 && kist_run_get_n_offered (run) > 0)
    {
      g_autoptr (KistRun) before = run;

      run =
          kist_run_choose (before, (unsigned)g_rand_int_range (random, 0, (int)kist_run_get_n_offered (before)), NULL);
      g_assert_nonnull (run);
    }
  return run;
}

/* Takes the choice that @step took; returns (transfer full). */
static KistRun *
choose_again (KistRun *run, const KistTrailStep *step)
{
  const KistPassage *passage = kist_scenario_get_passage (kist_run_get_scenario (run), step->passage);

  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    if (kist_run_get_offered (run, i) == g_ptr_array_index (passage->choices, step->choice))
      return kist_run_choose (run, i, NULL);
  g_assert_not_reached ();
}

/* Goes back @n_back choices from @last and takes the same ones again. */
static void
assert_comes_back (KistRun *last, unsigned n_back)
{
  g_autofree char *choices = kist_run_dup_choices (last);
  g_autoptr (KistRun) run = kist_run_go_back (last, n_back);
  g_autoptr (KistRun) replayed = kist_run_new_from_choices (kist_run_get_scenario (last), choices, NULL);

  while (kist_run_get_length (run) < kist_run_get_length (last))
    {
      g_autoptr (KistRun) before = run;

      run = choose_again (before, kist_run_get_trail_step (last, kist_run_get_length (before)));
      /* What was chosen from still stands where it stood. */
      g_assert_cmpuint (kist_run_get_passage (before), ==,
                        kist_run_get_trail_step (last, kist_run_get_length (before))->passage);
    }
  run_fixture_assert_same (run, last);
  run_fixture_assert_same (replayed, last);
}

static gpointer
edge (unsigned passage, unsigned choice)
{
  return GUINT_TO_POINTER (passage * KIST_SCENARIO_MAX_CHOICES + choice + 1);
}

static void
collect_edges (KistRun *run, GHashTable *edges)
{
  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    g_hash_table_add (edges,
                      edge (kist_run_get_trail_step (run, i)->passage, kist_run_get_trail_step (run, i)->choice));
}

/* All that can make a difference to what comes next in these scenarios. */
static char *
dup_state (KistRun *run)
{
  GString *state = g_string_new (NULL);
  unsigned taken[64] = { 0 }; /* by passage, a bit for each choice that is offered once */

  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    {
      const KistTrailStep *step = kist_run_get_trail_step (run, i);
      const KistPassage   *passage = kist_scenario_get_passage (kist_run_get_scenario (run), step->passage);

      if (((const KistChoice *)g_ptr_array_index (passage->choices, step->choice))->is_once)
        taken[step->passage] |= 1u << step->choice;
    }
  g_string_append_printf (state, "%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, kist_run_get_passage (run),
                          kist_run_get_variable (run, "a"), kist_run_get_variable (run, "b"));
  for (unsigned i = 0; i < kist_scenario_get_n_passages (kist_run_get_scenario (run)); i++)
    g_string_append_printf (state, " %u", taken[i]);
  return g_string_free (state, FALSE);
}

/* Returns (transfer full): every choice that any run can take, found by playing them all. */
static GHashTable *
find_all_edges (KistScenario *scenario)
{
  GHashTable *edges = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (runs, kist_run_new (scenario));
  for (unsigned i = 0; i < runs->len; i++)
    {
      KistRun *run = g_ptr_array_index (runs, i);

      if (!g_hash_table_add (seen, dup_state (run)))
        continue;
      collect_edges (run, edges);
      for (unsigned j = 0; j < kist_run_get_n_offered (run); j++)
        {
          KistRun *next = kist_run_choose (run, j, NULL);

          collect_edges (next, edges);
          g_ptr_array_add (runs, next);
        }
    }
  return edges;
}

static void
assert_covers (KistCoverage *coverage, KistScenario *scenario, GHashTable *walked)
{
  g_autoptr (GHashTable) all = find_all_edges (scenario);

  g_assert_true (kist_coverage_is_exact (coverage));
  g_assert_cmpuint (kist_coverage_get_n_reachable (coverage), ==, g_hash_table_size (all));
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    for (unsigned j = 0; j < kist_scenario_get_passage (scenario, i)->choices->len; j++)
      {
        g_assert_true (kist_coverage_is_reachable (coverage, i, j) == g_hash_table_contains (all, edge (i, j)));
        g_assert_true (kist_coverage_is_walked (coverage, i, j) == g_hash_table_contains (walked, edge (i, j)));
      }
}

static void
test_ten_thousand_graphs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20263);
  unsigned n_choices = 0;
  unsigned n_part = 0;

  for (unsigned i = 0; i < GRAPHS; i++)
    {
      g_autoptr (KistScenario) scenario = make_scenario (random);
      g_autoptr (KistCoverage) coverage = kist_coverage_new (scenario);
      g_autoptr (GHashTable) walked = g_hash_table_new (NULL, NULL);

      for (unsigned j = 0; j < 2; j++)
        {
          g_autoptr (KistRun) run = walk (scenario, random, 8);

          assert_comes_back (run, (unsigned)g_rand_int_range (random, 0, (int)kist_run_get_length (run) + 1));
          collect_edges (run, walked);
          kist_coverage_add_run (coverage, run);
          n_choices += kist_run_get_length (run);
        }
      g_assert_cmpuint (kist_coverage_get_n_walked (coverage), ==, g_hash_table_size (walked));
      g_assert_cmpuint (kist_coverage_get_n_walked (coverage), <=, kist_coverage_get_n_reachable (coverage));
      n_part += kist_coverage_get_n_walked (coverage) < kist_coverage_get_n_reachable (coverage);
      if (i % EACH_COUNTED == 0)
        assert_covers (coverage, scenario, walked);
    }
  /* Else this test looked at nothing. */
  g_assert_cmpuint (n_choices, >, GRAPHS);
  g_assert_cmpuint (n_part, >, GRAPHS / 10);
}

static void
test_a_way_leads_to_each_passage_that_can_be_reached (void)
{
  g_autoptr (KistScenario) scenario =
      run_fixture_parse (":: Start\nx\n[[Look->Start]]\n  once: true\n[[On->Hall]]\n  if: visited(\"Start\") > 1\n"
                         ":: Hall\nx\n[[End]]\n[[Late]]\n  if: visited(\"Start\") > 2\n"
                         ":: End [end]\nx\n:: Late [end]\nx\n");
  g_autoptr (KistCoverage) coverage = kist_coverage_new (scenario);
  g_autofree char *start = kist_coverage_dup_way (coverage, 0);
  g_autofree char *hall = kist_coverage_dup_way (coverage, 1);
  g_autofree char *end = kist_coverage_dup_way (coverage, 2);

  g_assert_cmpstr (start, ==, "");
  g_assert_cmpstr (hall, ==, "0,1");
  g_assert_cmpstr (end, ==, "0,1,0");
  g_assert_null (kist_coverage_dup_way (coverage, 3));
  g_assert_cmpuint (kist_coverage_get_n_reachable (coverage), ==, 3);
  g_assert_false (kist_coverage_is_reachable (coverage, 1, 1));
}

/* A long run shares what lies behind it with the runs it came from. */
static void
test_a_run_of_ten_thousand_choices (void)
{
  g_autoptr (KistScenario) scenario =
      run_fixture_parse (":: Start\nx\n[[Wait->Start]]\n  set: a = a + 1\n[[Look->Start]]\n");
  g_autoptr (KistRun) run = kist_run_new (scenario);
  g_autoptr (KistRun) middle = NULL;
  g_autoptr (KistRun) branch = NULL;
  g_autoptr (KistRun) back = NULL;
  g_autoptr (GError) error = NULL;

  for (unsigned i = 0; i < 10000; i++)
    {
      KistRun *next = kist_run_choose (run, i % 3 == 0, &error);

      g_assert_no_error (error);
      if (i == 5000)
        middle = g_object_ref (run);
      g_object_unref (run);
      run = next;
    }
  g_assert_null (kist_run_choose (run, 0, &error));
  branch = kist_run_choose (middle, 0, NULL);
  back = kist_run_go_back (run, 5000);
  run_fixture_assert_same (middle, back);
  g_assert_cmpuint (kist_run_get_length (middle), ==, 5000);
  g_assert_cmpuint (kist_run_get_trail_step (branch, 5000)->choice, ==, 0);
  g_assert_cmpint (kist_run_get_variable (run, "a"), ==, 6666);
  for (unsigned i = 0; i < 10000; i++)
    g_assert_cmpuint (kist_run_get_trail_step (run, i)->choice, ==, i % 3 == 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/coverage/ten-thousand-graphs", test_ten_thousand_graphs);
  g_test_add_func ("/coverage/a-way-leads-to-each-passage-that-can-be-reached",
                   test_a_way_leads_to_each_passage_that_can_be_reached);
  g_test_add_func ("/coverage/a-run-of-ten-thousand-choices", test_a_run_of_ten_thousand_choices);
  return g_test_run ();
}
