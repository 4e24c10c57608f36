/* What holds for every drawing, on scenarios drawn from a fixed seed, and what a few that one can see should be. */
#include "scenario/graph/kist-graph-layout.h"

#include <math.h>

#include "graph-fixture.h"
#include "run-fixture.h"

#define HEAD ":: StoryData\n{\"start\": \"Start\"}\n"

static const KistGraphPoint *
point (const KistGraphLine *line, unsigned index)
{
  return &g_array_index (line->points, KistGraphPoint, index);
}

static void
assert_nothing_overlaps (const KistGraphLayout *layout, unsigned n_nodes)
{
  for (unsigned i = 0; i < n_nodes; i++)
    {
      const KistGraphPlace *one = &layout->places[i];

      if (!one->is_placed)
        continue;
      g_assert_cmpfloat (one->x, >=, KIST_GRAPH_NODE_WIDTH / 2.0 - 0.01);
      g_assert_cmpfloat (one->x, <=, layout->width - KIST_GRAPH_NODE_WIDTH / 2.0 + 0.01);
      g_assert_cmpfloat (one->y, >=, KIST_GRAPH_NODE_HEIGHT / 2.0 - 0.01);
      g_assert_cmpfloat (one->y, <=, layout->height - KIST_GRAPH_NODE_HEIGHT / 2.0 + 0.01);
      for (unsigned j = 0; j < i; j++)
        if (layout->places[j].is_placed)
          g_assert_true (fabs (one->x - layout->places[j].x) > KIST_GRAPH_NODE_WIDTH ||
                         fabs (one->y - layout->places[j].y) > KIST_GRAPH_NODE_HEIGHT);
    }
}

/* A line begins and ends at its passages, passes every layer between upright and in turn, and there touches none. */
static void
assert_line_is_led (const KistGraphLayout *layout, unsigned n_nodes, const KistGraphLine *line)
{
  const KistGraphPlace *from = &layout->places[line->from];
  const KistGraphPlace *to = &layout->places[line->to];
  unsigned              span = line->is_back ? from->layer - to->layer : to->layer - from->layer;
  double                down = line->is_back ? -1 : 1;

  g_assert_cmpuint (from->part, ==, to->part);
  if (line->from == line->to)
    {
      g_assert_true (line->is_back);
      g_assert_cmpuint (line->points->len, ==, 0);
      return;
    }
  g_assert_true (line->is_back ? to->layer < from->layer : to->layer > from->layer);
  g_assert_false (line->is_cut);
  g_assert_cmpuint (line->points->len, ==, 2 * span);
  g_assert_cmpfloat (fabs (point (line, 0)->x - from->x), <=, KIST_GRAPH_NODE_WIDTH / 2.0);
  g_assert_cmpfloat (fabs (point (line, 2 * span - 1)->x - to->x), <=, KIST_GRAPH_NODE_WIDTH / 2.0);
  for (unsigned i = 0; i + 1 < line->points->len; i++)
    {
      g_assert_cmpfloat ((point (line, i + 1)->y - point (line, i)->y) * down, >, 0);
      if (i % 2 == 1)
        g_assert_cmpfloat (fabs (point (line, i + 1)->x - point (line, i)->x), <, 0.001);
      for (unsigned j = 0; j < n_nodes && i % 2 == 1; j++)
        g_assert_true (!layout->places[j].is_placed ||
                       fabs (layout->places[j].x - point (line, i)->x) > KIST_GRAPH_NODE_WIDTH / 2.0 ||
                       fabs (layout->places[j].y - (point (line, i)->y + point (line, i + 1)->y) / 2) > 1);
    }
}

