#include "kist-scale-radar.h"

#include <math.h>

#include "kist-scale-ink.h"

#define MAX_RADIUS 150
#define MIN_RADIUS 84 /* below it five points are less than 17 pixels apart, and bars read better */
#define RADIUS_STEP 6
#define TITLE_GAP 12   /* between the end of an axis and its title */
#define MIN_DISTANCE 6 /* between two titles */
#define MAX_TITLE_WIDTH 170
#define MIN_ITEMS 3

/* An axis this near to upright has its title centred above or below its end. */
#define UPRIGHT 0.2

/* Which way an axis points: x to the right, y down. */
static graphene_point_t
get_direction (GtkWidget *widget, const KistScaleData *data, guint item)
{
  double angle = 2 * G_PI * item / data->n_items;
  double side = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  return GRAPHENE_POINT_INIT ((float)(side * sin (angle)), (float)-cos (angle));
}

/* The room that a title has beside the end of its axis. */
static double
get_title_width (graphene_point_t direction, double width, double radius)
{
  double room = width / 2 - fabs (direction.x) * (radius + TITLE_GAP);

  return MIN (MAX_TITLE_WIDTH, fabs (direction.x) < UPRIGHT ? width * 0.8 : room);
}

/* Relative to the centre. FALSE when a word of the title is wider than there is room. */
static gboolean
place_title (GtkWidget           *widget,
             const KistScaleData *data,
             guint                item,
             double               width,
             double               radius,
             graphene_rect_t     *rect)
{
  graphene_point_t direction = get_direction (widget, data, item);
  double           room = get_title_width (direction, width, radius);
  g_autoptr (PangoLayout) layout = kist_scale_ink_new_text (widget, data->titles[item], room);
  PangoRectangle box;
  double         x, y;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  if (box.width > room)
    return FALSE;
  x = direction.x * (radius + TITLE_GAP);
  y = direction.y * (radius + TITLE_GAP) - box.height * (1 - direction.y) / 2;
  if (fabsf (direction.x) < UPRIGHT)
    x -= box.width / 2.0;
  else if (direction.x < 0)
    x -= box.width;
  graphene_rect_init (rect, (float)x, (float)y, (float)box.width, (float)box.height);
  return TRUE;
}

static gboolean
is_too_near (const graphene_rect_t *a, const graphene_rect_t *b)
{
  graphene_rect_t grown;

  graphene_rect_inset_r (a, -MIN_DISTANCE, -MIN_DISTANCE / 2.0f, &grown);
  return graphene_rect_intersection (&grown, b, NULL);
}

static gboolean
try_radius (GtkWidget *widget, const KistScaleData *data, double width, double radius, KistScaleRadar *radar)
{
  double top = -radius;
  double bottom = radius;

  for (guint i = 0; i < data->n_items; i++)
    {
      graphene_rect_t *rect = &radar->titles[i];

      if (!place_title (widget, data, i, width, radius, rect))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (is_too_near (rect, &radar->titles[j]))
          return FALSE;
      top = MIN (top, rect->origin.y);
      bottom = MAX (bottom, rect->origin.y + rect->size.height);
    }

  radar->radius = radius;
  radar->centre = GRAPHENE_POINT_INIT ((float)width / 2, (float)-floor (top));
  radar->height = ceil (bottom) - floor (top);
  for (guint i = 0; i < data->n_items; i++)
    graphene_rect_offset (&radar->titles[i], radar->centre.x, radar->centre.y);
  return TRUE;
}

