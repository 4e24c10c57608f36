#include "kist-map-ink.h"

#include <adwaita.h>

#include "kist-map-lines.h"

/* In the map's units. */
#define FONT_SIZE 14
#define TEXT_MARGIN 14
#define HALF_WIDTH (KIST_GRAPH_NODE_WIDTH / 2.0f)
#define HALF_HEIGHT (KIST_GRAPH_NODE_HEIGHT / 2.0f)
#define RADIUS 12
#define DIAMOND 8
#define FOCUS_GAP 6

static GdkRGBA
fade (const GdkRGBA *color, float alpha)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;
  return faded;
}

/**
 * kist_map_ink_init:
 * @self: (out): the colours
 * @widget: the map
 *
 * Takes the colours that the desktop has now.
 */
void
kist_map_ink_init (KistMapInk *self, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean         is_dark = adw_style_manager_get_dark (manager);
  AdwAccentColor   accent = adw_style_manager_get_accent_color (manager);

  gtk_widget_get_color (widget, &self->ink);
  adw_accent_color_to_standalone_rgba (accent, is_dark, &self->accent);
  adw_accent_color_to_rgba (accent, &self->accent_box);
  gdk_rgba_parse (&self->paper, is_dark ? "#36363a" : "#ffffff");
  gdk_rgba_parse (&self->fault, is_dark ? "#ff938c" : "#c30000");
  self->is_contrasting = adw_style_manager_get_high_contrast (manager);
}

static void
snapshot_line (const KistMapInk *self, const KistMapData *data, unsigned index, GtkSnapshot *snapshot)
{
  static const float   dashes[] = { 7, 6 };
  static const float   widths[] = { 1.6f, 2.4f, 5 };
  static const float   tips[] = { 7, 9, 12 };
  const KistGraphLine *line = g_ptr_array_index (data->layout->lines, index);
  KistWalkedWhen       when = data->walked ? data->lines[index] : KIST_WALKED_EARLIER;
  g_autoptr (GskPath) path = kist_map_lines_new_path (data, index, tips[when]);
  g_autoptr (GskPath) tip = kist_map_lines_new_tip (data, index, tips[when]);
  GskStroke *stroke = gsk_stroke_new (widths[when]);
  GdkRGBA    color = when == KIST_WALKED_NOW       ? self->is_contrasting ? self->accent : self->accent_box
                     : when == KIST_WALKED_EARLIER ? fade (&self->ink, self->is_contrasting ? 0.8f : 0.5f)
                                                   : fade (&self->ink, self->is_contrasting ? 0.5f : 0.16f);

  if (line->is_back)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gtk_snapshot_append_fill (snapshot, tip, GSK_FILL_RULE_WINDING, &color);
  gsk_stroke_free (stroke);
}

