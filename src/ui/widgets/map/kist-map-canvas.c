#include "kist-map-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "kist-map-hand.h"
#include "kist-map-ink.h"
#include "kist-map-keys.h"
#include "kist-map-view.h"
#include "kist-map-words.h"

#define LINE_HEIGHT 18.0 /* what a line of the desktop's usual text takes, in pixels: a unit's measure */
#define DURATION 180     /* ms */
#define NATURAL_SIZE 320
#define FOOT 64 /* where the buttons for zooming stand, which must hide nothing */

struct _KistMapCanvas
{
  GtkWidget parent_instance;

  KistMapData  *data;   /* (owned) (nullable) */
  KistMapHand  *hand;   /* (owned) */
  AdwAnimation *motion; /* (owned) */
  KistMapView   view;
  KistMapView   from; /* where the motion began */
  KistMapView   to;   /* where it ends */
  gboolean      is_begun;
  gboolean      is_moving;
  unsigned      passage; /* with the focus */
};

G_DEFINE_FINAL_TYPE (KistMapCanvas, kist_map_canvas, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Pixels to a unit: at 200 % text everything is drawn twice as large. */
static double
get_unit (KistMapCanvas *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height, 1) / LINE_HEIGHT;
}

static KistMapFrame
get_frame (KistMapCanvas *self)
{
  return (KistMapFrame){
    .width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1),
    .height = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - FOOT, 1),
    .map_width = self->data ? self->data->layout->width : 1,
    .map_height = self->data ? self->data->layout->height : 1,
    .unit = get_unit (self),
  };
}

/* Gets there at once where it follows the hand, or where the desktop wants no movement. */
static void
look (KistMapCanvas *self, KistMapView view, gboolean is_moving)
{
  if (!self->data)
    return;
  self->is_moving = FALSE;
  adw_animation_reset (self->motion);
  self->is_moving = is_moving;
  self->is_begun = TRUE;
  self->from = self->view;
  self->to = view;
  if (is_moving)
    adw_animation_play (self->motion);
  else
    self->view = view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (double value, gpointer data)
{
  KistMapCanvas *self = data;

  if (!self->is_moving) /* it is being stopped */
    return;
  self->view.scale = adw_lerp (self->from.scale, self->to.scale, value);
  self->view.x = adw_lerp (self->from.x, self->to.x, value);
  self->view.y = adw_lerp (self->from.y, self->to.y, value);
  self->is_moving = value < 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_accessible (KistMapCanvas *self)
{
  g_autofree char *words = kist_map_words_dup_passage (self->data->graph, self->data->walked, self->passage);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
move_focus (KistMapCanvas *self, unsigned passage)
{
  const KistGraphPlace *place = &self->data->layout->places[passage];
  KistMapFrame          frame = get_frame (self);
  g_autofree char      *words = kist_map_words_dup_passage (self->data->graph, self->data->walked, passage);

  if (!place->is_placed)
    return;
  self->passage = passage;
  update_accessible (self);
  /* Through the map around it, as the one with the focus cannot where a test listens. */
  gtk_accessible_announce (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  look (self,
        kist_map_view_show (self->view, &frame, kist_map_data_get_x (self->data, place->x), place->y,
                            KIST_GRAPH_NODE_WIDTH * 0.7, KIST_GRAPH_NODE_HEIGHT),
        TRUE);
}

static void
kist_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KistMapCanvas  *self = KIST_MAP_CANVAS (widget);
  float           width = (float)gtk_widget_get_width (widget), height = (float)gtk_widget_get_height (widget);
  float           scale = (float)self->view.scale;
  graphene_rect_t seen, around;
  KistMapInk      ink;

  if (!self->data || scale <= 0)
    return;
  kist_map_ink_init (&ink, widget);
  graphene_rect_init (&seen, -(float)self->view.x / scale, -(float)self->view.y / scale, width / scale, height / scale);
  graphene_rect_inset_r (&seen, -KIST_GRAPH_NODE_WIDTH, -KIST_GRAPH_NODE_HEIGHT, &around);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)self->view.x, (float)self->view.y));
  gtk_snapshot_scale (snapshot, scale, scale);
  kist_map_ink_snapshot_lines (&ink, self->data, &around, snapshot);
  kist_map_ink_snapshot_passages (&ink, widget, self->data, &around, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    kist_map_ink_snapshot_focus (&ink, self->data, self->passage, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
kist_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KistMapCanvas *self = KIST_MAP_CANVAS (widget);
  unsigned       start;
  KistMapFrame   frame;

  if (!self->data)
    return;
  frame = get_frame (self);
  start = kist_scenario_get_start (kist_graph_get_scenario (self->data->graph));
  if (self->is_begun)
    self->view = kist_map_view_move (self->view, &frame, 0, 0);
  else
    self->view = kist_map_view_begin (&frame, kist_map_data_get_x (self->data, self->data->layout->places[start].x));
}

static void
kist_map_canvas_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = 0;
  *natural = NATURAL_SIZE;
}

static void
kist_map_canvas_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  KistMapCanvas *self = KIST_MAP_CANVAS (widget);

  if (self->data)
    self->data->is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->is_begun = FALSE;
  GTK_WIDGET_CLASS (kist_map_canvas_parent_class)->direction_changed (widget, previous);
}

