#include "kist-scale-bars.h"

#include "kist-scale-ink.h"

#define BAR_HEIGHT 8
#define TITLE_GAP 6 /* between a title and its bar */
#define ROW_GAP 18
#define VALUE_GAP 12 /* between a title and its value */

static void
snapshot_piece (GtkSnapshot *snapshot, double x, double y, double width, const GdkRGBA *color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, BAR_HEIGHT),
                                   BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_bar (GtkWidget *widget, const KistScaleData *data, guint item, double y, double width, GtkSnapshot *snapshot)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA  track, color;
  double   length = width * data->values[0][item] / data->n_points;

  kist_scale_ink_get_track_color (widget, &track);
  kist_scale_ink_get_color (widget, 0, &color);
  snapshot_piece (snapshot, 0, y, width, &track);
  if (length > 0)
    snapshot_piece (snapshot, is_rtl ? width - length : 0, y, length, &color);

  for (guint s = 1; s < data->n_series; s++)
    {
      double x = width * data->values[s][item] / data->n_points;

      /* A mark at the very end keeps inside. */
      x = CLAMP (x, BAR_HEIGHT, width - BAR_HEIGHT);
      if (data->values[s][item] > 0)
        kist_scale_ink_snapshot_mark (
            widget, s, &GRAPHENE_POINT_INIT ((float)(is_rtl ? width - x : x), (float)y + BAR_HEIGHT / 2.0f), snapshot);
    }
}

static double
snapshot_row (GtkWidget *widget, const KistScaleData *data, guint item, double y, double width, GtkSnapshot *snapshot)
{
  gboolean         is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree char *words = data->n_series > 0 ? kist_scale_data_describe_value (data, 0, item) : g_strdup ("");
  g_autoptr (PangoLayout) value = kist_scale_ink_new_text (widget, words, width);
  g_autoptr (PangoLayout) title = NULL;
  PangoRectangle value_box, title_box;
  double         height;

  pango_layout_get_pixel_extents (value, NULL, &value_box);
  title = kist_scale_ink_new_text (widget, data->titles[item], width - value_box.width - VALUE_GAP);
  pango_layout_set_wrap (title, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_extents (title, NULL, &title_box);
  height = MAX (title_box.height, value_box.height);

  if (snapshot != NULL)
    {
      kist_scale_ink_snapshot_text (widget, title, is_rtl ? width - title_box.width : 0, y, 1, snapshot);
      kist_scale_ink_snapshot_text (widget, value, is_rtl ? 0 : width - value_box.width, y, 0.75, snapshot);
      snapshot_bar (widget, data, item, y + height + TITLE_GAP, width, snapshot);
    }
  return height + TITLE_GAP + BAR_HEIGHT;
}

/**
 * kist_scale_bars_snapshot:
 * @widget: the chart
 * @data: what to draw
 * @width: pixels
 * @snapshot: (nullable): where to; %NULL only measures
 *
 * Returns: the height in pixels
 */
double
kist_scale_bars_snapshot (GtkWidget *widget, const KistScaleData *data, double width, GtkSnapshot *snapshot)
{
  double y = 0;

  for (guint i = 0; i < data->n_items; i++)
    y += (i > 0 ? ROW_GAP : 0) + snapshot_row (widget, data, i, y + (i > 0 ? ROW_GAP : 0), width, snapshot);
  return y;
}
