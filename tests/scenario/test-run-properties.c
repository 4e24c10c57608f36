/* What holds for every run of every scenario, on scenarios and walks drawn from a fixed seed. */
#include "scenario/kist-run.h"

#include "run-fixture.h"

/* A scenario of @n passages with every kind of key, all of it drawn from @random. */
static KistScenario *
make_scenario (GRand *random, unsigned n)
{
  g_autoptr (GString) text = g_string_new (":: StoryData\n{\"start\": \"0\", \"outcomes\": [\"you\", \"trust\"]}\n");

  for (unsigned i = 0; i < n; i++)
    {
      g_string_append_printf (text, ":: %u%s\nText.\n", i, g_rand_int_range (random, 0, 20) == 0 ? " [end]" : "");
      for (int j = g_rand_int_range (random, 1, 5); j > 0; j--)
        {
          g_string_append_printf (text, "[[c%d->%d]]\n", j, g_rand_int_range (random, 0, (int)n));
          if (g_rand_boolean (random))
            g_string_append_printf (text, "  if: a - %d < b * 2 or visited(\"%d\") > 1\n",
                                    g_rand_int_range (random, -3, 4), g_rand_int_range (random, 0, (int)n));
          if (g_rand_boolean (random))
            g_string_append_printf (text, "  set: a = a + %d\n  set: b = not c\n  set: c = a - b\n",
                                    g_rand_int_range (random, -2, 3));
          if (g_rand_boolean (random))
            g_string_append_printf (text, "  outcome: trust %+d, you %+d\n  score: %d\n",
                                    g_rand_int_range (random, -2, 3), g_rand_int_range (random, -2, 3),
                                    g_rand_int_range (random, -2, 3));
          if (g_rand_int_range (random, 0, 4) == 0)
            g_string_append (text, "  once: true\n");
        }
    }
  return run_fixture_parse (text->str);
}

/* Walks at random; returns (transfer full) (element-type KistRun) every run on the way, the first included. */
static GPtrArray *
walk (KistScenario *scenario, GRand *random)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_object_unref);
  KistRun   *run = kist_run_new (scenario);

  g_ptr_array_add (runs, run);
  while (runs->len < 60 && kist_run_get_n_offered (run) > 0)
    {
      g_autoptr (GError) error = NULL;

      run = kist_run_choose (run, (unsigned)g_rand_int_range (random, 0, (int)kist_run_get_n_offered (run)), &error);
      g_assert_no_error (error);
      g_ptr_array_add (runs, run);
    }
  return runs;
}

static void
test_replay_and_going_back_give_the_same_run (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261);
  unsigned n_choices = 0;

  for (unsigned round = 0; round < 100; round++)
    {
      g_autoptr (KistScenario) scenario = make_scenario (random, (unsigned)g_rand_int_range (random, 1, 30));
      g_autoptr (GPtrArray) runs = walk (scenario, random);
      KistRun *last = g_ptr_array_index (runs, runs->len - 1);

      n_choices += kist_run_get_length (last);
      for (unsigned i = 0; i < runs->len; i++)
        {
          KistRun         *run = g_ptr_array_index (runs, i);
          g_autofree char *choices = kist_run_dup_choices (run);
          g_autoptr (GError) error = NULL;
          g_autoptr (KistRun) replayed = kist_run_new_from_choices (scenario, choices, &error);
          g_autoptr (KistRun) back = kist_run_go_back (last, runs->len - 1 - i);

          g_assert_no_error (error);
          run_fixture_assert_same (run, replayed);
          run_fixture_assert_same (run, back);
        }
    }
  g_assert_cmpuint (n_choices, >, 500); /* else this test looked at nothing */
}

static void
test_going_back_and_choosing_the_same_is_the_same (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20262);

  for (unsigned round = 0; round < 100; round++)
    {
      g_autoptr (KistScenario) scenario = make_scenario (random, 20);
      g_autoptr (GPtrArray) runs = walk (scenario, random);
      KistRun *last = g_ptr_array_index (runs, runs->len - 1);
      unsigned n_back = (unsigned)g_rand_int_range (random, 0, (int)runs->len);
      g_autoptr (KistRun) run = kist_run_go_back (last, n_back);

      while (kist_run_get_length (run) < kist_run_get_length (last))
        {
          const KistTrailStep *step = kist_run_get_trail_step (last, kist_run_get_length (run));
          const KistPassage   *passage = kist_scenario_get_passage (scenario, step->passage);
          KistRun             *next = NULL;

          for (unsigned i = 0; i < kist_run_get_n_offered (run) && !next; i++)
            if (kist_run_get_offered (run, i) == g_ptr_array_index (passage->choices, step->choice))
              next = kist_run_choose (run, i, NULL);
          g_assert_nonnull (next);
          g_object_unref (run);
          run = next;
        }
      run_fixture_assert_same (run, last);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/run-properties/replay-and-going-back-give-the-same-run",
                   test_replay_and_going_back_give_the_same_run);
  g_test_add_func ("/run-properties/going-back-and-choosing-the-same-is-the-same",
                   test_going_back_and_choosing_the_same_is_the_same);
  return g_test_run ();
}
