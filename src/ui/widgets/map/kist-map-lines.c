#include "kist-map-lines.h"

/* How far the lines at a passage not found yet are drawn together. */
#define DOT_PORT 0.25

static const KistGraphLine *
get_line (const KistMapData *data, unsigned line)
{
  return g_ptr_array_index (data->layout->lines, line);
}

/* A line ends at the box of its passage, or at the small mark of one that was not found. */
static graphene_point_t
get_point (const KistMapData *data, const KistGraphLine *line, unsigned index)
{
  const KistGraphPoint *point = &g_array_index (line->points, KistGraphPoint, index);
  gboolean              is_first = index == 0;
  unsigned              passage = is_first ? line->from : line->to;
  const KistGraphPlace *place = &data->layout->places[passage];
  double                x = point->x;
  double                y = point->y;

  if ((is_first || index == line->points->len - 1) && !kist_map_data_is_known (data, passage))
    {
      x = place->x + (x - place->x) * DOT_PORT;
      y = place->y + (y > place->y ? KIST_MAP_DOT_RADIUS : -KIST_MAP_DOT_RADIUS);
    }
  return GRAPHENE_POINT_INIT ((float)kist_map_data_get_x (data, x), (float)y);
}

/* Out of the side of the passage and into it again. */
static GskPath *
new_round (const KistMapData *data, const KistGraphLine *line)
{
  const KistGraphPlace *place = &data->layout->places[line->from];
  GskPathBuilder       *builder = gsk_path_builder_new ();
  float                 side = data->is_mirrored ? -1 : 1;
  float                 half = KIST_GRAPH_NODE_WIDTH / 2.0f;

  gsk_path_builder_move_to (builder, (float)kist_map_data_get_x (data, place->x) + side * half, (float)place->y + 14);
  gsk_path_builder_rel_cubic_to (builder, side * 26, 10, side * 26, -38, side * 2, -28);
  return gsk_path_builder_free_to_path (builder);
}

/**
 * kist_map_lines_new_path:
 * @data: what the map shows
 * @line: an index of a line
 * @tip: how long its tip is, before which it ends
 *
 * Returns: (transfer full): its path, as it is walked
 */
GskPath *
kist_map_lines_new_path (const KistMapData *data, unsigned line, float tip)
{
  const KistGraphLine *at = get_line (data, line);
  GskPathBuilder      *builder;
  graphene_point_t     from;

  if (at->points->len == 0)
    return new_round (data, at);
  builder = gsk_path_builder_new ();
  from = get_point (data, at, 0);
  gsk_path_builder_move_to (builder, from.x, from.y);
  for (unsigned i = 1; i < at->points->len; i++)
    {
      graphene_point_t to = get_point (data, at, i);
      float            middle;

      if (i == at->points->len - 1)
        to.y += at->is_back ? tip : -tip;
      middle = (from.y + to.y) / 2;
      gsk_path_builder_cubic_to (builder, from.x, middle, to.x, middle, to.x, to.y);
      from = to;
    }
  return gsk_path_builder_free_to_path (builder);
}

/**
 * kist_map_lines_new_tip:
 * @data: what the map shows
 * @line: an index of a line
 * @size: how long
 *
 * Returns: (transfer full): the tip where it arrives
 */
GskPath *
kist_map_lines_new_tip (const KistMapData *data, unsigned line, float size)
{
  const KistGraphLine *at = get_line (data, line);
  GskPathBuilder      *builder = gsk_path_builder_new ();

  if (at->points->len == 0)
    {
      const KistGraphPlace *place = &data->layout->places[at->from];
      float                 side = data->is_mirrored ? -1 : 1;

      gsk_path_builder_move_to (builder,
                                (float)kist_map_data_get_x (data, place->x) + side * KIST_GRAPH_NODE_WIDTH / 2.0f,
                                (float)place->y - 14);
      gsk_path_builder_rel_line_to (builder, side * size, -size * 0.6f);
      gsk_path_builder_rel_line_to (builder, 0, size * 1.1f);
    }
  else
    {
      graphene_point_t end = get_point (data, at, at->points->len - 1);
      float            back = at->is_back ? size : -size;

      gsk_path_builder_move_to (builder, end.x, end.y);
      gsk_path_builder_rel_line_to (builder, size * 0.55f, back);
      gsk_path_builder_rel_line_to (builder, -size * 1.1f, 0);
    }
  gsk_path_builder_close (builder);
  return gsk_path_builder_free_to_path (builder);
}
