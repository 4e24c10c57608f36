/* Home says where to go on, and every page that the window shows is freed when it is left. */
#include "ui-fixture.h"
#include "ui/home/kist-home-page.h"
#include "ui/kist-sections.h"
#include "ui/learn/kist-step-row.h"
#include "ui/learn/kist-thing-page.h"
#include "ui/reader/kist-step-page.h"

static GtkWidget *
start (UiFixture *fixture)
{
  ui_fixture_open_window (fixture);
  return ui_fixture_get_page (fixture);
}

static void
test_the_first_start_says_where_to_begin (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture);

  g_assert_true (KIST_IS_HOME_PAGE (page));
  g_assert_true (ui_has_label (page, "Welcome to Kist"));
  g_assert_true (ui_has_label (page, "What counts"));
  g_assert_true (ui_has_label (page, "Social media · 5 min · not started"));
  g_assert_false (ui_has_label (page, "Drafts in Hand"));
  ui_click (ui_find_button (page, "_Begin"));
  ui_fixture_settle (fixture);
  g_assert_true (KIST_IS_STEP_PAGE (ui_fixture_get_page (fixture)));
}

static void
test_continue_leads_to_the_step_that_was_left (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  ui_fixture_open_window (fixture);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ui_find (ui_fixture_open_step (fixture, "look"), GTK_TYPE_CHECK_BUTTON)), TRUE);
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  page = start (fixture);
  g_assert_true (ui_has_label (page, "Where you left off"));
  g_assert_true (ui_has_label (page, "Social media · 10 min · 1 of 2 tasks"));
  ui_click (ui_find_button (page, "_Continue"));
  ui_fixture_settle (fixture);
  page = ui_fixture_get_page (fixture);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Look yourself up");
}

static void
test_continue_leads_on_from_what_is_done (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture);

  ui_fixture_open_step (fixture, "counts");
  ui_fixture_go_back (fixture);
  g_assert_true (ui_fixture_get_page (fixture) == page);
  g_assert_true (ui_has_label (page, "Next"));
  g_assert_true (ui_has_label (page, "Social media · 10 min · not started"));
}

static void
test_continue_leads_to_the_draft_that_was_left (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture);
  KistEntry *entry = kist_journal_create (kist_services_get_journal (fixture->services), fixture->media, "My post",
                                          "Three words here");

  ui_fixture_open_entry (fixture, entry);
  ui_fixture_go_back (fixture);
  g_assert_true (ui_has_label (page, "In your journal · 3 words"));
  g_assert_true (ui_has_label (page, "Drafts in Hand"));
  g_assert_true (ui_has_label (page, "Today · 3 words"));
  kist_journal_delete (kist_services_get_journal (fixture->services), entry);
  g_assert_false (ui_has_label (page, "In your journal · 3 words"));
  g_assert_false (ui_has_label (page, "Drafts in Hand"));
}

static unsigned
count_suggestions (GtkWidget *page)
{
  g_autoptr (GPtrArray) rows = harness_find_all (page, KIST_TYPE_STEP_ROW);

  return rows->len;
}

static void
test_steps_fit_into_the_minutes (UiFixture *fixture, gconstpointer data)
{
  GtkWidget      *page = start (fixture);
  AdwToggleGroup *minutes = ADW_TOGGLE_GROUP (ui_find (page, ADW_TYPE_TOGGLE_GROUP));

  for (unsigned i = 0; i < adw_toggle_group_get_n_toggles (minutes); i++)
    {
      const char *name;
      g_autoptr (GArray) fitting = NULL;

      adw_toggle_group_set_active (minutes, i);
      name = adw_toggle_group_get_active_name (minutes);
      fitting = kist_completion_suggest (fixture->library, kist_services_get_progress (fixture->services),
                                         (unsigned)g_ascii_strtoull (name, NULL, 10));
      g_assert_cmpuint (fitting->len, >, 0);
      g_assert_cmpuint (count_suggestions (page), ==, MIN (fitting->len, 4));
    }
}

static GtkWidget *
find_row (GtkWidget *page, const char *title)
{
  g_autoptr (GPtrArray) rows = harness_find_all (page, ADW_TYPE_ACTION_ROW);

  for (unsigned i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);
  g_error ("there is no row “%s”", title);
}

static void
test_a_drafts_row_opens_its_own_draft (UiFixture *fixture, gconstpointer data)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);
  GtkWidget   *page = start (fixture);
  GtkWidget   *row;

  for (unsigned i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Draft %u", i);

      kist_clock_advance (fixture->clock, G_USEC_PER_SEC);
      kist_journal_create (journal, NULL, title, "Words.");
    }
  row = find_row (page, "Draft 1");
  g_signal_emit_by_name (row, "activated");
  ui_fixture_settle (fixture);
  g_assert_true (ui_has_label (ui_fixture_get_page (fixture), "Draft 1"));
}

/* Opens what @action and @parameter say and leaves it again in both ways; nothing of it may stay. */
static void
assert_page_is_freed (UiFixture *fixture, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (parameter);

  for (unsigned way = 0; way < 2; way++)
    {
      GtkWidget *page;

      gtk_widget_activate_action_variant (fixture->window, action, target);
      ui_fixture_settle (fixture);
      harness_wait_for_frame (fixture->window);
      page = ui_fixture_get_page (fixture);
      g_assert_false (KIST_IS_HOME_PAGE (page));
      gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
      g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
      if (way == 0)
        ui_fixture_go_back (fixture);
      gtk_widget_activate_action (fixture->window, "win.open-section", "s", "home");
      ui_fixture_settle (fixture);
      harness_wait_for_frame (fixture->window);
      if (page)
        g_error ("%s: the page was not freed: %s", action, G_OBJECT_TYPE_NAME (page));
    }
}

