#include "graph-fixture.h"

#include "run-fixture.h"

/* Anything may lead to anything, to itself too, and some are joined to nothing. */
KistScenario *
graph_fixture_make_random (GRand *random, unsigned n_passages)
{
  g_autoptr (GString) text = g_string_new (":: StoryData\n{\"start\": \"0\"}\n");

  for (unsigned i = 0; i < n_passages; i++)
    {
      g_string_append_printf (text, ":: %u%s\nText.\n", i, g_rand_int_range (random, 0, 5) == 0 ? " [end]" : "");
      for (int j = g_rand_int_range (random, 0, 4); j > 0; j--)
        g_string_append_printf (text, "[[c%d->%d]]\n", j, g_rand_int_range (random, 0, (int)n_passages));
    }
  return run_fixture_parse (text->str);
}

/* As authors write: most choices lead a little further on, a few back or far ahead. */
KistScenario *
graph_fixture_make_story (GRand *random, unsigned n_passages)
{
  g_autoptr (GString) text = g_string_new (":: StoryData\n{\"start\": \"0\"}\n");
  int n = (int)n_passages;

  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (text, ":: %d%s\nText.\n", i, i > n * 9 / 10 ? " [end]" : " [decision]");
      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        {
          int kind = g_rand_int_range (random, 0, 20);
          int to = kind == 0   ? g_rand_int_range (random, 0, i + 1)
                   : kind == 1 ? g_rand_int_range (random, i, n)
                               : i + 1 + g_rand_int_range (random, 0, 5);

          g_string_append_printf (text, "[[c%d->%d]]\n", j, MIN (to, n - 1));
        }
    }
  return run_fixture_parse (text->str);
}