static gboolean
is_seen (const KistMapData *data, const KistGraphLine *line, const graphene_rect_t *seen)
{
  const KistGraphPlace *from = &data->layout->places[line->from];
  double                left = from->x - KIST_GRAPH_NODE_WIDTH;
  double                right = from->x + KIST_GRAPH_NODE_WIDTH;
  double                top = from->y - KIST_GRAPH_NODE_HEIGHT;
  double                bottom = from->y + KIST_GRAPH_NODE_HEIGHT;

  for (unsigned i = 0; i < line->points->len; i++)
    {
      const KistGraphPoint *point = &g_array_index (line->points, KistGraphPoint, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  if (data->is_mirrored)
    {
      double width = data->layout->width;
      double other = width - left;

      left = width - right;
      right = other;
    }
  return graphene_rect_intersection (
      seen, &GRAPHENE_RECT_INIT ((float)left, (float)top, (float)(right - left), (float)(bottom - top)), NULL);
}

/**
 * kist_map_ink_snapshot_lines:
 * @self: the colours
 * @data: what the map shows
 * @seen: the part of the map that is seen; what is wholly outside is left out
 * @snapshot: where to, in the map's units
 *
 * Draws the lines, what was walked over what was not.
 */
void
kist_map_ink_snapshot_lines (const KistMapInk      *self,
                             const KistMapData     *data,
                             const graphene_rect_t *seen,
                             GtkSnapshot           *snapshot)
{
  for (KistWalkedWhen when = KIST_WALKED_NEVER; when <= KIST_WALKED_NOW; when++)
    for (unsigned i = 0; i < data->layout->lines->len; i++)
      if (data->lines[i] == when && is_seen (data, g_ptr_array_index (data->layout->lines, i), seen))
        snapshot_line (self, data, i, snapshot);
}

static graphene_point_t
get_middle (const KistMapData *data, unsigned passage)
{
  const KistGraphPlace *place = &data->layout->places[passage];

  return GRAPHENE_POINT_INIT ((float)kist_map_data_get_x (data, place->x), (float)place->y);
}

static GskPath *
new_box (const graphene_point_t *middle, float inset, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskRoundedRect  rect;

  gsk_rounded_rect_init_from_rect (&rect,
                                   &GRAPHENE_RECT_INIT (middle->x - HALF_WIDTH + inset, middle->y - HALF_HEIGHT + inset,
                                                        2 * (HALF_WIDTH - inset), 2 * (HALF_HEIGHT - inset)),
                                   radius - inset);
  gsk_path_builder_add_rounded_rect (builder, &rect);
  return gsk_path_builder_free_to_path (builder);
}

static GskPath *
new_circle (const graphene_point_t *middle, float radius)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  gsk_path_builder_add_circle (builder, middle, radius);
  return gsk_path_builder_free_to_path (builder);
}

static void
stroke (GtkSnapshot *snapshot, GskPath *path, float width, gboolean is_dashed, const GdkRGBA *color)
{
  static const float dashes[] = { 5, 4 };
  GskStroke         *pen = gsk_stroke_new (width);

  if (is_dashed)
    gsk_stroke_set_dash (pen, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, pen, color);
  gsk_stroke_free (pen);
}

/* A passage that was not found: a small ring, and one in it where the story ends. */
static void
snapshot_dot (const KistMapInk *self, const KistMapData *data, unsigned passage, GtkSnapshot *snapshot)
{
  graphene_point_t middle = get_middle (data, passage);
  GdkRGBA          color = fade (&self->ink, self->is_contrasting ? 0.8f : 0.38f);
  g_autoptr (GskPath) ring = new_circle (&middle, KIST_MAP_DOT_RADIUS);
  g_autoptr (GskPath) inner = new_circle (&middle, KIST_MAP_DOT_RADIUS - 5);

  gtk_snapshot_append_fill (snapshot, ring, GSK_FILL_RULE_WINDING, &self->paper);
  stroke (snapshot, ring, 1.6f, FALSE, &color);
  if (kist_graph_get_node (data->graph, passage)->is_end)
    gtk_snapshot_append_fill (snapshot, inner, GSK_FILL_RULE_WINDING, &color);
}

/* On the edge from which the ways part. */
static void
snapshot_diamond (const KistMapInk       *self,
                  const graphene_point_t *middle,
                  const GdkRGBA          *fill,
                  const GdkRGBA          *edge,
                  GtkSnapshot            *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  float           y = middle->y + HALF_HEIGHT;
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, middle->x, y - DIAMOND);
  gsk_path_builder_line_to (builder, middle->x + DIAMOND, y);
  gsk_path_builder_line_to (builder, middle->x, y + DIAMOND);
  gsk_path_builder_line_to (builder, middle->x - DIAMOND, y);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, fill);
  stroke (snapshot, path, 1.6f, FALSE, edge);
}

/* Where it all begins: a disc on a stem. */
static void
snapshot_start (const graphene_point_t *middle, const GdkRGBA *color, GtkSnapshot *snapshot)
{
  graphene_point_t at = GRAPHENE_POINT_INIT (middle->x, middle->y - HALF_HEIGHT - 18);
  g_autoptr (GskPath) disc = new_circle (&at, 7);

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (at.x - 1.5f, at.y + 7, 3, 11));
  gtk_snapshot_append_fill (snapshot, disc, GSK_FILL_RULE_WINDING, color);
}