static void
assert_good (KistGraph *graph, gboolean is_all)
{
  g_autoptr (KistGraphLayout) layout = kist_graph_layout_new (graph, is_all);
  unsigned n_nodes = kist_graph_get_n_nodes (graph);

  assert_nothing_overlaps (layout, n_nodes);
  for (unsigned i = 0; i < n_nodes; i++)
    g_assert_true (layout->places[i].is_placed == (is_all || kist_graph_get_node (graph, i)->is_reachable));
  for (unsigned i = 0; i < layout->lines->len; i++)
    assert_line_is_led (layout, n_nodes, g_ptr_array_index (layout->lines, i));
  for (unsigned i = 0; i < kist_graph_get_n_edges (graph); i++)
    {
      const KistGraphEdge *edge = kist_graph_get_edge (graph, i);

      if (layout->places[edge->from].is_placed)
        {
          const KistGraphLine *line = g_ptr_array_index (layout->lines, layout->edge_lines[i]);

          g_assert_true (line->from == edge->from && line->to == edge->to);
        }
      else
        g_assert_cmpuint (layout->edge_lines[i], ==, G_MAXUINT);
    }
}

static void
test_random_graphs_are_drawn_well (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20263);

  for (unsigned round = 0; round < 150; round++)
    {
      unsigned n = 1 + (unsigned)g_rand_int_range (random, 0, 40);
      g_autoptr (KistScenario) scenario =
          round % 2 ? graph_fixture_make_story (random, n) : graph_fixture_make_random (random, n);
      g_autoptr (KistGraph) graph = kist_graph_new (scenario);

      assert_good (graph, FALSE);
      assert_good (graph, TRUE);
    }
}

static void
test_same_graph_gives_the_same_drawing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20264);
  g_autoptr (KistScenario) scenario = graph_fixture_make_story (random, 120);
  g_autoptr (KistGraph) graph = kist_graph_new (scenario);
  g_autoptr (KistGraph) again = kist_graph_new (scenario);
  g_autoptr (KistGraphLayout) one = kist_graph_layout_new (graph, TRUE);
  g_autoptr (KistGraphLayout) other = kist_graph_layout_new (again, TRUE);

  g_assert_cmpmem (one->places, 120 * sizeof (KistGraphPlace), other->places, 120 * sizeof (KistGraphPlace));
  g_assert_cmpuint (one->lines->len, ==, other->lines->len);
  for (unsigned i = 0; i < one->lines->len; i++)
    {
      const GArray *a = ((const KistGraphLine *)g_ptr_array_index (one->lines, i))->points;
      const GArray *b = ((const KistGraphLine *)g_ptr_array_index (other->lines, i))->points;

      g_assert_cmpmem (a->data, a->len * sizeof (KistGraphPoint), b->data, b->len * sizeof (KistGraphPoint));
    }
}

static KistGraphLayout *
draw (const char *text)
{
  g_autoptr (KistScenario) scenario = run_fixture_parse (text);
  g_autoptr (KistGraph) graph = kist_graph_new (scenario);

  return kist_graph_layout_new (graph, TRUE);
}

static void
test_one_passage_is_a_drawing (void)
{
  g_autoptr (KistGraphLayout) layout = draw (HEAD ":: Start [end]\nOver.\n");

  g_assert_cmpfloat (layout->width, ==, KIST_GRAPH_NODE_WIDTH);
  g_assert_cmpfloat (layout->height, ==, KIST_GRAPH_NODE_HEIGHT);
  g_assert_cmpuint (layout->n_layers, ==, 1);
}

static void
test_chain_is_a_straight_line (void)
{
  g_autoptr (KistGraphLayout) layout = draw (HEAD ":: Start\n[[a->B]]\n:: B\n[[b->C]]\n:: C [end]\nC.\n");

  g_assert_cmpuint (layout->n_layers, ==, 3);
  g_assert_cmpfloat (layout->width, ==, KIST_GRAPH_NODE_WIDTH);
}

static void
test_tree_has_no_crossing (void)
{
  g_autoptr (KistGraphLayout) layout =
      draw (HEAD ":: Start\n[[a->B]]\n[[a->C]]\n[[a->D]]\n:: B\n[[b->E]]\n[[b->F]]\n:: C\n[[c->G]]\n[[c->H]]\n"
                 ":: D\n[[d->I]]\n[[d->J]]\n:: J [end]\n.\n:: G [end]\n.\n:: E [end]\n.\n:: H [end]\n.\n:: F [end]\n.\n"
                 ":: I [end]\n.\n");

  g_assert_cmpuint (layout->n_crossings, ==, 0);
}