static void
kist_map_canvas_dispose (GObject *object)
{
  KistMapCanvas *self = KIST_MAP_CANVAS (object);

  g_clear_object (&self->motion);
  g_clear_pointer (&self->hand, kist_map_hand_free);
  g_clear_pointer (&self->data, kist_map_data_free);
  G_OBJECT_CLASS (kist_map_canvas_parent_class)->dispose (object);
}

static void
kist_map_canvas_class_init (KistMapCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_map_canvas_dispose;
  widget_class->snapshot = kist_map_canvas_snapshot;
  widget_class->size_allocate = kist_map_canvas_size_allocate;
  widget_class->measure = kist_map_canvas_measure;
  widget_class->direction_changed = kist_map_canvas_direction_changed;
  signals[ACTIVATED] = g_signal_new ("activated", KIST_TYPE_MAP_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "kist-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  kist_map_keys_install (widget_class);
}

static void
kist_map_canvas_init (KistMapCanvas *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  AdwAnimationTarget *target = adw_callback_animation_target_new (moved_cb, self, NULL);

  self->motion = adw_timed_animation_new (widget, 0, 1, DURATION, target);
  self->hand = kist_map_hand_new (self);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL); /* the ring of the focus */
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, _ ("map"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kist_map_canvas_new:
 *
 * Returns: an empty map
 */
GtkWidget *
kist_map_canvas_new (void)
{
  return g_object_new (KIST_TYPE_MAP_CANVAS, NULL);
}

/**
 * kist_map_canvas_take_data:
 * @self: a map
 * @data: (transfer full) (nullable): what to show
 *
 * Shows @data, from the start.
 */
void
kist_map_canvas_take_data (KistMapCanvas *self, KistMapData *data)
{
  g_return_if_fail (KIST_IS_MAP_CANVAS (self));

  self->is_moving = FALSE;
  adw_animation_reset (self->motion);
  g_clear_pointer (&self->data, kist_map_data_free);
  self->data = data;
  self->is_begun = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!data)
    return;
  data->is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->passage = kist_scenario_get_start (kist_graph_get_scenario (data->graph));
  update_accessible (self);
}

/**
 * kist_map_canvas_zoom:
 * @self: a map
 * @factor: how much larger, about the middle; 0 to show all of it
 */
void
kist_map_canvas_zoom (KistMapCanvas *self, double factor)
{
  KistMapFrame frame = get_frame (self);
  KistMapView  view = self->is_moving ? self->to : self->view; /* twice in a row is twice as far */

  look (self,
        factor > 0 ? kist_map_view_zoom (view, &frame, factor, frame.width / 2, frame.height / 2)
                   : kist_map_view_fit (&frame),
        TRUE);
}

/**
 * kist_map_canvas_zoom_at:
 * @self: a map
 * @factor: how much larger
 * @x: what stays where it is, in pixels
 * @y: what stays where it is
 */
void
kist_map_canvas_zoom_at (KistMapCanvas *self, double factor, double x, double y)
{
  KistMapFrame frame = get_frame (self);

  look (self, kist_map_view_zoom (self->view, &frame, factor, x, y), FALSE);
}

/**
 * kist_map_canvas_move_by:
 * @self: a map
 * @x: how far to the right, in pixels
 * @y: how far down
 */
void
kist_map_canvas_move_by (KistMapCanvas *self, double x, double y)
{
  KistMapFrame frame = get_frame (self);

  look (self, kist_map_view_move (self->view, &frame, x, y), FALSE);
}

/**
 * kist_map_canvas_click:
 * @self: a map
 * @x: where, in pixels
 * @y: where
 *
 * Moves the focus to the passage there and activates it.
 */
void
kist_map_canvas_click (KistMapCanvas *self, double x, double y)
{
  int passage = self->data ? kist_map_data_find_at (self->data, (x - self->view.x) / self->view.scale,
                                                    (y - self->view.y) / self->view.scale)
                           : -1;

  if (passage < 0)
    return;
  move_focus (self, (unsigned)passage);
  if (kist_map_data_is_known (self->data, (unsigned)passage))
    kist_map_canvas_activate (self);
}

/**
 * kist_map_canvas_focus_passage:
 * @self: a map
 * @passage: a passage
 *
 * Moves to @passage and makes it the one that has the focus when the map has it.
 */
void
kist_map_canvas_focus_passage (KistMapCanvas *self, unsigned passage)
{
  if (self->data && passage < kist_graph_get_n_nodes (self->data->graph))
    move_focus (self, passage);
}

/**
 * kist_map_canvas_get_passage:
 * @self: a map
 *
 * Returns: the passage with the focus, or -1 on an empty map
 */
int
kist_map_canvas_get_passage (KistMapCanvas *self)
{
  return self->data ? (int)self->passage : -1;
}

/**
 * kist_map_canvas_step:
 * @self: a map
 * @way: where to
 *
 * Moves the focus to the passage in that direction, if there is one.
 */
void
kist_map_canvas_step (KistMapCanvas *self, KistMapWay way)
{
  unsigned next;

  if (!self->data)
    return;
  next = kist_map_data_step (self->data, self->passage, way);
  if (next == self->passage)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_focus (self, next);
}

/**
 * kist_map_canvas_activate:
 * @self: a map
 *
 * Opens the passage with the focus; what was not found has nothing to show.
 */
void
kist_map_canvas_activate (KistMapCanvas *self)
{
  if (self->data && kist_map_data_is_known (self->data, self->passage))
    g_signal_emit (self, signals[ACTIVATED], 0, self->passage);
  else if (self->data)
    gtk_widget_error_bell (GTK_WIDGET (self));
}
