/* The pages of the runs that were kept: the list of them, and two of them beside each other. */
#include "../library/pack-fixture.h"
#include "ui-fixture.h"
#include "ui/practise/compare/kist-comparison-column.h"
#include "ui/practise/ending/kist-decision-row.h"
#include "ui/practise/kist-player.h"

typedef struct
{
  UiFixture  ui;
  GtkWidget *player;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  ui_fixture_open_window (&fixture->ui);
  fixture->player = ui_find (ui_fixture_open_step (&fixture->ui, "request"), KIST_TYPE_PLAYER);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->ui, data);
}

static void
act (Fixture *fixture, const char *action, int number)
{
  gtk_widget_activate_action_variant (fixture->player, action, number < 0 ? NULL : g_variant_new_uint32 (number));
  harness_wait_for_frame (fixture->ui.window);
}

static void
play_both_ways (Fixture *fixture)
{
  act (fixture, "player.choose", 0);
  act (fixture, "player.go-back-to", 0);
  act (fixture, "player.choose", 1);
}

static GtkWidget *
open_page (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (fixture->ui.window, action, parameter));
  ui_fixture_settle (&fixture->ui);
  harness_wait_for_frame (fixture->ui.window);
  return ui_fixture_get_page (&fixture->ui);
}

static gboolean
offers_to_compare (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons = harness_find_all (fixture->player, GTK_TYPE_BUTTON);

  for (unsigned i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "player.compare") == 0)
      return gtk_widget_get_visible (buttons->pdata[i]);
  return FALSE;
}

static void
test_end_offers_to_compare_once_there_is_another_run (Fixture *fixture, gconstpointer data)
{
  act (fixture, "player.choose", 0);
  g_assert_false (offers_to_compare (fixture));
  act (fixture, "player.play-again", -1);
  act (fixture, "player.choose", 1);
  g_assert_true (offers_to_compare (fixture));
}

static void
test_runs_stand_beside_each_other (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  play_both_ways (fixture);
  act (fixture, "player.compare", -1);
  ui_fixture_settle (&fixture->ui);
  page = ui_fixture_get_page (&fixture->ui);
  g_assert_true (ui_has_label (page, "The runs part at the first decision."));
  g_assert_true (ui_has_label (page, "Friday"));
  g_assert_true (ui_has_label (ui_find_nth (page, KIST_TYPE_COMPARISON_COLUMN, 0), "Leave it"));
  g_assert_true (ui_has_label (ui_find_nth (page, KIST_TYPE_COMPARISON_COLUMN, 0), "Run 2 · Today"));
  g_assert_true (ui_has_label (ui_find_nth (page, KIST_TYPE_COMPARISON_COLUMN, 1), "Accept it"));
  g_assert_true (ui_has_label (ui_find_nth (page, KIST_TYPE_COMPARISON_COLUMN, 1), "Accepted"));
}

static void
test_runs_are_listed_the_last_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget    *page = open_page (fixture, "win.open-runs", g_variant_new ("(ss)", "core/media", "request"));
  AdwActionRow *row;

  g_assert_true (ui_has_label (page, "Not Played Yet"));
  ui_fixture_go_back (&fixture->ui);
  play_both_ways (fixture);
  page = open_page (fixture, "win.open-runs", g_variant_new ("(ss)", "core/media", "request"));
  row = ADW_ACTION_ROW (ui_find_nth (page, ADW_TYPE_ACTION_ROW, 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Run 2 · Today");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Ended with “Left”");
  g_assert_nonnull (ui_find_button (GTK_WIDGET (row), "Compare"));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (row), "Map"));
}

/* A run that goes round on Friday as often as that, and then leaves it. */
static void
record_circles (Fixture *fixture, const char *run, unsigned n)
{
  KistStep *step = ui_fixture_step (&fixture->ui, "request");

  for (unsigned i = 0; i <= n; i++)
    kist_services_record (fixture->ui.services, KIST_VERB_CHOSE, fixture->ui.media, step, run, i < n ? 2 : 1, "Friday",
                          NULL);
  kist_services_record (fixture->ui.services, KIST_VERB_ENDED, fixture->ui.media, step, run, 0, "Left", NULL);
}

