#include "kist-config.h"

#include "kist-practise-page.h"

#include "kist-scenario-row.h"

struct _KistPractisePage
{
  AdwNavigationPage parent_instance;

  GtkStack            *stack;
  AdwPreferencesGroup *scenarios;
};

G_DEFINE_FINAL_TYPE (KistPractisePage, kist_practise_page, ADW_TYPE_NAVIGATION_PAGE)

static unsigned
add_thing (KistPractisePage *self, KistServices *services, KistThing *thing)
{
  unsigned n_added = 0;

  for (unsigned i = 0; i < kist_thing_get_n_steps (thing); i++)
    {
      KistStep *step = kist_thing_get_step (thing, i);

      if (kist_step_get_kind (step) != KIST_STEP_DECIDE ||
          !kist_library_lookup_scenario (kist_services_get_library (services), thing, step))
        continue;
      adw_preferences_group_add (self->scenarios, kist_scenario_row_new (services, thing, step));
      n_added++;
    }
  return n_added;
}

static void
kist_practise_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_PRACTISE_PAGE);
  G_OBJECT_CLASS (kist_practise_page_parent_class)->dispose (object);
}

static void
kist_practise_page_class_init (KistPractisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_practise_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/kist-practise-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPractisePage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistPractisePage, scenarios);
}

static void
kist_practise_page_init (KistPractisePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_practise_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_practise_page_new (KistServices *services)
{
  KistPractisePage *self = g_object_new (KIST_TYPE_PRACTISE_PAGE, NULL);
  KistLibrary      *library = kist_services_get_library (services);
  unsigned          n_scenarios = 0;

  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    n_scenarios += add_thing (self, services, kist_library_get_thing (library, i));
  gtk_stack_set_visible_child_name (self->stack, n_scenarios > 0 ? "scenarios" : "empty");
  return ADW_NAVIGATION_PAGE (self);
}
