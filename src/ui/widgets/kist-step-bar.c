#include "kist-step-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HEIGHT 6
#define GAP 3
#define MIN_WIDTH 60
#define NATURAL_WIDTH 160

/* Narrower than this a segment is a speck. */
#define MIN_SEGMENT 8

struct _KistStepBar
{
  GtkWidget parent_instance;

  unsigned n_done;
  unsigned n_steps;
};

G_DEFINE_FINAL_TYPE (KistStepBar, kist_step_bar, GTK_TYPE_WIDGET)

static void
snapshot_piece (KistStepBar *self, GtkSnapshot *snapshot, double x, double width, const GdkRGBA *color)
{
  double         total = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean       is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double         top = (gtk_widget_get_height (GTK_WIDGET (self)) - HEIGHT) / 2.0;
  GskRoundedRect rect;

  if (is_rtl)
    x = total - x - width;
  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT ((float)x, (float)top, (float)width, HEIGHT),
                                   HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KistStepBar *self = KIST_STEP_BAR (widget);
  double       width = gtk_widget_get_width (widget);
  double       segment = self->n_steps > 0 ? (width - GAP * (self->n_steps - 1.0)) / self->n_steps : 0;
  gboolean     is_contrasting = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA      color, track;

  gtk_widget_get_color (widget, &color);
  track = color;
  track.alpha *= is_contrasting ? 0.5f : 0.2f;

  if (segment < MIN_SEGMENT)
    {
      snapshot_piece (self, snapshot, 0, width, &track);
      if (self->n_done > 0)
        snapshot_piece (self, snapshot, 0, MAX (HEIGHT, width * self->n_done / self->n_steps), &color);
      return;
    }
  for (unsigned i = 0; i < self->n_steps; i++)
    snapshot_piece (self, snapshot, i * (segment + GAP), segment, i < self->n_done ? &color : &track);
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
kist_step_bar_class_init (KistStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_css_name (widget_class, "kist-step-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
kist_step_bar_init (KistStepBar *self)
{
  kist_step_bar_set_steps (self, 0, 0);
}

/**
 * kist_step_bar_new:
 *
 * Returns: a bar of no steps
 */
GtkWidget *
kist_step_bar_new (void)
{
  return g_object_new (KIST_TYPE_STEP_BAR, NULL);
}

/**
 * kist_step_bar_set_steps:
 * @self: a bar
 * @n_done: how many are done, at most @n_steps
 * @n_steps: how many there are
 */
void
kist_step_bar_set_steps (KistStepBar *self, unsigned n_done, unsigned n_steps)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KIST_IS_STEP_BAR (self));
  g_return_if_fail (n_done <= n_steps);

  self->n_done = n_done;
  self->n_steps = n_steps;
  /* Translators: the first number is how many steps are done, the second how many there are */
  text = g_strdup_printf (ngettext ("%u of %u step done", "%u of %u steps done", n_steps), n_done, n_steps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double)n_steps, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)n_done, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
