/* What a graph says of a scenario, held against small scenarios whose answers can be seen, and against a slow and
 * simple search on random ones. */
#include "scenario/graph/kist-graph.h"

#include "graph-fixture.h"
#include "run-fixture.h"

#define HEAD ":: StoryData\n{\"start\": \"Start\"}\n"

static KistGraph *
parse (const char *text)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (text);

  return kist_graph_new (scenario);
}

static const KistGraphNode *
node (KistGraph *graph, const char *name)
{
  return kist_graph_get_node (graph, (unsigned)kist_scenario_lookup (kist_graph_get_scenario (graph), name));
}

static void
test_one_passage_is_a_graph (void)
{
  g_autoptr (KistGraph) graph = parse (HEAD ":: Start [end]\nOver.\n");

  g_assert_cmpuint (kist_graph_get_n_nodes (graph), ==, 1);
  g_assert_cmpuint (kist_graph_get_n_edges (graph), ==, 0);
  g_assert_true (node (graph, "Start")->is_end);
  g_assert_true (node (graph, "Start")->can_end);
  g_assert_cmpuint (kist_graph_get_n_loops (graph), ==, 0);
}

static void
test_edges_are_the_choices_in_their_order (void)
{
  g_autoptr (KistGraph) graph = parse (HEAD ":: Start\nA.\n[[one->B]]\n[[two->B]]\n[[three->C]]\n"
                                            ":: B [end]\nB.\n:: C [end]\nC.\n");
  const KistGraphEdge *edge = kist_graph_get_edge (graph, 1);

  g_assert_cmpuint (kist_graph_get_n_edges (graph), ==, 3);
  g_assert_cmpuint (edge->from, ==, 0);
  g_assert_cmpuint (edge->choice, ==, 1);
  g_assert_cmpuint (edge->to, ==, 1);
  g_assert_cmpint (kist_graph_lookup_edge (graph, 0, 2), ==, 2);
  g_assert_cmpint (kist_graph_lookup_edge (graph, 0, 3), ==, -1);
  g_assert_cmpint (kist_graph_lookup_edge (graph, 9, 0), ==, -1);
}

static void
test_choices_of_an_ending_are_no_edges (void)
{
  g_autoptr (KistGraph) graph = parse (HEAD ":: Start [end]\nOver.\n[[More->B]]\n:: B [end]\nB.\n");

  g_assert_cmpuint (kist_graph_get_n_edges (graph), ==, 0);
  g_assert_false (node (graph, "B")->is_reachable);
}

static void
test_dead_end_and_no_way_to_an_end_are_told_apart (void)
{
  g_autoptr (KistGraph) graph =
      parse (HEAD ":: Start\nA.\n[[one->Stuck]]\n[[two->Round]]\n[[three->End]]\n"
                  ":: Stuck\nNo way.\n:: Round\nR.\n[[go->Round 2]]\n"
                  ":: Round 2\nR.\n[[back->Round]]\n:: End [end]\nE.\n:: Alone\n[[x->End]]\n");

  g_assert_true (node (graph, "Stuck")->is_dead_end);
  g_assert_false (node (graph, "Stuck")->can_end);
  g_assert_false (node (graph, "Round")->is_dead_end);
  g_assert_false (node (graph, "Round")->can_end);
  g_assert_true (node (graph, "Start")->can_end);
  g_assert_false (node (graph, "Alone")->is_reachable);
  g_assert_true (node (graph, "Alone")->can_end);
  g_assert_cmpuint (node (graph, "Alone")->depth, ==, G_MAXUINT);
  g_assert_cmpuint (node (graph, "Round 2")->depth, ==, 2);
  g_assert_cmpuint (kist_graph_count_reachable_edges (graph), ==, 5);
}

