/* load-bench ROUNDS: how fast the learning material is read and a scenario played. For each measurement it prints a
 * line: its name, Kist's milliseconds and those of what it is compared with. */
#include <string.h>

#include "library/kist-library.h"
#include "scenario/graph/kist-graph-layout.h"
#include "scenario/kist-run.h"

#define PASSAGES 5000
#define CHOICES 200
#define LATE 3000 /* each choice goes on by one passage or by two */

static double
since (gint64 started)
{
  return (g_get_monotonic_time () - started) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *)a - *(const double *)b;

  return (difference > 0) - (difference < 0);
}

static double
median (double *times, unsigned n)
{
  qsort (times, n, sizeof (double), compare);
  return times[n / 2];
}

static void
read_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autofree char *text = NULL;
  const char      *name;

  if (!folder && !g_file_get_contents (path, &text, NULL, NULL))
    g_error ("cannot read %s", path);
  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      read_all (child);
    }
}

static void
measure_library (unsigned rounds)
{
  g_auto (GStrv) folders = g_strsplit (g_getenv ("KIST_PACK_PATH"), G_SEARCHPATH_SEPARATOR_S, -1);
  g_autofree double *times = g_new (double, rounds);
  g_autofree double *others = g_new (double, rounds);

  for (unsigned i = 0; i < rounds; i++)
    {
      gint64 started = g_get_monotonic_time ();
      g_autoptr (KistLibrary) library = kist_library_load ((const char *const *)folders, NULL);

      times[i] = since (started);
      started = g_get_monotonic_time ();
      for (unsigned j = 0; folders[j]; j++)
        read_all (folders[j]);
      others[i] = since (started);
    }
  g_print ("library %.4f %.4f\n", median (times, rounds), median (others, rounds));
}

static char *
make_scenario (void)
{
  GString *text = g_string_new (":: StoryData\n{\"ifid\": \"33AFBA18-CCE7-49E8-8CCB-2EE2066D26DF\", \"start\": \"P0\","
                                " \"outcomes\": [\"person\", \"you\"]}\n\n");

  for (unsigned i = 0; i + 1 < PASSAGES; i++)
    g_string_append_printf (text,
                            ":: P%u [decision]\nThe phone rings for the ninth time since lunch.\n\n"
                            "[[Answer it->P%u]]\n  outcome: person +1\n  feedback: It was for you.\n"
                            "[[Let it ring->P%u]]\n  outcome: you -1\n  feedback: It stops.\n\n",
                            i, i + 1, MIN (i + 2, PASSAGES - 1));
  g_string_append_printf (text, ":: P%u [end]\nSix o'clock.\n", PASSAGES - 1);
  return g_string_free_and_steal (text);
}

/* Returns (transfer full): @run after @n choices, of which each is made from the run before it. */
static KistRun *
walk (KistRun *run, unsigned n)
{
  KistRun *last = g_object_ref (run);

  for (unsigned i = 0; i < n; i++)
    {
      KistRun *next = kist_run_choose (last, i % 2, NULL);

      if (!next)
        g_error ("the run ended early");
      g_object_unref (last);
      last = next;
    }
  return last;
}

/* A walk of many choices, after @n_before others, next to as many copies of the least that a run must remember: how
 * often one was in each passage. */
static void
measure_choices (const char *name, KistScenario *scenario, unsigned n_before, unsigned rounds)
{
  g_autofree unsigned *visited = g_new0 (unsigned, PASSAGES);
  g_autofree double   *times = g_new (double, rounds);
  g_autofree double   *others = g_new (double, rounds);
  g_autoptr (KistRun) start = kist_run_new (scenario);
  g_autoptr (KistRun) run = walk (start, n_before);

  for (unsigned i = 0; i < rounds; i++)
    {
      gint64 started = g_get_monotonic_time ();
      g_autoptr (KistRun) last = walk (run, CHOICES);

      times[i] = since (started) / CHOICES;
      started = g_get_monotonic_time ();
      for (unsigned j = 0; j < CHOICES; j++)
        {
          unsigned *copy = g_memdup2 (visited, PASSAGES * sizeof (unsigned));

          g_free (visited);
          visited = copy;
        }
      others[i] = since (started) / CHOICES;
    }
  g_print ("%s %.6f %.6f\n", name, median (times, rounds), median (others, rounds));
}

