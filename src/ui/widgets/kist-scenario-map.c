#include "kist-scenario-map.h"

#include <glib/gi18n.h>

#include "map/kist-map-canvas.h"

#define ZOOM_STEP 1.25
#define MARGIN 12

/* Up to this many passages a map is drawn sooner than the eye would see a worker come back. */
#define MAX_AT_ONCE 250

struct _KistScenarioMap
{
  AdwBin parent_instance;

  KistScenario  *scenario;    /* (owned) (nullable) */
  GCancellable  *cancellable; /* (owned) (nullable) of the drawing that is being made */
  KistMapCanvas *canvas;
  GtkWidget     *spinner;
};

G_DEFINE_FINAL_TYPE (KistScenarioMap, kist_scenario_map, ADW_TYPE_BIN)

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a worker draws. */
typedef struct
{
  KistScenario *scenario; /* (owned) */
  KistWalked   *walked;   /* (owned) (nullable) */
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->scenario);
  g_clear_object (&order->walked);
  g_free (order);
}

static KistMapData *
draw (KistScenario *scenario, KistWalked *walked)
{
  g_autoptr (KistGraph) graph = walked ? g_object_ref (kist_walked_get_graph (walked)) : kist_graph_new (scenario);

  return kist_map_data_new (graph, walked);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;

  g_task_return_pointer (task, draw (order->scenario, order->walked), (GDestroyNotify)kist_map_data_free);
}

static void
drawn_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  KistScenarioMap *self = KIST_SCENARIO_MAP (object);
  KistMapData     *data = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!data) /* another was asked for since, or the map is gone */
    return;
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->spinner, FALSE);
  kist_map_canvas_take_data (self->canvas, data);
}

static void
activated_cb (KistScenarioMap *self, unsigned passage)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, kist_scenario_get_passage (self->scenario, passage)->name);
}

static void
zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistScenarioMap *self = KIST_SCENARIO_MAP (widget);

  kist_map_canvas_zoom (self->canvas, g_str_equal (action, "map.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_map_canvas_zoom (KIST_SCENARIO_MAP (widget)->canvas, 0);
}

static void
stop (KistScenarioMap *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
kist_scenario_map_dispose (GObject *object)
{
  KistScenarioMap *self = KIST_SCENARIO_MAP (object);

  stop (self);
  g_clear_object (&self->scenario);
  G_OBJECT_CLASS (kist_scenario_map_parent_class)->dispose (object);
}

static gboolean
kist_scenario_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KIST_SCENARIO_MAP (widget)->canvas));
}

static void
kist_scenario_map_class_init (KistScenarioMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_scenario_map_dispose;
  widget_class->grab_focus = kist_scenario_map_grab_focus;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", KIST_TYPE_SCENARIO_MAP, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, fit_action);
}

static void
add_button (GtkBox *box, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (box, button);
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "kist-map-buttons");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  add_button (GTK_BOX (box), "zoom-out-symbolic", _ ("Zoom out"), "map.zoom-out");
  add_button (GTK_BOX (box), "zoom-fit-best-symbolic", _ ("Show all of the map"), "map.zoom-fit");
  add_button (GTK_BOX (box), "zoom-in-symbolic", _ ("Zoom in"), "map.zoom-in");
  return box;
}

static void
kist_scenario_map_init (KistScenarioMap *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->canvas = KIST_MAP_CANVAS (kist_map_canvas_new ());
  self->spinner = adw_spinner_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_set_size_request (self->spinner, 32, 32);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->spinner);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_buttons ());
  adw_bin_set_child (ADW_BIN (self), overlay);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kist_scenario_map_new:
 *
 * Returns: an empty map
 */
GtkWidget *
kist_scenario_map_new (void)
{
  return g_object_new (KIST_TYPE_SCENARIO_MAP, NULL);
}

/**
 * kist_scenario_map_set_scenario:
 * @self: a map
 * @scenario: (nullable): a scenario; %NULL for an empty map
 * @walked: (nullable): what was walked of @scenario, which is not changed any more; %NULL for its author's map
 *
 * Shows @scenario from its start. One of many passages is drawn on a worker, and until then the map is empty.
 */
void
kist_scenario_map_set_scenario (KistScenarioMap *self, KistScenario *scenario, KistWalked *walked)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (KIST_IS_SCENARIO_MAP (self));
  g_return_if_fail (!walked || kist_graph_get_scenario (kist_walked_get_graph (walked)) == scenario);

  stop (self);
  g_set_object (&self->scenario, scenario);
  gtk_widget_set_visible (self->spinner, FALSE);
  if (!scenario || kist_scenario_get_n_passages (scenario) <= MAX_AT_ONCE)
    {
      kist_map_canvas_take_data (self->canvas, scenario ? draw (scenario, walked) : NULL);
      return;
    }
  kist_map_canvas_take_data (self->canvas, NULL);
  gtk_widget_set_visible (self->spinner, TRUE);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  order = g_new0 (Order, 1);
  order->scenario = g_object_ref (scenario);
  g_set_object (&order->walked, walked);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * kist_scenario_map_focus_passage:
 * @self: a map
 * @passage: the name of a passage
 *
 * Moves to @passage, if the map has it by now, and makes it the one with the focus when the map has it.
 */
void
kist_scenario_map_focus_passage (KistScenarioMap *self, const char *passage)
{
  int index;

  g_return_if_fail (KIST_IS_SCENARIO_MAP (self));

  index = self->scenario ? kist_scenario_lookup (self->scenario, passage) : -1;
  if (index >= 0)
    kist_map_canvas_focus_passage (self->canvas, (unsigned)index);
}
