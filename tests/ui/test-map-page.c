/* The map's page in the real window. */
#include "ui-fixture.h"
#include "ui/practise/map/kist-map-list.h"
#include "ui/practise/map/kist-map-page.h"
#include "ui/widgets/map/kist-map-canvas.h"

static GtkWidget *
open_map (UiFixture *fixture, const char *choices)
{
  g_assert_true (
      gtk_widget_activate_action (fixture->window, "win.open-map", "(sss)", "core/media", "request", choices));
  ui_fixture_settle (fixture);
  harness_wait_for_frame (fixture->window);
  return ui_fixture_get_page (fixture);
}

static const char *
first_passage (UiFixture *fixture)
{
  KistScenario *scenario =
      kist_library_lookup_scenario (fixture->library, fixture->media, ui_fixture_step (fixture, "request"));

  return kist_scenario_get_passage (scenario, kist_scenario_get_start (scenario))->name;
}

static void
test_map_opens_on_what_was_walked (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  ui_fixture_open_window (fixture);
  kist_services_record (fixture->services, KIST_VERB_CHOSE, fixture->media, ui_fixture_step (fixture, "request"), "run",
                        0, first_passage (fixture), NULL);
  page = open_map (fixture, "0");
  g_assert_true (KIST_IS_MAP_PAGE (page));
  g_assert_cmpint (kist_map_canvas_get_passage (KIST_MAP_CANVAS (ui_find (page, KIST_TYPE_MAP_CANVAS))), >=, 0);
  g_assert_true (ui_has_label (page, "This run"));
}

static void
test_opening_a_passage_shows_it_in_the_list (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *list, *focus;

  ui_fixture_open_window (fixture);
  page = open_map (fixture, "");
  g_assert_false (ui_has_label (page, "This run"));
  kist_map_canvas_activate (KIST_MAP_CANVAS (ui_find (page, KIST_TYPE_MAP_CANVAS)));
  harness_wait_for_frame (fixture->window);
  list = ui_find (page, KIST_TYPE_MAP_LIST);
  g_assert_true (ui_has_label (page, first_passage (fixture)));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus && gtk_widget_is_ancestor (focus, list));
}

static void
test_a_step_that_is_gone_opens_nothing (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *before;

  ui_fixture_open_window (fixture);
  before = ui_fixture_get_page (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.open-map", "(sss)", "core/media", "gone", ""));
  ui_fixture_settle (fixture);
  g_assert_true (ui_fixture_get_page (fixture) == before);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  add ("/map-page/map-opens-on-what-was-walked", test_map_opens_on_what_was_walked);
  add ("/map-page/opening-a-passage-shows-it-in-the-list", test_opening_a_passage_shows_it_in_the_list);
  add ("/map-page/a-step-that-is-gone-opens-nothing", test_a_step_that_is_gone_opens_nothing);
  return g_test_run ();
}
