#include "kist-tool-graph-svg.h"

#define MARGIN 32
#define TITLE_HEIGHT 44

/* What of a name has room in a box, in characters; the whole name is the box's tooltip. */
#define MAX_CHARACTERS 21

#define HALF_WIDTH (KIST_GRAPH_NODE_WIDTH / 2.0)
#define HALF_HEIGHT (KIST_GRAPH_NODE_HEIGHT / 2.0)

static const char style[] =
    "<style>\n"
    "svg { font: 14px Cantarell, 'Adwaita Sans', sans-serif; background: #fff; }\n"
    ".title { font-size: 22px; font-weight: bold; }\n"
    "text { fill: #1e1e1e; } .box text { text-anchor: middle; }\n"
    ".line { fill: none; stroke: #77767b; stroke-width: 1.6; } .back { stroke-dasharray: 6 5; }\n"
    ".box rect { fill: #f6f5f4; stroke: #77767b; stroke-width: 1.4; }\n"
    ".decision rect { fill: #d9e8fb; stroke: #1c71d8; stroke-width: 2; }\n"
    ".end rect { fill: #d5efdf; stroke: #26734d; stroke-width: 2; } .end .ring { fill: none; stroke-width: 1; }\n"
    ".fault rect { fill: #fbdcd9; stroke: #c01c28; stroke-width: 3; stroke-dasharray: 4 3; }\n"
    ".start rect { stroke-width: 4; }\n"
    "</style>\n";

/* Appends what XML cannot hold as a space and escapes the rest. */
static void
append_text (GString *svg, const char *text, gssize length)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  const char      *end = length < 0 ? text + strlen (text) : text + length;
  g_autofree char *escaped = NULL;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      g_string_append_unichar (clean, g_unichar_iscntrl (letter) || (letter & 0xfffe) == 0xfffe ? ' ' : letter);
    }
  escaped = g_markup_escape_text (clean->str, (gssize)clean->len);
  g_string_append (svg, escaped);
}

/* Numbers as every locale writes them. */
static void
append_number (GString *svg, const char *before, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (svg, before);
  g_string_append (svg, g_ascii_formatd (number, sizeof number, "%.1f", value));
}

static void
append_line (GString *svg, const KistGraphLine *line)
{
  g_string_append_printf (svg, "<path class=\"line%s\" marker-end=\"url(#tip)\" d=\"", line->is_back ? " back" : "");
  for (unsigned i = 0; i < line->points->len; i++)
    {
      const KistGraphPoint *to = &g_array_index (line->points, KistGraphPoint, i);

      if (i == 0)
        append_number (svg, "M", to->x);
      else
        {
          const KistGraphPoint *from = to - 1;
          double                middle = (from->y + to->y) / 2;

          append_number (svg, " C", from->x);
          append_number (svg, " ", middle);
          append_number (svg, " ", to->x);
          append_number (svg, " ", middle);
          append_number (svg, " ", to->x);
        }
      append_number (svg, " ", to->y);
    }
  g_string_append (svg, "\"/>\n");
}

/* Out of the side of a passage and into it again. */
static void
append_round (GString *svg, const KistGraphPlace *place)
{
  append_number (svg, "<path class=\"line back\" marker-end=\"url(#tip)\" d=\"M", place->x + HALF_WIDTH);
  append_number (svg, " ", place->y + 12);
  g_string_append (svg, " c24 12 24 -36 4 -24\"/>\n");
}

static void
append_row (GString *svg, const KistGraphPlace *place, double down, const char *text, gssize length, gboolean is_cut)
{
  append_number (svg, "<text x=\"", place->x);
  append_number (svg, "\" y=\"", place->y + down);
  g_string_append (svg, "\">");
  append_text (svg, text, length);
  g_string_append (svg, is_cut ? "…</text>\n" : "</text>\n");
}

/* Where to break a name so that what comes before fits a row: after a word if there is one. */
static const char *
find_break (const char *name, const char **next)
{
  const char *last = NULL;
  const char *at = name;

  for (unsigned i = 0; i < MAX_CHARACTERS && *at; i++, at = g_utf8_next_char (at))
    if (*at == ' ' && i > 0)
      last = at;
  if (!*at || *at == ' ')
    last = at;
  *next = last ? last + (*last == ' ') : at;
  return last ? last : at;
}

