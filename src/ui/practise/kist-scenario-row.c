#include "kist-config.h"

#include "kist-scenario-row.h"

#include <glib/gi18n.h>

#include "kist-player-state.h"
#include "kist-practise-wording.h"
#include "kist-scenario-menu.h"
#include "ui/kist-wording.h"
#include "ui/widgets/kist-ring.h"

struct _KistScenarioRow
{
  AdwActionRow parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */
  KistStep     *step;     /* (owned) */

  KistRing      *ring;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (KistScenarioRow, kist_scenario_row, ADW_TYPE_ACTION_ROW)

static char *
dup_state (KistScenarioRow *self, const KistStepFacts *facts, unsigned n_found, unsigned n_endings)
{
  g_autofree char *endings = kist_practise_wording_dup_endings (n_found, n_endings);
  g_autofree char *day = NULL;

  if (!facts || facts->last == 0)
    return g_steal_pointer (&endings);
  day = kist_wording_dup_day (kist_services_get_clock (self->services), facts->last);
  return g_strdup_printf ("%s · %s", endings, day);
}

/* There is such a button in every row: its name says whose it is. */
static void
fill_menu (KistScenarioRow *self)
{
  g_autoptr (GMenu) menu = kist_scenario_menu_new (self->thing, self->step);
  /* Translators: %s is a scenario's title */
  g_autofree char *name = g_strdup_printf (_ ("More for “%s”"), kist_step_get_title (self->step));

  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more), name);
}

static void
update (KistScenarioRow *self)
{
  KistLibrary         *library = kist_services_get_library (self->services);
  KistScenario        *scenario = kist_library_lookup_scenario (library, self->thing, self->step);
  const KistStepFacts *facts = kist_progress_get_step (kist_services_get_progress (self->services),
                                                       kist_thing_get_key (self->thing), kist_step_get_id (self->step));
  unsigned             n_endings = kist_scenario_count_endings (scenario);
  unsigned             n_found = kist_player_state_count_endings (scenario, facts ? facts->endings : NULL, NULL);
  g_autofree char     *state = dup_state (self, facts, n_found, n_endings);
  g_autofree char     *codes = kist_practise_wording_dup_codes (library, scenario);
  g_autofree char     *subtitle = g_strjoin ("\n", kist_thing_get_title (self->thing), state, codes, NULL);
  g_autofree char     *name = g_strdup_printf ("%s, %s", kist_step_get_title (self->step), state);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kist_ring_set_fraction (self->ring, n_endings > 0 ? (double)n_found / n_endings : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
kist_scenario_row_activate (AdwActionRow *row)
{
  KistScenarioRow *self = KIST_SCENARIO_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-step", "(ss)", kist_thing_get_key (self->thing),
                              kist_step_get_id (self->step));
}

static void
kist_scenario_row_dispose (GObject *object)
{
  KistScenarioRow *self = KIST_SCENARIO_ROW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_SCENARIO_ROW);
  G_OBJECT_CLASS (kist_scenario_row_parent_class)->dispose (object);
}

static void
kist_scenario_row_class_init (KistScenarioRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_scenario_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = kist_scenario_row_activate;

  g_type_ensure (KIST_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/kist-scenario-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistScenarioRow, ring);
  gtk_widget_class_bind_template_child (widget_class, KistScenarioRow, more);
}

static void
kist_scenario_row_init (KistScenarioRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_scenario_row_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it, whose scenario can be used
 *
 * Returns: (transfer floating): a row that follows what happens
 */
GtkWidget *
kist_scenario_row_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistScenarioRow *self = g_object_new (KIST_TYPE_SCENARIO_ROW, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), kist_step_get_title (step));
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fill_menu (self);
  update (self);
  return GTK_WIDGET (self);
}
