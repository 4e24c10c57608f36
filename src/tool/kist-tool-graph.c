/* kist-tool graph: the shape of a scenario. */
#include "base/kist-text.h"
#include "kist-tool-graph-svg.h"
#include "kist-tool.h"
#include "scenario/graph/kist-graph.h"

/* Whether a passage belongs into a list. */
typedef gboolean (*Test) (const KistGraphNode *node);

static gboolean
is_unreachable (const KistGraphNode *node)
{
  return !node->is_reachable;
}

static gboolean
is_dead_end (const KistGraphNode *node)
{
  return node->is_dead_end;
}

/* One can get in and nowhere out; a dead end is told apart. */
static gboolean
is_stuck (const KistGraphNode *node)
{
  return node->is_reachable && !node->can_end && !node->is_dead_end;
}

static gboolean
is_ending (const KistGraphNode *node)
{
  return node->is_end;
}

static const struct
{
  const char *member;
  const char *words;
  Test        test;
} lists[] = {
  { "ending_names", "endings", is_ending },
  { "unreachable", "no choice leads to", is_unreachable },
  { "dead_ends", "dead ends", is_dead_end },
  { "stuck", "no ending can be reached from", is_stuck },
};

static const char *
get_name (KistGraph *graph, unsigned passage)
{
  return kist_scenario_get_passage (kist_graph_get_scenario (graph), passage)->name;
}

/* Returns (transfer container) (element-type utf8): the names of those that pass. */
static GPtrArray *
select_names (KistGraph *graph, Test test)
{
  GPtrArray *names = g_ptr_array_new ();

  for (unsigned i = 0; i < kist_graph_get_n_nodes (graph); i++)
    if (test (kist_graph_get_node (graph, i)))
      g_ptr_array_add (names, (gpointer)get_name (graph, i));
  return names;
}

/* Returns (transfer container) (element-type utf8) */
static GPtrArray *
select_loop (KistGraph *graph, unsigned index, gboolean *has_exit)
{
  const GArray *loop = kist_graph_get_loop (graph, index);
  GPtrArray    *names = g_ptr_array_new ();

  for (unsigned i = 0; i < loop->len; i++)
    g_ptr_array_add (names, (gpointer)get_name (graph, g_array_index (loop, unsigned, i)));
  *has_exit = kist_graph_get_node (graph, g_array_index (loop, unsigned, 0))->can_end;
  return names;
}

static unsigned
count_reachable (KistGraph *graph)
{
  unsigned n = 0;

  for (unsigned i = 0; i < kist_graph_get_n_nodes (graph); i++)
    n += kist_graph_get_node (graph, i)->is_reachable;
  return n;
}

static void
add_names (JsonBuilder *builder, const char *member, GPtrArray *names)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < names->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (names, i));
  json_builder_end_array (builder);
}

