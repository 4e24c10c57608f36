#include "kist-map-hand.h"

#define SCROLL_STEP 60 /* pixels to a click of the wheel */
#define SCROLL_ZOOM 1.1
#define CLICK_DISTANCE 6 /* moved further it is a drag */

struct _KistMapHand
{
  KistMapCanvas *canvas; /* (unowned) owns this */
  double         x;      /* where the pointer is */
  double         y;
  double         dragged_x;
  double         dragged_y;
  double         pinched;
  gboolean       is_dragging;
};

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double x, double y, KistMapHand *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double          step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? SCROLL_STEP : 1;

  if (state & GDK_CONTROL_MASK)
    kist_map_canvas_zoom_at (self->canvas, y < 0 ? SCROLL_ZOOM : 1 / SCROLL_ZOOM, self->x, self->y);
  else if (state & GDK_SHIFT_MASK && x == 0)
    kist_map_canvas_move_by (self->canvas, -y * step, 0);
  else
    kist_map_canvas_move_by (self->canvas, -x * step, -y * step);
  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, KistMapHand *self)
{
  self->x = x;
  self->y = y;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, KistMapHand *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  self->dragged_x = self->dragged_y = 0;
  self->is_dragging = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, KistMapHand *self)
{
  if (!self->is_dragging && ABS (x) + ABS (y) < CLICK_DISTANCE)
    return;
  if (!self->is_dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), "grabbing");
  self->is_dragging = TRUE;
  kist_map_canvas_move_by (self->canvas, x - self->dragged_x, y - self->dragged_y);
  self->dragged_x = x;
  self->dragged_y = y;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, KistMapHand *self)
{
  double begin_x, begin_y;

  gtk_widget_set_cursor (GTK_WIDGET (self->canvas), NULL);
  if (!self->is_dragging && gtk_gesture_drag_get_start_point (gesture, &begin_x, &begin_y))
    kist_map_canvas_click (self->canvas, begin_x, begin_y);
  self->is_dragging = FALSE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, KistMapHand *self)
{
  self->pinched = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, KistMapHand *self)
{
  double x, y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  kist_map_canvas_zoom_at (self->canvas, scale / self->pinched, x, y);
  self->pinched = scale;
}

/**
 * kist_map_hand_new:
 * @canvas: the map, which owns what is returned
 *
 * Returns: (transfer full): a hand on @canvas
 */
KistMapHand *
kist_map_hand_new (KistMapCanvas *canvas)
{
  KistMapHand        *self = g_new0 (KistMapHand, 1);
  GtkWidget          *widget = GTK_WIDGET (canvas);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();

  self->canvas = canvas;
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  return self;
}

/**
 * kist_map_hand_free:
 * @self: a hand
 *
 * Takes it from the map.
 */
void
kist_map_hand_free (KistMapHand *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->canvas));

  for (unsigned i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      g_signal_handlers_disconnect_by_data (controller, self);
    }
  g_free (self);
}