static void
measure_scenario (unsigned rounds)
{
  g_autofree char   *text = make_scenario ();
  g_autofree double *times = g_new (double, rounds);
  g_autofree double *others = g_new (double, rounds);
  g_autoptr (KistScenario) scenario = NULL;

  for (unsigned i = 0; i < rounds; i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_auto (GStrv) lines = NULL;
      gint64 started = g_get_monotonic_time ();

      g_clear_object (&scenario);
      scenario = kist_scenario_parse_twee (text, "bench.twee", report);
      times[i] = since (started);
      if (!scenario || kist_report_get_n_findings (report) > 0)
        g_error ("the scenario is not as it should be");
      started = g_get_monotonic_time ();
      lines = g_strsplit (text, "\n", -1);
      others[i] = since (started);
    }
  g_print ("scenario %.4f %.4f\n", median (times, rounds), median (others, rounds));
  measure_choices ("run-choose", scenario, 0, rounds);
  measure_choices ("run-choose-late", scenario, LATE, rounds);
}

/* As authors write: most choices lead a little further on, a few back or far ahead. */
static char *
make_story (unsigned n_passages)
{
  GString *text =
      g_string_new (":: StoryData\n{\"ifid\": \"33AFBA18-CCE7-49E8-8CCB-2EE2066D26DF\", \"start\": \"P0\"}\n\n");
  g_autoptr (GRand) random = g_rand_new_with_seed (80);
  int n = (int)n_passages;

  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (text, ":: P%d%s\nText.\n", i, i >= n - 1 - n / 10 ? " [end]" : " [decision]");
      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        {
          int kind = g_rand_int_range (random, 0, 20);
          int to = kind == 0   ? g_rand_int_range (random, 0, i + 1)
                   : kind == 1 ? g_rand_int_range (random, i, n)
                               : i + 1 + g_rand_int_range (random, 0, 5);

          g_string_append_printf (text, "[[%d->P%d]]\n", j, MIN (to, n - 1));
        }
    }
  return g_string_free_and_steal (text);
}

/* The map of a scenario next to the reading of it. */
static void
measure_map (const char *name, const char *text, unsigned rounds)
{
  g_autofree double *times = g_new (double, rounds);
  g_autofree double *others = g_new (double, rounds);

  for (unsigned i = 0; i < rounds; i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      gint64 started = g_get_monotonic_time ();
      g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (text, "bench.twee", report);
      g_autoptr (KistGraph) graph = NULL;
      g_autoptr (KistGraphLayout) layout = NULL;

      if (!scenario)
        g_error ("the scenario is not as it should be");
      others[i] = since (started);
      started = g_get_monotonic_time ();
      graph = kist_graph_new (scenario);
      layout = kist_graph_layout_new (graph, TRUE);
      times[i] = since (started);
    }
  g_print ("%s %.4f %.4f\n", name, median (times, rounds), median (others, rounds));
}

static void
measure_maps (unsigned rounds)
{
  static const struct
  {
    const char *name;
    unsigned    n_passages;
  } stories[] = { { "map-80", 80 }, { "map-200", 200 }, { "map-5000", 5000 } };
  g_auto (GStrv) folders = g_strsplit (g_getenv ("KIST_PACK_PATH"), G_SEARCHPATH_SEPARATOR_S, -1);
  g_autofree char *path = g_build_filename (folders[0], "digital-things", "scenarios", "friend-request.twee", NULL);
  g_autofree char *bundled = NULL;

  if (!g_file_get_contents (path, &bundled, NULL, NULL))
    g_error ("cannot read %s", path);
  measure_map ("map-bundled", bundled, rounds);

  for (unsigned i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *text = make_story (stories[i].n_passages);

      measure_map (stories[i].name, text, rounds);
    }
}

int
main (int argc, char *argv[])
{
  unsigned rounds = argc == 2 ? (unsigned)g_ascii_strtoull (argv[1], NULL, 10) : 0;

  if (rounds == 0 || !g_getenv ("KIST_PACK_PATH"))
    {
      g_printerr ("Usage: KIST_PACK_PATH=FOLDER load-bench ROUNDS\n");
      return 2;
    }
  measure_library (rounds);
  measure_scenario (rounds);
  measure_maps (rounds);
  return 0;
}