static void
add_loops (JsonBuilder *builder, KistGraph *graph)
{
  json_builder_set_member_name (builder, "loops");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_graph_get_n_loops (graph); i++)
    {
      gboolean has_exit;
      g_autoptr (GPtrArray) names = select_loop (graph, i, &has_exit);

      json_builder_begin_object (builder);
      add_names (builder, "passages", names);
      json_builder_set_member_name (builder, "exit");
      json_builder_add_boolean_value (builder, has_exit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_edges (JsonBuilder *builder, KistGraph *graph)
{
  json_builder_set_member_name (builder, "edges");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_graph_get_n_edges (graph); i++)
    {
      const KistGraphEdge *edge = kist_graph_get_edge (graph, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "from");
      json_builder_add_string_value (builder, get_name (graph, edge->from));
      kist_tool_add_number (builder, "choice", edge->choice);
      json_builder_set_member_name (builder, "to");
      json_builder_add_string_value (builder, get_name (graph, edge->to));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
to_json (KistGraph *graph)
{
  KistScenario *scenario = kist_graph_get_scenario (graph);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, kist_scenario_get_title (scenario));
  json_builder_set_member_name (builder, "start");
  json_builder_add_string_value (builder, get_name (graph, kist_scenario_get_start (scenario)));
  kist_tool_add_number (builder, "passages", kist_graph_get_n_nodes (graph));
  kist_tool_add_number (builder, "choices", kist_graph_get_n_edges (graph));
  kist_tool_add_number (builder, "reachable", count_reachable (graph));
  kist_tool_add_number (builder, "endings", kist_scenario_count_endings (scenario));
  for (unsigned i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) names = select_names (graph, lists[i].test);

      add_names (builder, lists[i].member, names);
    }
  add_loops (builder, graph);
  add_edges (builder, graph);
  return kist_tool_end_json (builder);
}

static void
append_names (GString *text, const char *words, GPtrArray *names)
{
  g_string_append_printf (text, "%s: %u", words, names->len);
  for (unsigned i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s“%s”", i ? ", " : ": ", (const char *)g_ptr_array_index (names, i));
  g_string_append_c (text, '\n');
}

static char *
to_lines (KistGraph *graph)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\npassages: %u, reachable: %u, choices: %u, loops: %u\n",
                          kist_scenario_get_title (kist_graph_get_scenario (graph)), kist_graph_get_n_nodes (graph),
                          count_reachable (graph), kist_graph_get_n_edges (graph), kist_graph_get_n_loops (graph));
  for (unsigned i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) names = select_names (graph, lists[i].test);

      append_names (text, lists[i].words, names);
    }
  for (unsigned i = 0; i < kist_graph_get_n_loops (graph); i++)
    {
      gboolean has_exit;
      g_autoptr (GPtrArray) names = select_loop (graph, i, &has_exit);

      append_names (text, has_exit ? "loop" : "loop without a way to an ending", names);
    }
  g_string_truncate (text, text->len - 1);
  return g_string_free_and_steal (text);
}

static char *
to_svg (KistGraph *graph)
{
  g_autoptr (KistGraphLayout) layout = kist_graph_layout_new (graph, TRUE);

  return kist_tool_graph_to_svg (graph, layout);
}

static KistGraph *
read_graph (const char *path, GError **error)
{
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, error);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = text ? kist_scenario_parse_twee (text, path, report) : NULL;

  for (unsigned i = 0; i < kist_report_get_n_findings (report) && !scenario; i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_printerr ("%s\n", line);
    }
  if (text && !scenario)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is no scenario that can be drawn.", path);
  return scenario ? kist_graph_new (scenario) : NULL;
}

int
kist_tool_graph (int argc, char **argv)
{
  gboolean           is_json = FALSE;
  gboolean           is_svg = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { "svg", 0, 0, G_OPTION_ARG_NONE, &is_svg, "Print a drawing as SVG instead of lines", NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistGraph) graph = NULL;
  g_autofree char *text = NULL;

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "graph FILE.twee",
          "Says what the passages and choices of a scenario add up to, conditions aside: what can be\n"
          "reached, where nobody can go on, where one can go in circles, which endings there are.\n"
          "With --json standard output is one object: title and start; the numbers passages, choices,\n"
          "reachable and endings; the lists of names ending_names, unreachable, dead_ends and stuck (no\n"
          "ending can be reached from them); loops, each with its passages and whether there is an exit\n"
          "to an ending; edges, each from, choice (from 0) and to.\n\n"
          "Exit status: 0 done, 2 wrong usage, 3 FILE cannot be read.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“graph” needs one FILE.");
  if (is_json && is_svg)
    return kist_tool_complain (KIST_TOOL_USAGE, "Ask for --json or for --svg.");
  graph = read_graph (argv[1], &error);
  if (!graph)
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  text = is_json ? to_json (graph) : is_svg ? to_svg (graph) : to_lines (graph);
  g_print ("%s\n", text);
  return KIST_TOOL_CLEAN;
}