static void
append_name (GString *svg, const KistGraphPlace *place, const char *name)
{
  const char *second;
  const char *rest;
  const char *first_end = find_break (name, &second);
  const char *second_end = find_break (second, &rest);

  if (!*second)
    {
      append_row (svg, place, 5, name, first_end - name, FALSE);
      return;
    }
  append_row (svg, place, -4, name, first_end - name, FALSE);
  append_row (svg, place, 14, second, second_end - second, *rest != '\0');
}

static void
append_rect (GString *svg, const char *class, const KistGraphPlace *place, double inset, double radius)
{
  g_string_append_printf (svg, "<rect%s", class);
  append_number (svg, " x=\"", place->x - HALF_WIDTH + inset);
  append_number (svg, "\" y=\"", place->y - HALF_HEIGHT + inset);
  append_number (svg, "\" width=\"", 2 * (HALF_WIDTH - inset));
  append_number (svg, "\" height=\"", 2 * (HALF_HEIGHT - inset));
  append_number (svg, "\" rx=\"", radius - inset);
  g_string_append (svg, "\"/>\n");
}

static void
append_box (GString *svg, KistGraph *graph, unsigned passage, const KistGraphPlace *place)
{
  const KistPassage   *read = kist_scenario_get_passage (kist_graph_get_scenario (graph), passage);
  const KistGraphNode *node = kist_graph_get_node (graph, passage);
  gboolean             is_fault = !node->is_reachable || !node->can_end;
  double               radius = node->is_end ? HALF_HEIGHT : 10;

  g_string_append_printf (svg, "<g class=\"box%s%s%s\"><title>",
                          node->is_end             ? " end"
                          : read->choices->len > 1 ? " decision"
                                                   : "",
                          is_fault ? " fault" : "", node->depth == 0 ? " start" : "");
  append_text (svg, read->name, -1);
  g_string_append (svg, !node->is_reachable ? " (no choice leads here)"
                        : node->is_dead_end ? " (a dead end)"
                        : is_fault          ? " (no way to an ending)"
                                            : "");
  g_string_append (svg, "</title>\n");
  append_rect (svg, "", place, 0, radius);
  if (node->is_end)
    append_rect (svg, " class=\"ring\"", place, 4, radius);
  append_name (svg, place, read->name);
  g_string_append (svg, "</g>\n");
}

/**
 * kist_tool_graph_to_svg:
 * @graph: a graph
 * @layout: its drawing
 *
 * Boxes for passages, decisions filled, endings round with a second outline, what is wrong dashed; lines for choices,
 * dashed where they lead back.
 *
 * Returns: (transfer full): an SVG file
 */
char *
kist_tool_graph_to_svg (KistGraph *graph, const KistGraphLayout *layout)
{
  GString *svg = g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");

  append_number (svg, "", -MARGIN);
  append_number (svg, " ", -MARGIN - TITLE_HEIGHT);
  append_number (svg, " ", layout->width + 2 * MARGIN);
  append_number (svg, " ", layout->height + 2 * MARGIN + TITLE_HEIGHT);
  g_string_append (svg, "\">\n<title>");
  append_text (svg, kist_scenario_get_title (kist_graph_get_scenario (graph)), -1);
  g_string_append_printf (svg,
                          "</title>\n%s<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\""
                          " markerWidth=\"5\" markerHeight=\"5\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\""
                          " fill=\"#77767b\"/></marker></defs>\n<text class=\"title\" y=\"%d\">",
                          style, -TITLE_HEIGHT / 2);
  append_text (svg, kist_scenario_get_title (kist_graph_get_scenario (graph)), -1);
  g_string_append (svg, "</text>\n");
  for (unsigned i = 0; i < layout->lines->len; i++)
    {
      const KistGraphLine *line = g_ptr_array_index (layout->lines, i);

      if (line->from == line->to)
        append_round (svg, &layout->places[line->from]);
      else
        append_line (svg, line);
    }
  for (unsigned i = 0; i < kist_graph_get_n_nodes (graph); i++)
    if (layout->places[i].is_placed)
      append_box (svg, graph, i, &layout->places[i]);
  g_string_append (svg, "</svg>");
  return g_string_free_and_steal (svg);
}