static void
snapshot_web (GtkWidget *widget, const KistScaleData *data, const KistScaleRadar *radar, GtkSnapshot *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke      *stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  for (guint i = 0; i < data->n_items; i++)
    {
      graphene_point_t d = get_direction (widget, data, i);

      gsk_path_builder_move_to (builder, radar->centre.x, radar->centre.y);
      gsk_path_builder_rel_line_to (builder, d.x * (float)radar->radius, d.y * (float)radar->radius);
    }
  for (int point = 1; point <= data->n_points; point++)
    {
      float r = (float)(radar->radius * point / data->n_points);

      for (guint i = 0; i < data->n_items; i++)
        {
          graphene_point_t d = get_direction (widget, data, i);

          if (i == 0)
            gsk_path_builder_move_to (builder, radar->centre.x + d.x * r, radar->centre.y + d.y * r);
          else
            gsk_path_builder_line_to (builder, radar->centre.x + d.x * r, radar->centre.y + d.y * r);
        }
      gsk_path_builder_close (builder);
    }
  path = gsk_path_builder_free_to_path (builder);
  kist_scale_ink_get_track_color (widget, &color);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

/* The numbers of the points, beside the upright axis. */
static void
snapshot_points (GtkWidget *widget, const KistScaleData *data, const KistScaleRadar *radar, GtkSnapshot *snapshot)
{
  for (int point = 1; point <= data->n_points; point++)
    {
      g_autofree char *text = g_strdup_printf ("%d", point);
      g_autoptr (PangoLayout) layout = kist_scale_ink_new_text (widget, text, G_MAXINT16);
      PangoAttrList *attributes = pango_attr_list_new ();
      gboolean       is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      PangoRectangle box;

      pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
      pango_layout_get_pixel_extents (layout, NULL, &box);
      if (box.height > radar->radius / data->n_points)
        return; /* too large a text to stand between the rings */
      kist_scale_ink_snapshot_text (widget, layout, radar->centre.x + (is_rtl ? 5 : -5 - box.width),
                                    radar->centre.y - radar->radius * point / data->n_points + 1, 0.7, snapshot);
    }
}

static graphene_point_t
get_point (GtkWidget *widget, const KistScaleData *data, const KistScaleRadar *radar, guint series, guint item)
{
  graphene_point_t d = get_direction (widget, data, item);
  float            r = (float)(radar->radius * data->values[series][item] / data->n_points);

  return GRAPHENE_POINT_INIT (radar->centre.x + d.x * r, radar->centre.y + d.y * r);
}

static void
snapshot_series (GtkWidget            *widget,
                 const KistScaleData  *data,
                 const KistScaleRadar *radar,
                 guint                 series,
                 GtkSnapshot          *snapshot)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke      *stroke = kist_scale_ink_new_stroke (series);
  g_autoptr (GskPath) path = NULL;
  gboolean is_complete = TRUE;
  GdkRGBA  color, area;

  /* A line goes from one item to the next where both are rated, so that a gap is seen as one. */
  for (guint i = 0; i < data->n_items; i++)
    {
      guint            next = (i + 1) % data->n_items;
      graphene_point_t from = get_point (widget, data, radar, series, i);
      graphene_point_t to = get_point (widget, data, radar, series, next);

      if (i == 0 || data->values[series][i] == 0)
        gsk_path_builder_move_to (builder, from.x, from.y);
      if (data->values[series][i] > 0 && data->values[series][next] > 0)
        gsk_path_builder_line_to (builder, to.x, to.y);
      else
        {
          gsk_path_builder_move_to (builder, to.x, to.y);
          is_complete = FALSE;
        }
    }
  if (is_complete)
    gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (builder);
  kist_scale_ink_get_color (widget, series, &color);
  area = color;
  area.alpha *= 0.18f;
  if (series == 0 && is_complete)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &area);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);

  for (guint i = 0; i < data->n_items; i++)
    {
      graphene_point_t at = get_point (widget, data, radar, series, i);

      if (data->values[series][i] > 0)
        kist_scale_ink_snapshot_mark (widget, series, &at, snapshot);
    }
}

/**
 * kist_scale_radar_layout:
 * @widget: the chart, whose font and direction are used
 * @data: what to draw
 * @width: pixels
 * @radar: (out): where everything goes
 *
 * Finds the largest radar whose titles neither overlap nor leave the width.
 *
 * Returns: %FALSE when there is none that reads well; then bars do
 */
gboolean
kist_scale_radar_layout (GtkWidget *widget, const KistScaleData *data, double width, KistScaleRadar *radar)
{
  if (data->n_items < MIN_ITEMS)
    return FALSE;
  for (double radius = MAX_RADIUS; radius >= MIN_RADIUS; radius -= RADIUS_STEP)
    if (try_radius (widget, data, width, radius, radar))
      return TRUE;
  return FALSE;
}

/**
 * kist_scale_radar_snapshot:
 * @widget: the chart
 * @data: what to draw
 * @radar: from kist_scale_radar_layout()
 * @snapshot: where to
 */
void
kist_scale_radar_snapshot (GtkWidget            *widget,
                           const KistScaleData  *data,
                           const KistScaleRadar *radar,
                           GtkSnapshot          *snapshot)
{
  snapshot_web (widget, data, radar, snapshot);
  snapshot_points (widget, data, radar, snapshot);
  for (guint s = data->n_series; s > 0; s--) /* the newest on top */
    snapshot_series (widget, data, radar, s - 1, snapshot);

  for (guint i = 0; i < data->n_items; i++)
    {
      graphene_point_t direction = get_direction (widget, data, i);
      double           room = get_title_width (direction, radar->centre.x * 2, radar->radius);
      g_autoptr (PangoLayout) layout = kist_scale_ink_new_text (widget, data->titles[i], room);
      const graphene_rect_t *rect = &radar->titles[i];

      if (fabsf (direction.x) < UPRIGHT)
        pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      else
        pango_layout_set_alignment (layout, direction.x < 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      kist_scale_ink_snapshot_text (widget, layout, rect->origin.x, rect->origin.y, 1, snapshot);
    }
}
