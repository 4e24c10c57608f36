#include "kist-map-keys.h"

#define ZOOM_STEP 1.25

static gboolean
step_cb (GtkWidget *widget, GVariant *way, gpointer data)
{
  kist_map_canvas_step (KIST_MAP_CANVAS (widget), (KistMapWay)g_variant_get_int32 (way));
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *steps, gpointer data)
{
  int n = g_variant_get_int32 (steps);

  kist_map_canvas_zoom (KIST_MAP_CANVAS (widget), n == 0 ? 0 : n > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  kist_map_canvas_activate (KIST_MAP_CANVAS (widget));
  return GDK_EVENT_STOP;
}

/**
 * kist_map_keys_install:
 * @widget_class: the class of the map
 */
void
kist_map_keys_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   way;
  } ways[] = {
    { GDK_KEY_Up, KIST_MAP_UP },        { GDK_KEY_KP_Up, KIST_MAP_UP },       { GDK_KEY_Down, KIST_MAP_DOWN },
    { GDK_KEY_KP_Down, KIST_MAP_DOWN }, { GDK_KEY_Left, KIST_MAP_LEFT },      { GDK_KEY_KP_Left, KIST_MAP_LEFT },
    { GDK_KEY_Right, KIST_MAP_RIGHT },  { GDK_KEY_KP_Right, KIST_MAP_RIGHT }, { GDK_KEY_Home, KIST_MAP_HOME },
    { GDK_KEY_KP_Home, KIST_MAP_HOME },
  };
  static const struct
  {
    guint key;
    int   steps;
  } zooms[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };
  static const guint activates[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (unsigned i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_add_binding (widget_class, ways[i].key, 0, step_cb, "i", ways[i].way);
  for (unsigned i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_cb, "i", zooms[i].steps);
      gtk_widget_class_add_binding (widget_class, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "i", zooms[i].steps);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (activates); i++)
    gtk_widget_class_add_binding (widget_class, activates[i], 0, activate_cb, NULL);
}
