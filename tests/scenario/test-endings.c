/* Every scenario that the project hands out is played to every ending it has. */
#include <string.h>

#include "base/kist-text.h"
#include "scenario/kist-coverage.h"

/* Returns (transfer full): the scenario in @path, in which nothing is wrong. */
static KistScenario *
read_scenario (const char *path)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, &error);
  KistScenario    *scenario;

  g_assert_no_error (error);
  scenario = kist_scenario_parse_twee (text, path, report);
  g_assert_nonnull (scenario);
  kist_scenario_check (scenario, report);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 0);
  return scenario;
}

/* Takes the choice that stands at @choice in the passage, as its button would. Takes @run; returns (transfer full). */
static KistRun *
choose (KistRun *run, unsigned choice)
{
  g_autoptr (KistRun) before = run;
  g_autoptr (GError) error = NULL;
  const KistPassage *passage =
      kist_scenario_get_passage (kist_run_get_scenario (before), kist_run_get_passage (before));

  for (unsigned i = 0; i < kist_run_get_n_offered (before); i++)
    if (kist_run_get_offered (before, i) == g_ptr_array_index (passage->choices, choice))
      {
        KistRun *after = kist_run_choose (before, i, &error);

        g_assert_no_error (error);
        return after;
      }
  g_assert_not_reached ();
}

static void
play_to (KistScenario *scenario, KistCoverage *coverage, unsigned ending)
{
  const KistPassage *passage = kist_scenario_get_passage (scenario, ending);
  g_autofree char   *way = kist_coverage_dup_way (coverage, ending);
  g_auto (GStrv) choices = NULL;
  g_autoptr (KistRun) run = kist_run_new (scenario);

  g_test_message ("%s: “%s”: %s", kist_scenario_get_file (scenario), passage->name, way ? way : "no way leads there");
  g_assert_nonnull (way);
  choices = g_strsplit (way, ",", -1);
  for (unsigned i = 0; choices[i]; i++)
    {
      g_assert_false (kist_run_is_ended (run));
      run = choose (run, (unsigned)g_ascii_strtoull (choices[i], NULL, 10));
    }
  g_assert_true (kist_run_is_ended (run));
  g_assert_cmpstr (kist_scenario_get_passage (scenario, kist_run_get_passage (run))->name, ==, passage->name);
  g_assert_cmpuint (kist_run_get_n_offered (run), ==, 0);
  kist_coverage_add_run (coverage, run);
}

static void
test_plays_to_every_ending (gconstpointer data)
{
  g_autoptr (KistScenario) scenario = read_scenario (data);
  g_autoptr (KistCoverage) coverage = kist_coverage_new (scenario);
  unsigned n_endings = 0;

  g_assert_true (kist_coverage_is_exact (coverage));
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    if (kist_scenario_get_passage (scenario, i)->tags & KIST_PASSAGE_END)
      {
        play_to (scenario, coverage, i);
        n_endings++;
      }
  g_assert_cmpuint (n_endings, ==, kist_scenario_count_endings (scenario));
  g_assert_cmpuint (n_endings, >, 1);
  g_test_message ("%u endings; %u of %u choices taken", n_endings, kist_coverage_get_n_walked (coverage),
                  kist_coverage_get_n_reachable (coverage));
}

/* Adds a test for each .twee in the scenarios of each pack in @folder. */
static unsigned
add_tests (const char *folder)
{
  g_autoptr (GDir) packs = g_dir_open (folder, 0, NULL);
  const char *pack;
  unsigned    n = 0;

  while (packs && (pack = g_dir_read_name (packs)))
    {
      g_autofree char *scenarios = g_build_filename (folder, pack, "scenarios", NULL);
      g_autoptr (GDir) files = g_dir_open (scenarios, 0, NULL);
      const char *file;

      while (files && (file = g_dir_read_name (files)))
        {
          g_autofree char *name = g_strdup_printf ("/endings/%s/%s", pack, file);

          if (!g_str_has_suffix (file, ".twee"))
            continue;
          g_test_add_data_func_full (name, g_build_filename (scenarios, file, NULL), test_plays_to_every_ending,
                                     g_free);
          n++;
        }
    }
  return n;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (add_tests (g_getenv ("KIST_PACK_PATH")) == 0)
    g_error ("There is no scenario in %s.", g_getenv ("KIST_PACK_PATH"));
  return g_test_run ();
}