static void
test_very_long_runs_are_compared_in_short (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  const char      *folders[] = { pack, NULL };
  GtkWidget       *page;
  g_autoptr (GPtrArray) rows = NULL;

  ui_fixture_close (&fixture->ui);
  g_clear_object (&fixture->ui.library);
  pack_fixture_edit (pack, "scenarios/request.twee", "[[Leave it->Left]]", "[[Leave it->Left]]\n[[Wait->Friday]]");
  fixture->ui.library = kist_library_load (folders, NULL);
  fixture->ui.media = kist_library_lookup_thing (fixture->ui.library, "core/media");
  ui_fixture_open (&fixture->ui);
  record_circles (fixture, "one", 300);
  record_circles (fixture, "two", 600);
  ui_fixture_open_window (&fixture->ui);
  page = open_page (fixture, "win.open-comparison", g_variant_new ("(ssss)", "core/media", "request", "one", "two"));
  g_assert_true (ui_has_label (page, "Both runs begin with the same 300 decisions."));
  g_assert_true (ui_has_label (page, "… and 200 more decisions …"));
  g_assert_true (ui_has_label (page, "First, at “Friday”: Wait."));
  rows = harness_find_all (page, KIST_TYPE_DECISION_ROW);
  g_assert_cmpuint (rows->len, ==, 200);
}

static void
test_run_of_a_changed_scenario_is_listed_and_not_compared (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  const char      *folders[] = { pack, NULL };
  GtkWidget       *page;
  AdwActionRow    *row;
  g_autoptr (GPtrArray) buttons = NULL;

  play_both_ways (fixture);
  ui_fixture_close (&fixture->ui);
  g_clear_object (&fixture->ui.library);
  pack_fixture_edit (pack, "scenarios/request.twee", "[[Leave it->Left]]", "[[Leave it->Accepted]]\n[[Wait->Left]]");
  fixture->ui.library = kist_library_load (folders, NULL);
  fixture->ui.media = kist_library_lookup_thing (fixture->ui.library, "core/media");
  ui_fixture_open (&fixture->ui);
  ui_fixture_open_window (&fixture->ui);
  page = open_page (fixture, "win.open-runs", g_variant_new ("(ss)", "core/media", "request"));
  row = ADW_ACTION_ROW (ui_find_nth (page, ADW_TYPE_ACTION_ROW, 0));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                   "Ended with “Left”\nThe scenario has changed since: it can no longer be compared");
  buttons = harness_find_all (GTK_WIDGET (row), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 0);
}

/* At 200 % text, in what a telephone has. */
static void
assert_is_narrow (GtkWidget *page)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int          dpi, least;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
test_hands_are_counted_before_what_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture, "win.open-group", g_variant_new ("(ss)", "core/media", "request"));
  GtkWidget *second;

  assert_is_narrow (page);
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (page, "_Reveal What Follows")));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find_nth (page, GTK_TYPE_SPIN_BUTTON, 0)), 2);
  second = ui_find_nth (page, GTK_TYPE_SPIN_BUTTON, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (second), 5);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, "Hands for choice 2");
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_COUNTED), ==, 0);
  ui_click (ui_find_button (page, "_Reveal What Follows"));
  harness_wait_for_frame (fixture->ui.window);
  g_assert_true (ui_has_label (page, "Left"));
  g_assert_true (ui_has_label (page, "Hands: 2 for “Accept it”, 5 for “Leave it”"));
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_COUNTED), ==, 2);

  page = open_page (fixture, "win.open-runs", g_variant_new ("(ss)", "core/media", "request"));
  g_assert_true (ui_has_label (page, "Run 1 · Today · With a group"));
  assert_is_narrow (page);
}

#define ADD(name, test) g_test_add ("/runs/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("end-offers-to-compare-once-there-is-another-run", test_end_offers_to_compare_once_there_is_another_run);
  ADD ("runs-stand-beside-each-other", test_runs_stand_beside_each_other);
  ADD ("runs-are-listed-the-last-first", test_runs_are_listed_the_last_first);
  ADD ("very-long-runs-are-compared-in-short", test_very_long_runs_are_compared_in_short);
  ADD ("run-of-a-changed-scenario-is-listed-and-not-compared",
       test_run_of_a_changed_scenario_is_listed_and_not_compared);
  ADD ("hands-are-counted-before-what-follows", test_hands_are_counted_before_what_follows);
  return g_test_run ();
}
