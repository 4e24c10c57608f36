/* What a person notes on the page of a badge: that they have it, since when, and which of two rules they followed. */
#include "ui-fixture.h"
#include "ui/badges/kist-badge-page.h"
#include "ui/badges/kist-conflict-group.h"
#include "ui/badges/kist-criteria-view.h"
#include "ui/badges/kist-held-row.h"

typedef struct
{
  UiFixture  ui;
  KistBadge *badge;
  GtkWidget *window;
} Fixture;

static void
show (Fixture *fixture)
{
  AdwNavigationPage *page = kist_badge_page_new (fixture->ui.services, fixture->badge);

  fixture->window = g_object_new (ADW_TYPE_WINDOW, "content", page, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  harness_wait_for_frame (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistReport) report = kist_report_new ();

  ui_fixture_set_up (&fixture->ui, NULL);
  fixture->badge =
      kist_badge_parse ("id: goal\ntitle: A goal\nissuer: Somebody\n"
                        "source: {address: 'https://example.org', seen: 2026-11}\n"
                        "criteria:\n  - {id: one, text: One}\nrequires: [getting-started]\n"
                        "endorsement: {required: true, within-months: 3}\n"
                        "conflicts:\n  - id: length\n    about: Number of words\n    rules:\n"
                        "      - {id: a, says: At least 200., address: 'https://example.org/a', seen: 2026-11}\n"
                        "      - {id: b, says: Up to 200., address: 'https://example.org/b', seen: 2026-10}\n"
                        "    followed: a\n",
                        "a.yaml", report);
  g_assert_nonnull (fixture->badge);
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->badge);
  ui_fixture_tear_down (&fixture->ui, data);
}

/* As after a start: the page is made anew from what the store holds. */
static void
start_anew (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_settle (&fixture->ui);
  ui_fixture_close (&fixture->ui);
  ui_fixture_open (&fixture->ui);
  show (fixture);
}

static GtkWidget *
find_check (Fixture *fixture, unsigned index)
{
  GtkWidget *check = ui_find_nth (ui_find (fixture->window, KIST_TYPE_CONFLICT_GROUP), GTK_TYPE_CHECK_BUTTON, index);

  g_assert_nonnull (check);
  return check;
}

static void
test_the_rule_that_was_followed_is_noted (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ui_has_label (fixture->window, "At least 200."));
  g_assert_true (ui_has_label (fixture->window, "https://example.org/a, November 2026\nKist counts by this one."));
  g_assert_true (ui_has_label (fixture->window, "https://example.org/b, October 2026"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (fixture, 2))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, 1)), TRUE);
  start_anew (fixture);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (fixture, 1))));
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_FOLLOWED), ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, 2)), TRUE);
  g_assert_null (
      kist_badge_notes_get_followed (kist_services_get_badge_notes (fixture->ui.services), "goal", "length"));
}

static void
test_a_badge_that_one_has_is_noted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *held = ui_find (fixture->window, KIST_TYPE_HELD_ROW);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (held)), ==, "I Have This Badge");
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (held)));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (held), TRUE);
  start_anew (fixture);
  held = ui_find (fixture->window, KIST_TYPE_HELD_ROW);
  g_assert_true (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (held)));
  g_assert_nonnull (kist_badge_notes_get_awarded (kist_services_get_badge_notes (fixture->ui.services), "goal"));
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_HELD), ==, 1);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (held), FALSE);
  g_assert_false (kist_badge_notes_has (kist_services_get_badge_notes (fixture->ui.services), "goal"));
}

static void
test_a_day_is_noted_by_the_button_and_not_by_looking (Fixture *fixture, gconstpointer data)
{
  GtkWidget   *held = ui_find (fixture->window, KIST_TYPE_HELD_ROW);
  GtkWidget   *calendar = ui_find (held, GTK_TYPE_CALENDAR);
  const GDate *awarded;
  g_autoptr (GDateTime) day = g_date_time_new_local (2025, 3, 4, 0, 0, 0);

  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (held), TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (held, GTK_TYPE_MENU_BUTTON)));
  harness_wait ((HarnessCheck)gtk_widget_get_mapped, calendar);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_HELD), ==, 1);
  ui_click (ui_find_button (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER), "_Awarded on This Day"));
  awarded = kist_badge_notes_get_awarded (kist_services_get_badge_notes (fixture->ui.services), "goal");
  g_assert_cmpuint (g_date_get_month (awarded), ==, G_DATE_MARCH);
  g_assert_cmpuint (g_date_get_day (awarded), ==, 4);
}

/* "Getting started" has no page of its own: no pack describes it. */
static void
test_what_is_needed_first_can_be_noted_without_a_pack (Fixture *fixture, gconstpointer data)
{
  GtkWidget *needed = ui_find_nth (fixture->window, KIST_TYPE_HELD_ROW, 1);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (needed)), ==, "Getting started");
  g_assert_true (ui_has_label (fixture->window,
                               "You need the badge “Getting started” first; note it under Badges if you have it."));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (needed), TRUE);
  g_assert_false (ui_has_label (fixture->window,
                                "You need the badge “Getting started” first; note it under Badges if you have it."));
}

#define ADD(name, test) g_test_add ("/badge-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  ADD ("the rule that was followed is noted", test_the_rule_that_was_followed_is_noted);
  ADD ("a badge that one has is noted", test_a_badge_that_one_has_is_noted);
  ADD ("a day is noted by the button and not by looking", test_a_day_is_noted_by_the_button_and_not_by_looking);
  ADD ("what is needed first can be noted without a pack", test_what_is_needed_first_can_be_noted_without_a_pack);
  return g_test_run ();
}
