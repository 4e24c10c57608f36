/* The learning material changes while a page of it is open. */
#include "../library/pack-fixture.h"
#include "ui-fixture.h"
#include "ui/kist-window.h"
#include "ui/learn/kist-learn-page.h"
#include "ui/learn/kist-thing-page.h"
#include "ui/practise/kist-player.h"
#include "ui/practise/map/kist-map-page.h"
#include "ui/reader/kist-step-page.h"

#define THING "things/05-media.md"
#define SCENARIO "scenarios/request.twee"

typedef struct
{
  UiFixture ui;
  char     *pack;
} Fixture;

/* The material as it is on disk now, or none. */
static KistLibrary *
load (Fixture *fixture, gboolean has_pack)
{
  const char *folders[] = { has_pack ? fixture->pack : NULL, NULL };

  return kist_library_load (folders, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  ui_fixture_close (&fixture->ui);
  g_clear_object (&fixture->ui.library);
  fixture->pack = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  pack_fixture_edit (fixture->pack, SCENARIO, "[[Leave it->Left]]\n",
                     "[[Wait->Saturday]]\n\n:: Saturday\nIt waits.\n\n[[Accept->Accepted]]\n[[Leave it->Left]]\n");
  fixture->ui.library = load (fixture, TRUE);
  fixture->ui.media = kist_library_lookup_thing (fixture->ui.library, "core/media");
  ui_fixture_open (&fixture->ui);
  ui_fixture_open_window (&fixture->ui);
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.open-section", "s", "learn"));
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.open-thing", "s", "core/media"));
  harness_wait_for_frame (fixture->ui.window);
  ui_fixture_open_step (&fixture->ui, "request");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->ui, data);
  g_free (fixture->pack);
}

/* As when another edition was installed; the page that is shown then. */
static GtkWidget *
change (Fixture *fixture, gboolean has_pack)
{
  g_autoptr (KistLibrary) before = fixture->ui.library;

  fixture->ui.library = load (fixture, has_pack);
  kist_window_set_library (KIST_WINDOW (fixture->ui.window), fixture->ui.library);
  harness_wait_for_frame (fixture->ui.window);
  return ui_fixture_get_page (&fixture->ui);
}

static void
choose (Fixture *fixture, unsigned choice)
{
  GtkWidget *player = ui_find (ui_fixture_get_page (&fixture->ui), KIST_TYPE_PLAYER);

  g_assert_true (gtk_widget_activate_action (player, "player.choose", "u", choice));
  harness_wait_for_frame (fixture->ui.window);
}

static unsigned
count_pages (Fixture *fixture)
{
  GtkWidget *view = ui_find (fixture->ui.window, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view));

  return g_list_model_get_n_items (stack);
}

static void
test_step_stays_open_with_its_run (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  choose (fixture, 1);
  pack_fixture_edit (fixture->pack, SCENARIO, "It waits.", "It still waits.");
  page = change (fixture, TRUE);
  g_assert_true (KIST_IS_STEP_PAGE (page));
  g_assert_cmpuint (count_pages (fixture), ==, 3);
  g_assert_true (ui_has_label (page, "It still waits."));
  choose (fixture, 0);
  g_assert_true (ui_has_label (page, "They see your photos."));
}

static void
test_run_whose_way_is_gone_begins_afresh_in_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  choose (fixture, 1);
  pack_fixture_edit (fixture->pack, SCENARIO, "[[Wait->Saturday]]\n", "");
  page = change (fixture, TRUE);
  g_assert_true (KIST_IS_STEP_PAGE (page));
  g_assert_true (ui_has_label (page, "A request arrives."));
  g_assert_true (ui_has_label (page, "This scenario has changed since you last played it, so it begins afresh. The "
                                     "endings you found still count."));
}

static void
test_pages_above_the_step_stay_too (Fixture *fixture, gconstpointer data)
{
  choose (fixture, 1);
  g_assert_true (
      gtk_widget_activate_action (fixture->ui.window, "win.open-map", "(sss)", "core/media", "request", "1"));
  harness_wait_for_frame (fixture->ui.window);
  g_assert_true (KIST_IS_MAP_PAGE (change (fixture, TRUE)));
  g_assert_cmpuint (count_pages (fixture), ==, 4);
  ui_fixture_go_back (&fixture->ui);
  g_assert_true (KIST_IS_STEP_PAGE (ui_fixture_get_page (&fixture->ui)));
}

static void
test_step_that_is_gone_leaves_its_thing_and_a_word (Fixture *fixture, gconstpointer data)
{
  pack_fixture_edit (fixture->pack, THING, "{#request}", "{#another}");
  g_assert_true (KIST_IS_THING_PAGE (change (fixture, TRUE)));
  g_assert_true (ui_has_label (fixture->ui.window, "“A request” is no longer there"));
}

static void
test_pack_that_is_gone_leaves_the_section_and_a_word (Fixture *fixture, gconstpointer data)
{
  g_assert_true (KIST_IS_LEARN_PAGE (change (fixture, FALSE)));
  g_assert_true (ui_has_label (fixture->ui.window, "“Social media” is no longer there"));
}

static void
test_step_that_is_open_further_down_is_gone_back_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ui_fixture_get_page (&fixture->ui);

  ui_fixture_open_step (&fixture->ui, "request");
  g_assert_true (ui_fixture_get_page (&fixture->ui) == page);
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.open-runs", "(ss)", "core/media", "request"));
  harness_wait_for_frame (fixture->ui.window);
  ui_fixture_open_step (&fixture->ui, "request");
  g_assert_true (ui_fixture_get_page (&fixture->ui) == page);
  g_assert_cmpuint (count_pages (fixture), ==, 3);
}

#define ADD(name, test) g_test_add ("/editions/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("step-stays-open-with-its-run", test_step_stays_open_with_its_run);
  ADD ("run-whose-way-is-gone-begins-afresh-in-place", test_run_whose_way_is_gone_begins_afresh_in_place);
  ADD ("pages-above-the-step-stay-too", test_pages_above_the_step_stay_too);
  ADD ("step-that-is-gone-leaves-its-Thing-and-a-word", test_step_that_is_gone_leaves_its_thing_and_a_word);
  ADD ("pack-that-is-gone-leaves-the-section-and-a-word", test_pack_that_is_gone_leaves_the_section_and_a_word);
  ADD ("step-that-is-open-further-down-is-gone-back-to", test_step_that_is_open_further_down_is_gone_back_to);
  return g_test_run ();
}
