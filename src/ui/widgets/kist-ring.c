#include "kist-ring.h"

#include <adwaita.h>
#include <math.h>

#define DEFAULT_SIZE 48
#define DURATION 400 /* milliseconds */

/* Below this there is no room for a text in the middle. */
#define MIN_SIZE_WITH_TEXT 40

struct _KistRing
{
  GtkWidget parent_instance;

  int    size; /* pixels, without the text's size */
  double fraction;
  char  *text;        /* (owned) (nullable) */
  char  *description; /* (owned) (nullable) */

  GtkWidget    *label;     /* (owned) as a child */
  GtkWidget    *tick;      /* (owned) as a child */
  AdwAnimation *animation; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistRing, kist_ring, GTK_TYPE_WIDGET)

enum
{
  PROP_SIZE = 1,
  PROP_FRACTION,
  PROP_TEXT,
  PROP_DESCRIPTION,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
update_accessible (KistRing *self)
{
  g_autofree char *percent = g_strdup_printf ("%.0f%%", floor (self->fraction * 100));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  self->fraction, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  self->text != NULL ? self->text : percent, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description != NULL ? self->description : percent, -1);
}

static void
update_middle (KistRing *self)
{
  gboolean is_complete = self->fraction >= 1;

  gtk_widget_set_visible (self->tick, is_complete);
  gtk_widget_set_visible (self->label, !is_complete && self->text != NULL && self->size >= MIN_SIZE_WITH_TEXT);
  gtk_label_set_label (GTK_LABEL (self->label), self->text != NULL ? self->text : "");
  gtk_image_set_pixel_size (GTK_IMAGE (self->tick), MAX (12, self->size * 2 / 5));
  if (self->size >= 72)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large");
}

/* A part of a circle, clockwise from the top. */
static GskPath *
new_arc (double centre, double radius, double fraction)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double          angle = fraction * 2 * G_PI;

  if (fraction >= 1)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float)centre, (float)centre), (float)radius);
  else
    {
      gsk_path_builder_move_to (builder, (float)centre, (float)(centre - radius));
      gsk_path_builder_svg_arc_to (builder, (float)radius, (float)radius, 0, angle > G_PI, TRUE,
                                   (float)(centre + radius * sin (angle)), (float)(centre - radius * cos (angle)));
    }
  return gsk_path_builder_free_to_path (builder);
}

static void
snapshot_arc (GtkSnapshot *snapshot, double size, double width, double fraction, const GdkRGBA *color)
{
  g_autoptr (GskPath) path = new_arc (size / 2, (size - width) / 2, fraction);
  GskStroke *stroke = gsk_stroke_new ((float)width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
animate_cb (double value, KistRing *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KistRing *self = KIST_RING (widget);
  double    size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  double    width = MAX (3, round (size / 11));
  double    shown = adw_animation_get_value (self->animation);
  gboolean  is_contrasting = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA   color, track;

  gtk_widget_get_color (widget, &color);
  track = color;
  track.alpha *= is_contrasting ? 0.5f : 0.2f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(gtk_widget_get_width (widget) - size) / 2,
                                                          (float)(gtk_widget_get_height (widget) - size) / 2));
  snapshot_arc (snapshot, size, width, 1, &track);
  if (shown > 0)
    snapshot_arc (snapshot, size, width, shown, &color);
  gtk_snapshot_restore (snapshot);

  GTK_WIDGET_CLASS (kist_ring_parent_class)->snapshot (widget, snapshot);
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
  KistRing *self = KIST_RING (widget);
  int       text = 0;

  /* A larger text needs a larger ring: the text's box fits into the circle inside the stroke. */
  if (gtk_widget_get_visible (self->label))
    gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &text, NULL, NULL, NULL);
  *minimum = *natural = MAX (self->size, (int)ceil (text * 1.45));
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_allocate (child, width, height, -1, NULL);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  KistRing *self = KIST_RING (object);

  switch (id)
    {
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  KistRing *self = KIST_RING (object);

  switch (id)
    {
    case PROP_SIZE:
      kist_ring_set_size (self, g_value_get_int (value));
      break;
    case PROP_FRACTION:
      kist_ring_set_fraction (self, g_value_get_double (value));
      break;
    case PROP_TEXT:
      kist_ring_set_text (self, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      kist_ring_set_description (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
dispose (GObject *object)
{
  KistRing *self = KIST_RING (object);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->tick, gtk_widget_unparent);
  G_OBJECT_CLASS (kist_ring_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  KistRing *self = KIST_RING (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->description, g_free);
  G_OBJECT_CLASS (kist_ring_parent_class)->finalize (object);
}

static void
kist_ring_class_init (KistRingClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = snapshot;

  properties[PROP_SIZE] =
      g_param_spec_int ("size", NULL, NULL, KIST_RING_MIN_SIZE, KIST_RING_MAX_SIZE, DEFAULT_SIZE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "kist-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
kist_ring_init (KistRing *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new ((AdwAnimationTargetFunc)animate_cb, self, NULL);

  self->size = DEFAULT_SIZE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, DURATION, target);

  /* Both are drawings of what the ring itself says to a screen reader. */
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign",
                              GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->tick = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                             "object-select-symbolic", "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (self->tick, GTK_WIDGET (self));
  update_middle (self);
  update_accessible (self);
}

/**
 * kist_ring_new:
 * @size: pixels, 24 to 96
 *
 * Returns: an empty ring
 */
GtkWidget *
kist_ring_new (int size)
{
  return g_object_new (KIST_TYPE_RING, "size", size, NULL);
}

/**
 * kist_ring_set_size:
 * @self: a ring
 * @size: its diameter in pixels, 24 to 96; it becomes larger where its text needs it. Below 40 no text is shown
 */
void
kist_ring_set_size (KistRing *self, int size)
{
  g_return_if_fail (KIST_IS_RING (self));
  g_return_if_fail (size >= KIST_RING_MIN_SIZE && size <= KIST_RING_MAX_SIZE);

  if (size == self->size)
    return;
  self->size = size;
  update_middle (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}

/**
 * kist_ring_set_fraction:
 * @self: a ring
 * @fraction: how much is there, clamped to 0 … 1; a ring in sight goes there smoothly, if the desktop animates at all
 */
void
kist_ring_set_fraction (KistRing *self, double fraction)
{
  double shown;

  g_return_if_fail (KIST_IS_RING (self));

  fraction = isnan (fraction) ? 0 : CLAMP (fraction, 0, 1);
  if (fraction == self->fraction)
    return;
  shown = adw_animation_get_value (self->animation);
  self->fraction = fraction;
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), shown);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), fraction);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation); /* ends at once when unmapped or when animations are off */
  update_middle (self);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/**
 * kist_ring_set_text:
 * @self: a ring
 * @text: (nullable): a few characters for its middle, such as "4/7"; a tick takes its place when the ring is complete
 */
void
kist_ring_set_text (KistRing *self, const char *text)
{
  g_return_if_fail (KIST_IS_RING (self));

  if (!g_set_str (&self->text, text))
    return;
  update_middle (self);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * kist_ring_set_description:
 * @self: a ring
 * @description: (nullable): what a screen reader calls it, such as "Email: 2 of 3 criteria met"
 */
void
kist_ring_set_description (KistRing *self, const char *description)
{
  g_return_if_fail (KIST_IS_RING (self));

  if (!g_set_str (&self->description, description))
    return;
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}
