#include "kist-scenario-menu.h"

#include <glib/gi18n.h>

static void
add_item (GMenu *menu, const char *label, const char *action, KistThing *thing, KistStep *step)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", kist_thing_get_key (thing), kist_step_get_id (step));
  g_menu_append_item (menu, item);
}

/**
 * kist_scenario_menu_new:
 * @thing: a Thing
 * @step: a Decide step of it, whose scenario can be used
 *
 * Returns: (transfer full): the menu, to which more can be added
 */
GMenu *
kist_scenario_menu_new (KistThing *thing, KistStep *step)
{
  GMenu *menu = g_menu_new ();

  add_item (menu, _ ("Play _With a Group"), "win.open-group", thing, step);
  add_item (menu, _ ("_Runs So Far"), "win.open-runs", thing, step);
  return menu;
}