/* Two passages that lead to the same three, crosswise: K2,3 has at least two crossings in two layers. */
static void
test_crossings_are_as_few_as_can_be (void)
{
  g_autoptr (KistGraphLayout) layout =
      draw (HEAD ":: Start\n[[a->A]]\n[[b->B]]\n:: A\n[[1->X]]\n[[2->Y]]\n[[3->Z]]\n"
                 ":: B\n[[1->Z]]\n[[2->Y]]\n[[3->X]]\n:: X [end]\n.\n:: Y [end]\n.\n:: Z [end]\n.\n");

  g_assert_cmpuint (layout->n_crossings, ==, 3);
}

static void
test_choices_between_the_same_two_share_a_line (void)
{
  g_autoptr (KistGraphLayout) layout =
      draw (HEAD ":: Start\n[[a->B]]\n[[b->Start]]\n[[c->B]]\n:: B\n[[d->Start]]\n[[e->B]]\n");
  const KistGraphLine *back;

  g_assert_cmpuint (layout->lines->len, ==, 4);
  g_assert_cmpuint (layout->edge_lines[0], ==, layout->edge_lines[2]);
  back = g_ptr_array_index (layout->lines, layout->edge_lines[3]);
  g_assert_true (back->is_back);
  g_assert_cmpfloat (point (back, 0)->y, >, point (back, 1)->y);
}

static void
test_the_start_is_at_the_top_of_the_first_part (void)
{
  g_autoptr (KistGraphLayout) layout =
      draw (HEAD ":: Alone\n[[x->Other]]\n:: Other [end]\n.\n:: Start\n[[a->End]]\n:: End [end]\n.\n");

  g_assert_cmpuint (layout->places[2].part, ==, 0);
  g_assert_cmpuint (layout->places[2].layer, ==, 0);
  g_assert_cmpuint (layout->places[0].part, ==, 1);
  g_assert_cmpfloat (layout->places[0].x, >, layout->places[2].x + KIST_GRAPH_NODE_WIDTH);
}

/* Not how fast, which is the benchmark's: that it ends at all, with every line somewhere. */
static void
test_thousands_of_passages_are_drawn (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ":: Start\n[[go->0]]\n");
  g_autoptr (KistGraphLayout) layout = NULL;
  unsigned n_cut = 0;

  for (unsigned i = 0; i < 3000; i++)
    g_string_append_printf (text, ":: %u\n[[a->%u]]\n[[b->%u]]\n", i, i + 1, (i * 7919) % 3000);
  g_string_append (text, ":: 3000 [end]\n.\n");
  layout = draw (text->str);
  for (unsigned i = 0; i < layout->lines->len; i++)
    {
      const KistGraphLine *line = g_ptr_array_index (layout->lines, i);

      g_assert_true (line->from == line->to || line->points->len >= 2);
      n_cut += line->is_cut;
    }
  g_assert_cmpuint (n_cut, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/graph-layout/random-graphs-are-drawn-well", test_random_graphs_are_drawn_well);
  g_test_add_func ("/graph-layout/same-graph-gives-the-same-drawing", test_same_graph_gives_the_same_drawing);
  g_test_add_func ("/graph-layout/one-passage-is-a-drawing", test_one_passage_is_a_drawing);
  g_test_add_func ("/graph-layout/chain-is-a-straight-line", test_chain_is_a_straight_line);
  g_test_add_func ("/graph-layout/tree-has-no-crossing", test_tree_has_no_crossing);
  g_test_add_func ("/graph-layout/crossings-are-as-few-as-can-be", test_crossings_are_as_few_as_can_be);
  g_test_add_func ("/graph-layout/choices-between-the-same-two-share-a-line",
                   test_choices_between_the_same_two_share_a_line);
  g_test_add_func ("/graph-layout/the-start-is-at-the-top-of-the-first-part",
                   test_the_start_is_at_the_top_of_the_first_part);
  g_test_add_func ("/graph-layout/thousands-of-passages-are-drawn", test_thousands_of_passages_are_drawn);
  return g_test_run ();
}
