#include "kist-scale-ink.h"

#include <adwaita.h>

#define MARK_SIZE 9

/**
 * kist_scale_ink_get_color:
 * @widget: the chart
 * @series: 0 for the newest
 * @color: (out): the accent colour for the newest, the text's colour for the others
 */
void
kist_scale_ink_get_color (GtkWidget *widget, guint series, GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (series == 0)
    adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                         adw_style_manager_get_dark (manager), color);
  else
    gtk_widget_get_color (widget, color);
}

/**
 * kist_scale_ink_get_track_color:
 * @widget: the chart
 * @color: (out): what the series are drawn on: faint, and less so in high contrast
 */
void
kist_scale_ink_get_track_color (GtkWidget *widget, GdkRGBA *color)
{
  gtk_widget_get_color (widget, color);
  color->alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.5f : 0.15f;
}

/**
 * kist_scale_ink_new_stroke:
 * @series: 0 for the newest
 *
 * Returns: (transfer full): its line: whole, dashed or dotted
 */
GskStroke *
kist_scale_ink_new_stroke (guint series)
{
  static const float dashes[] = { 6, 5 };
  static const float dots[] = { 0.01f, 5 };
  GskStroke         *stroke = gsk_stroke_new (series == 0 ? 2.5f : 2);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (series == 1)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  else if (series > 1)
    gsk_stroke_set_dash (stroke, dots, G_N_ELEMENTS (dots));
  return stroke;
}

/**
 * kist_scale_ink_snapshot_mark:
 * @widget: the chart
 * @series: 0 for the newest
 * @at: its middle
 * @snapshot: where to
 *
 * Draws a full disc for the newest, a hollow one for the one before, a hollow diamond for the third: hollow is the
 * opposite of the text's colour, so that it stands out on a bar.
 */
void
kist_scale_ink_snapshot_mark (GtkWidget *widget, guint series, const graphene_point_t *at, GtkSnapshot *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke      *stroke = gsk_stroke_new (2);
  float           r = MARK_SIZE / 2.0f;
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color, inside;

  if (series < 2)
    gsk_path_builder_add_circle (builder, at, r);
  else
    {
      gsk_path_builder_move_to (builder, at->x, at->y - r);
      gsk_path_builder_line_to (builder, at->x + r, at->y);
      gsk_path_builder_line_to (builder, at->x, at->y + r);
      gsk_path_builder_line_to (builder, at->x - r, at->y);
      gsk_path_builder_close (builder);
    }
  path = gsk_path_builder_free_to_path (builder);
  kist_scale_ink_get_color (widget, series, &color);
  inside = series == 0 ? color : (GdkRGBA){ 1 - color.red, 1 - color.green, 1 - color.blue, 1 };
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &inside);
  if (series > 0)
    gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

/**
 * kist_scale_ink_new_text:
 * @widget: the chart
 * @text: what it says
 * @width: pixels to wrap it at
 *
 * Returns: (transfer full): @text in the chart's font
 */
PangoLayout *
kist_scale_ink_new_text (GtkWidget *widget, const char *text, double width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int)(MAX (width, 1) * PANGO_SCALE));
  return layout;
}

/**
 * kist_scale_ink_snapshot_text:
 * @widget: the chart
 * @layout: a text
 * @x: where the ink's box begins
 * @y: its top
 * @alpha: 1 for plain text
 * @snapshot: where to
 */
void
kist_scale_ink_snapshot_text (GtkWidget   *widget,
                              PangoLayout *layout,
                              double       x,
                              double       y,
                              double       alpha,
                              GtkSnapshot *snapshot)
{
  PangoRectangle box;
  GdkRGBA        color;

  gtk_widget_get_color (widget, &color);
  color.alpha *= (float)alpha;
  /* An aligned layout begins somewhere in its width; what was laid out is the box of its lines. */
  pango_layout_get_pixel_extents (layout, NULL, &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(x - box.x), (float)(y - box.y)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}