static void
test_loops_are_what_leads_back (void)
{
  g_autoptr (KistGraph) graph = parse (HEAD ":: Start\n[[a->B]]\n:: B\n[[b->C]]\n[[e->End]]\n:: C\n[[c->B]]\n"
                                            ":: Self\n[[s->Self]]\n:: End [end]\nE.\n");
  const GArray *loop = kist_graph_get_loop (graph, 0);

  g_assert_cmpuint (kist_graph_get_n_loops (graph), ==, 2);
  g_assert_cmpuint (loop->len, ==, 2);
  g_assert_cmpuint (g_array_index (loop, unsigned, 0), ==, 1);
  g_assert_cmpuint (g_array_index (loop, unsigned, 1), ==, 2);
  g_assert_cmpint (node (graph, "Start")->loop, ==, -1);
  g_assert_cmpint (node (graph, "C")->loop, ==, 0);
  g_assert_cmpint (node (graph, "Self")->loop, ==, 1);
}

/* Whether a way of one edge or more leads from one to the other, by trying. */
static gboolean
leads_to (KistGraph *graph, unsigned from, unsigned to)
{
  g_autofree gboolean *seen = g_new0 (gboolean, kist_graph_get_n_nodes (graph));
  gboolean             is_new = TRUE;

  seen[from] = TRUE;
  while (is_new)
    {
      is_new = FALSE;
      for (unsigned i = 0; i < kist_graph_get_n_edges (graph); i++)
        {
          const KistGraphEdge *edge = kist_graph_get_edge (graph, i);

          if (!seen[edge->from])
            continue;
          if (edge->to == to)
            return TRUE;
          is_new = is_new || !seen[edge->to];
          seen[edge->to] = TRUE;
        }
    }
  return FALSE;
}

static void
test_random_graphs_agree_with_a_simple_search (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  for (unsigned round = 0; round < 60; round++)
    {
      g_autoptr (KistScenario) scenario =
          graph_fixture_make_random (random, 1 + (unsigned)g_rand_int_range (random, 0, 14));
      g_autoptr (KistGraph) graph = kist_graph_new (scenario);
      unsigned n = kist_graph_get_n_nodes (graph);

      for (unsigned i = 0; i < n; i++)
        {
          const KistGraphNode *one = kist_graph_get_node (graph, i);
          gboolean             can_end = one->is_end;

          g_assert_true (one->is_reachable == (i == 0 || leads_to (graph, 0, i)));
          g_assert_true ((one->loop >= 0) == leads_to (graph, i, i));
          for (unsigned j = 0; j < n; j++)
            {
              const KistGraphNode *other = kist_graph_get_node (graph, j);

              can_end = can_end || (other->is_end && leads_to (graph, i, j));
              if (i != j)
                g_assert_true ((one->loop >= 0 && one->loop == other->loop) ==
                               (leads_to (graph, i, j) && leads_to (graph, j, i)));
            }
          g_assert_true (one->can_end == can_end);
        }
    }
}

static void
test_long_chain_needs_no_stack (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ":: Start\n[[go->0]]\n");

  for (unsigned i = 0; i < 19000; i++)
    g_string_append_printf (text, ":: %u\n[[go->%u]]\n", i, i + 1);
  g_string_append (text, ":: 19000\n[[again->Start]]\n");
  g_autoptr (KistGraph) graph = parse (text->str);
  g_assert_cmpuint (kist_graph_get_n_loops (graph), ==, 1);
  g_assert_cmpuint (kist_graph_get_loop (graph, 0)->len, ==, 19002);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/graph/one-passage-is-a-graph", test_one_passage_is_a_graph);
  g_test_add_func ("/graph/edges-are-the-choices-in-their-order", test_edges_are_the_choices_in_their_order);
  g_test_add_func ("/graph/choices-of-an-ending-are-no-edges", test_choices_of_an_ending_are_no_edges);
  g_test_add_func ("/graph/dead-end-and-no-way-to-an-end-are-told-apart",
                   test_dead_end_and_no_way_to_an_end_are_told_apart);
  g_test_add_func ("/graph/loops-are-what-leads-back", test_loops_are_what_leads_back);
  g_test_add_func ("/graph/random-graphs-agree-with-a-simple-search", test_random_graphs_agree_with_a_simple_search);
  g_test_add_func ("/graph/long-chain-needs-no-stack", test_long_chain_needs_no_stack);
  return g_test_run ();
}
