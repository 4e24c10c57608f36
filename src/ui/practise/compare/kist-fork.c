#include "kist-fork.h"

#define HEIGHT 72
#define LINE_WIDTH 4
#define DOT_RADIUS 9
#define STEM 18 /* down to where the ways part */

struct _KistFork
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KistFork, kist_fork, GTK_TYPE_WIDGET)

static void
add_way (GskPathBuilder *builder, float from, float to, float height)
{
  float half = STEM + (height - STEM) / 2;

  gsk_path_builder_move_to (builder, from, STEM);
  gsk_path_builder_cubic_to (builder, from, half + 6, to, half - 6, to, height);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (widget), height = (float)gtk_widget_get_height (widget);
  g_autoptr (GskPathBuilder) lines = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) dot = gsk_path_builder_new ();
  g_autoptr (GskPath) line_path = NULL;
  g_autoptr (GskPath) dot_path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color); /* style.css gives it the accent colour */
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_path_builder_move_to (lines, width / 2, 0);
  gsk_path_builder_line_to (lines, width / 2, STEM);
  add_way (lines, width / 2, width / 4, height);
  add_way (lines, width / 2, 3 * width / 4, height);
  line_path = gsk_path_builder_free_to_path (g_steal_pointer (&lines));
  gtk_snapshot_append_stroke (snapshot, line_path, stroke, &color);
  gsk_path_builder_add_circle (dot, &GRAPHENE_POINT_INIT (width / 2, STEM), DOT_RADIUS);
  dot_path = gsk_path_builder_free_to_path (g_steal_pointer (&dot));
  gtk_snapshot_append_fill (snapshot, dot_path, GSK_FILL_RULE_WINDING, &color);
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
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
kist_fork_class_init (KistForkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_css_name (widget_class, "kist-fork");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kist_fork_init (KistFork *self)
{
}