static void
snapshot_text (const graphene_point_t *middle, PangoLayout *text, const GdkRGBA *color, GtkSnapshot *snapshot)
{
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (middle->x - (float)pango_layout_get_width (text) / PANGO_SCALE / 2,
                                                middle->y - (float)height / 2));
  gtk_snapshot_append_layout (snapshot, text, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_passage (const KistMapInk  *self,
                  const KistMapData *data,
                  unsigned           passage,
                  PangoLayout       *text,
                  GtkSnapshot       *snapshot)
{
  const KistGraphNode *node = kist_graph_get_node (data->graph, passage);
  gboolean             is_now = kist_map_data_get_when (data, passage) == KIST_WALKED_NOW;
  gboolean             is_fault = kist_map_data_is_fault (data, passage);
  graphene_point_t     middle = get_middle (data, passage);
  GdkRGBA              white = { 1, 1, 1, 1 };
  GdkRGBA              edge = is_fault ? self->fault : fade (&self->ink, self->is_contrasting ? 1 : 0.55f);
  g_autoptr (GskPath) box = new_box (&middle, 0, node->is_end ? HALF_HEIGHT : RADIUS);

  if (!kist_map_data_is_known (data, passage))
    {
      snapshot_dot (self, data, passage, snapshot);
      return;
    }
  if (node->depth == 0)
    snapshot_start (&middle, is_now ? &self->accent_box : &edge, snapshot);
  gtk_snapshot_append_fill (snapshot, box, GSK_FILL_RULE_WINDING, is_now ? &self->accent_box : &self->paper);
  if (!is_now)
    stroke (snapshot, box, is_fault ? 2.5f : 1.6f, is_fault, &edge);
  else if (self->is_contrasting)
    stroke (snapshot, box, 2, FALSE, &self->ink);
  if (node->is_end)
    {
      g_autoptr (GskPath) inner = new_box (&middle, 5, HALF_HEIGHT);

      stroke (snapshot, inner, 1.6f, FALSE, is_now ? &white : &edge);
    }
  snapshot_text (&middle, text, is_now ? &white : &self->ink, snapshot);
  if (!node->is_end &&
      kist_graph_get_first_edge (data->graph, passage + 1) - kist_graph_get_first_edge (data->graph, passage) > 1)
    snapshot_diamond (self, &middle, is_now ? &white : &self->paper, is_now ? &self->accent_box : &edge, snapshot);
}

/**
 * kist_map_ink_snapshot_passages:
 * @self: the colours
 * @widget: the map, whose font is used
 * @data: what the map shows
 * @seen: the part of the map that is seen; passages whose middle is outside are left out
 * @snapshot: where to, in the map's units
 *
 * Draws the passages. An ending is round and has a second outline, ways part at a diamond, the start has a disc above
 * it; what is wrong is dashed.
 */
void
kist_map_ink_snapshot_passages (const KistMapInk      *self,
                                GtkWidget             *widget,
                                const KistMapData     *data,
                                const graphene_rect_t *seen,
                                GtkSnapshot           *snapshot)
{
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (widget, NULL);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (text)));

  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_layout_set_width (text, (KIST_GRAPH_NODE_WIDTH - 2 * TEXT_MARGIN) * PANGO_SCALE);
  pango_layout_set_height (text, -2);
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
  for (unsigned i = 0; i < kist_graph_get_n_nodes (data->graph); i++)
    {
      const KistGraphPlace *place = &data->layout->places[i];
      graphene_point_t      middle = GRAPHENE_POINT_INIT ((float)kist_map_data_get_x (data, place->x), (float)place->y);

      if (!place->is_placed || !graphene_rect_contains_point (seen, &middle))
        continue;
      pango_font_description_set_weight (
          font, kist_map_data_get_when (data, i) == KIST_WALKED_NOW ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (text, font);
      pango_layout_set_text (text, kist_scenario_get_passage (kist_graph_get_scenario (data->graph), i)->name, -1);
      snapshot_passage (self, data, i, text, snapshot);
    }
  pango_font_description_free (font);
}

/**
 * kist_map_ink_snapshot_focus:
 * @self: the colours
 * @data: what the map shows
 * @passage: the passage with the focus
 * @snapshot: where to, in the map's units
 */
void
kist_map_ink_snapshot_focus (const KistMapInk *self, const KistMapData *data, unsigned passage, GtkSnapshot *snapshot)
{
  graphene_point_t middle = get_middle (data, passage);
  gboolean         is_end = kist_graph_get_node (data->graph, passage)->is_end;
  GdkRGBA          color = fade (&self->accent, self->is_contrasting ? 1 : 0.6f);
  g_autoptr (GskPath) ring = NULL;

  if (kist_map_data_is_known (data, passage))
    ring = new_box (&middle, -FOCUS_GAP, is_end ? HALF_HEIGHT : RADIUS);
  else
    ring = new_circle (&middle, KIST_MAP_DOT_RADIUS + FOCUS_GAP);
  stroke (snapshot, ring, 3, FALSE, &color);
}
