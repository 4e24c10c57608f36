#include "kist-scale-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "kist-scale-bars.h"
#include "kist-scale-ink.h"
#include "kist-scale-radar.h"

#define MIN_WIDTH 200
#define NATURAL_WIDTH 560
#define LEGEND_GAP 20 /* between the drawing and the legend */
#define SWATCH_WIDTH 28
#define ENTRY_GAP 20 /* between two entries of the legend */
#define LINE_GAP 6
#define SWATCH_GAP 8 /* between a swatch and its name */

struct _KistScaleChart
{
  GtkWidget parent_instance;

  char          *title; /* (owned) */
  KistScaleData *data;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistScaleChart, kist_scale_chart, GTK_TYPE_WIDGET)

static void
update_accessible (KistScaleChart *self)
{
  g_autofree char *description = kist_scale_data_describe (self->data);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
snapshot_swatch (KistScaleChart *self, guint series, double x, double y, GtkSnapshot *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke      *stroke = kist_scale_ink_new_stroke (series);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  gsk_path_builder_move_to (builder, (float)x, (float)y);
  gsk_path_builder_rel_line_to (builder, SWATCH_WIDTH, 0);
  path = gsk_path_builder_free_to_path (builder);
  kist_scale_ink_get_color (GTK_WIDGET (self), series, &color);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
  kist_scale_ink_snapshot_mark (GTK_WIDGET (self), series,
                                &GRAPHENE_POINT_INIT ((float)x + SWATCH_WIDTH / 2.0f, (float)y), snapshot);
}

/* Entries stand beside each other while they fit. Returns the height; @snapshot may be NULL. */
static double
snapshot_legend (KistScaleChart *self, double top, double width, GtkSnapshot *snapshot)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double   room = width - SWATCH_WIDTH - SWATCH_GAP;
  double   x = 0, y = top, line_height = 0;

  if (self->data->n_series < 2) /* a single series needs no telling apart */
    return 0;
  for (guint s = 0; s < self->data->n_series; s++)
    {
      g_autoptr (PangoLayout) name = kist_scale_ink_new_text (GTK_WIDGET (self), self->data->names[s], room);
      PangoRectangle box;
      double         length;

      pango_layout_get_pixel_extents (name, NULL, &box);
      length = SWATCH_WIDTH + SWATCH_GAP + box.width;
      if (x > 0 && x + length > width)
        {
          x = 0;
          y += line_height + LINE_GAP;
          line_height = 0;
        }
      if (snapshot != NULL)
        {
          double name_x = x + SWATCH_WIDTH + SWATCH_GAP;

          snapshot_swatch (self, s, is_rtl ? width - x - SWATCH_WIDTH : x, y + box.height / 2.0, snapshot);
          kist_scale_ink_snapshot_text (GTK_WIDGET (self), name, is_rtl ? width - name_x - box.width : name_x, y, 1,
                                        snapshot);
        }
      x += length + ENTRY_GAP;
      line_height = MAX (line_height, box.height);
    }
  return y + line_height - top;
}

/* Draws, or only measures when @snapshot is NULL; returns the height. */
static double
snapshot_all (KistScaleChart *self, double width, GtkSnapshot *snapshot)
{
  KistScaleRadar radar;
  double         height, legend;

  if (self->data->n_items == 0)
    return 0;
  if (kist_scale_radar_layout (GTK_WIDGET (self), self->data, width, &radar))
    {
      height = radar.height;
      if (snapshot != NULL)
        kist_scale_radar_snapshot (GTK_WIDGET (self), self->data, &radar, snapshot);
    }
  else
    height = kist_scale_bars_snapshot (GTK_WIDGET (self), self->data, width, snapshot);

  legend = snapshot_legend (self, height + LEGEND_GAP, width, snapshot);
  return legend > 0 ? height + LEGEND_GAP + legend : height;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  snapshot_all (KIST_SCALE_CHART (widget), gtk_widget_get_width (widget), snapshot);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size,
         int           *minimum,
         int           *natural,
         int           *minimum_baseline,
         int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural =
      (int)ceil (snapshot_all (KIST_SCALE_CHART (widget), for_size < 0 ? NATURAL_WIDTH : for_size, NULL));
}

static void
finalize (GObject *object)
{
  KistScaleChart *self = KIST_SCALE_CHART (object);

  g_clear_pointer (&self->data, kist_scale_data_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (kist_scale_chart_parent_class)->finalize (object);
}

static void
kist_scale_chart_class_init (KistScaleChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_css_name (widget_class, "kist-scale-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kist_scale_chart_init (KistScaleChart *self)
{
  const char *no_titles[] = { NULL };

  self->title = g_strdup (_ ("Chart of the ratings"));
  self->data = kist_scale_data_new (no_titles, 1, NULL, 0);
  /* A stop for Tab, because that is how a screen reader comes to speak a picture. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  update_accessible (self);
  /* The text's colour comes with the style, the accent colour does not. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * kist_scale_chart_new:
 *
 * Returns: an empty chart
 */
GtkWidget *
kist_scale_chart_new (void)
{
  return g_object_new (KIST_TYPE_SCALE_CHART, NULL);
}

/**
 * kist_scale_chart_set_title:
 * @self: a chart
 * @title: what a screen reader calls it, such as "Digital learner"
 */
void
kist_scale_chart_set_title (KistScaleChart *self, const char *title)
{
  g_return_if_fail (KIST_IS_SCALE_CHART (self));
  g_return_if_fail (title != NULL);

  if (g_set_str (&self->title, title))
    update_accessible (self);
}

/**
 * kist_scale_chart_set_data:
 * @self: a chart
 * @titles: (array zero-terminated=1): a word or two for each item, at most twelve; three or more can be a radar
 * @n_points: what the values go up to
 * @series: (array length=n_series): the ratings, the newest first, at most three; copied
 * @n_series: how many
 */
void
kist_scale_chart_set_data (KistScaleChart        *self,
                           const char *const     *titles,
                           int                    n_points,
                           const KistScaleSeries *series,
                           guint                  n_series)
{
  g_return_if_fail (KIST_IS_SCALE_CHART (self));
  g_return_if_fail (titles != NULL);
  g_return_if_fail (series != NULL || n_series == 0);

  kist_scale_data_free (self->data);
  self->data = kist_scale_data_new (titles, n_points, series, n_series);
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
