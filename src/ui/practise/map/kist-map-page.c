#include "kist-config.h"

#include "kist-map-page.h"

#include "kist-map-list.h"
#include "ui/widgets/kist-scenario-map.h"

struct _KistMapPage
{
  AdwNavigationPage parent_instance;

  KistMapState *state; /* (owned) */
  KistMapList  *list;  /* (unowned) (nullable) made when it is first shown */

  AdwViewStack    *views;
  GtkLabel        *title;
  GtkLabel        *coverage;
  GtkWidget       *key;
  GtkWidget       *key_now;
  KistScenarioMap *map;
  AdwBin          *place;
};

G_DEFINE_FINAL_TYPE (KistMapPage, kist_map_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_list_shown (KistMapPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "list") == 0;
}

static void
view_changed_cb (KistMapPage *self)
{
  if (!self->state)
    return;
  gtk_widget_set_visible (self->key, !is_list_shown (self));
  if (self->list || !is_list_shown (self))
    return;
  self->list = KIST_MAP_LIST (kist_map_list_new (self->state));
  adw_bin_set_child (self->place, GTK_WIDGET (self->list));
}

/* What the map shows of a passage is said in full in the list. */
static void
activated_cb (KistMapPage *self, const char *passage)
{
  int index = kist_scenario_lookup (self->state->scenario, passage);

  adw_view_stack_set_visible_child_name (self->views, "list");
  if (index >= 0 && self->list)
    kist_map_list_show_passage (self->list, (unsigned)index);
}

static void
kist_map_page_dispose (GObject *object)
{
  KistMapPage *self = KIST_MAP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_MAP_PAGE);
  g_clear_pointer (&self->state, kist_map_state_free);
  G_OBJECT_CLASS (kist_map_page_parent_class)->dispose (object);
}

static void
kist_map_page_class_init (KistMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_map_page_dispose;

  g_type_ensure (KIST_TYPE_SCENARIO_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/map/kist-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, views);
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, title);
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, key);
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, key_now);
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, KistMapPage, place);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
kist_map_page_init (KistMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_map_page_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it
 * @choices: the choices of the run that stands out; "" for none
 *
 * Returns: (transfer floating) (nullable): the map; %NULL when the library has no scenario for the step that can be
 * used
 */
AdwNavigationPage *
kist_map_page_new (KistServices *services, KistThing *thing, KistStep *step, const char *choices)
{
  KistScenario *scenario = kist_library_lookup_scenario (kist_services_get_library (services), thing, step);
  KistMapPage  *self;

  if (!scenario)
    return NULL;
  self = g_object_new (KIST_TYPE_MAP_PAGE, NULL);
  self->state = kist_map_state_new (scenario, kist_services_get_events (services), kist_thing_get_key (thing),
                                    kist_step_get_id (step), choices);
  gtk_label_set_text (self->title, kist_scenario_get_title (scenario));
  gtk_label_set_text (self->coverage, self->state->coverage);
  gtk_widget_set_visible (self->key_now, self->state->has_run);
  kist_scenario_map_set_scenario (self->map, scenario, self->state->walked);
  return ADW_NAVIGATION_PAGE (self);
}