static void
test_every_page_is_freed (UiFixture *fixture, gconstpointer data)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);
  KistEntry   *entry = kist_journal_create (journal, fixture->media, "A title", "Words.");

  start (fixture);
  for (unsigned i = 0; i < kist_thing_get_n_steps (fixture->media); i++)
    assert_page_is_freed (
        fixture, "win.open-step",
        g_variant_new ("(ss)", "core/media", kist_step_get_id (kist_thing_get_step (fixture->media, i))));
  assert_page_is_freed (fixture, "win.open-thing", g_variant_new_string ("core/media"));
  assert_page_is_freed (fixture, "win.open-entry", g_variant_new_string (kist_entry_get_id (entry)));
  assert_page_is_freed (fixture, "win.open-badge", g_variant_new_string ("thing-05"));
  assert_page_is_freed (fixture, "win.open-code", g_variant_new_string ("workers-2024/2.8"));
}

static void
test_every_section_is_freed (UiFixture *fixture, gconstpointer data)
{
  start (fixture);
  for (unsigned i = 0; i < kist_sections_get_n (); i++)
    {
      GtkWidget *page;

      gtk_widget_activate_action (fixture->window, "win.open-section", "s", kist_sections_get (i)->name);
      ui_fixture_settle (fixture);
      harness_wait_for_frame (fixture->window);
      page = ui_fixture_get_page (fixture);
      gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
      g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
      gtk_widget_activate_action (fixture->window, "win.open-section", "s", "home");
      ui_fixture_settle (fixture);
      harness_wait_for_frame (fixture->window);
      if (page)
        g_error ("%s: the page was not freed", kist_sections_get (i)->name);
    }
}

static void
test_the_sidebar_shows_the_open_section_when_it_is_left (UiFixture *fixture, gconstpointer data)
{
  GtkWidget     *page = start (fixture);
  GtkWidget     *list = ui_find (fixture->window, GTK_TYPE_LIST_BOX);
  GtkListBoxRow *learn = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1);

  gtk_widget_grab_focus (GTK_WIDGET (learn));
  gtk_list_box_select_row (GTK_LIST_BOX (list), learn);
  g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
  g_assert_true (ui_fixture_get_page (fixture) == page);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))), ==, 0);
}

static void
test_what_does_not_exist_is_said (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture);

  gtk_widget_activate_action (fixture->window, "win.open-step", "(ss)", "core/media", "none");
  gtk_widget_activate_action (fixture->window, "win.open-thing", "s", "core/none");
  gtk_widget_activate_action (fixture->window, "win.open-entry", "s", "none");
  gtk_widget_activate_action (fixture->window, "win.open-section", "s", "none");
  gtk_widget_activate_action (fixture->window, "win.delete-entry", "s", "none");
  gtk_widget_activate_action (fixture->window, "win.undelete-entry", "s", "none");
  ui_fixture_settle (fixture);
  g_assert_true (ui_fixture_get_page (fixture) == page);
  g_assert_true (ui_has_label (fixture->window, "This is no longer there"));
}

static void
test_a_things_page_follows_what_is_done (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  start (fixture);
  gtk_widget_activate_action (fixture->window, "win.open-thing", "s", "core/media");
  page = ui_fixture_get_page (fixture);
  g_assert_true (KIST_IS_THING_PAGE (page));
  g_assert_true (ui_has_label (page, "40 min · Not started"));
  g_assert_nonnull (ui_find_button (page, "Begin: What counts"));
  ui_fixture_record (fixture, KIST_VERB_READ, "counts", NULL, 0);
  g_assert_true (ui_has_label (page, "40 min · 1 of 7 steps"));
  g_assert_nonnull (ui_find_button (page, "Continue: Look yourself up"));
  gtk_test_accessible_assert_property (ui_find (page, KIST_TYPE_STEP_ROW), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Read: What counts, done");
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/home/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("the-first-start-says-where-to-begin", test_the_first_start_says_where_to_begin);
  ADD ("continue-leads-to-the-step-that-was-left", test_continue_leads_to_the_step_that_was_left);
  ADD ("continue-leads-on-from-what-is-done", test_continue_leads_on_from_what_is_done);
  ADD ("continue-leads-to-the-draft-that-was-left", test_continue_leads_to_the_draft_that_was_left);
  ADD ("steps-fit-into-the-minutes", test_steps_fit_into_the_minutes);
  ADD ("a-drafts-row-opens-its-own-draft", test_a_drafts_row_opens_its_own_draft);
  ADD ("every-page-is-freed", test_every_page_is_freed);
  ADD ("every-section-is-freed", test_every_section_is_freed);
  ADD ("the-sidebar-shows-the-open-section-when-it-is-left", test_the_sidebar_shows_the_open_section_when_it_is_left);
  ADD ("what-does-not-exist-is-said", test_what_does_not_exist_is_said);
  ADD ("a-things-page-follows-what-is-done", test_a_things_page_follows_what_is_done);
  return g_test_run ();
}
