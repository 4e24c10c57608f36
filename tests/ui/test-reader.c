/* Reading: what counts as read, where one was, how large, what was found and quoted. */
#include "kist-config.h"
#include "ui-fixture.h"
#include "ui/reader/kist-step-page.h"
#include "ui/widgets/kist-document-view.h"

#define LINE "A sentence about tea that is long enough to be read. "
#define PARAGRAPH LINE LINE LINE LINE LINE LINE "\n\n"
#define TEN PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH
#define LONG TEN TEN TEN

static GtkWidget *
start (UiFixture *fixture, const char *step)
{
  ui_fixture_open_window (fixture);
  return ui_fixture_open_step (fixture, step);
}

static GtkAdjustment *
get_adjustment (GtkWidget *page)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (ui_find (page, KIST_TYPE_DOCUMENT_VIEW), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static void
scroll_to_end (UiFixture *fixture, GtkWidget *page)
{
  GtkAdjustment *adjustment = get_adjustment (page);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  harness_wait_for_frame (fixture->window);
}

static gboolean
is_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

static void
test_a_short_step_is_read_when_it_is_shown (UiFixture *fixture, gconstpointer data)
{
  start (fixture, "counts");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_OPENED), ==, 1);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 1);
  ui_fixture_go_back (fixture);
  ui_fixture_open_step (fixture, "counts");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_OPENED), ==, 1);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 1);
}

static void
test_a_long_step_is_read_at_its_end (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "counts");

  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 0);
  gtk_adjustment_set_value (get_adjustment (page), 300);
  harness_wait_for_frame (fixture->window);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 0);
  scroll_to_end (fixture, page);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 1);
  gtk_adjustment_set_value (get_adjustment (page), 0);
  scroll_to_end (fixture, page);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 1);
}

static void
test_going_on_is_having_read (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "counts");
  GtkWidget *first = page;

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *)&first);
  gtk_widget_grab_focus (ui_find_button (page, "Next: Look yourself up"));
  ui_click (ui_find_button (page, "Next: Look yourself up"));
  ui_fixture_settle (fixture);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 1);
  page = ui_fixture_get_page (fixture);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Look yourself up");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), page));
  /* From step to step is sideways: back leads past the first, which is gone. */
  g_assert_null (first);
  ui_fixture_go_back (fixture);
  g_assert_false (KIST_IS_STEP_PAGE (ui_fixture_get_page (fixture)));
}

static void
test_what_is_to_be_done_is_not_read (UiFixture *fixture, gconstpointer data)
{
  static const char *const steps[] = { "look", "request", "passwords", "rate", "policy", "write" };

  ui_fixture_open_window (fixture);
  for (unsigned i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      scroll_to_end (fixture, ui_fixture_open_step (fixture, steps[i]));
      g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_OPENED), ==, i + 1);
    }
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_READ), ==, 0);
}

static void
test_the_place_is_where_it_was (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "counts");
  const KistPlace *place;
  unsigned         block;
  double           fraction;

  gtk_adjustment_set_value (get_adjustment (page), 1000);
  harness_wait_for_frame (fixture->window);
  g_assert_true (kist_document_view_get_position (KIST_DOCUMENT_VIEW (ui_find (page, KIST_TYPE_DOCUMENT_VIEW)), &block,
                                                  &fraction));
  g_assert_cmpuint (block, >, 3);
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  place = kist_services_get_place (fixture->services, "step:core/media/counts");
  g_assert_cmpint (place->block, ==, block);
  g_assert_cmpfloat_with_epsilon (place->fraction, fraction, 1e-9);
  place = kist_services_get_place (fixture->services, "last");
  g_assert_cmpstr (place->thing, ==, "core/media");
  g_assert_cmpstr (place->step, ==, "counts");
  page = start (fixture, "counts");
  harness_wait (is_scrolled, get_adjustment (page));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_adjustment (page)), 1000, 2);
}

static void
test_the_text_has_a_largest_and_a_smallest_size (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (KIST_APPLICATION_ID);
  GtkWidget *page = start (fixture, "counts");

  for (unsigned i = 0; i < 20; i++)
    gtk_widget_activate_action (page, "step.zoom-in", NULL);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-zoom"), ==, KIST_DOCUMENT_VIEW_MAX_ZOOM);
  for (unsigned i = 0; i < 30; i++)
    gtk_widget_activate_action (page, "step.zoom-out", NULL);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-zoom"), ==, KIST_DOCUMENT_VIEW_MIN_ZOOM);
  gtk_widget_activate_action (page, "step.zoom-normal", NULL);
  g_assert_cmpfloat (g_settings_get_double (settings, "text-zoom"), ==, 1);
}

static int
measure (GtkWidget *page)
{
  int height;

  gtk_widget_measure (ui_find (page, KIST_TYPE_DOCUMENT_VIEW), GTK_ORIENTATION_VERTICAL, 600, NULL, &height, NULL,
                      NULL);
  return height;
}

static void
test_the_next_page_has_the_same_size (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "counts");
  int        normal = measure (page);

  for (unsigned i = 0; i < 5; i++)
    gtk_widget_activate_action (page, "step.zoom-in", NULL);
  g_assert_cmpint (measure (page), >, normal * 5 / 4);
  ui_fixture_go_back (fixture);
  page = ui_fixture_open_step (fixture, "counts");
  g_assert_cmpint (measure (page), >, normal * 5 / 4);
  gtk_widget_activate_action (page, "step.zoom-normal", NULL);
  g_assert_cmpint (measure (page), ==, normal);
}

static void
find (GtkWidget *page, const char *text)
{
  GtkWidget *entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY);

  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  harness_wait_for_frame (page);
}

static void
test_finding_counts_and_goes_round (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "counts");
  GtkWidget *entry = ui_find (page, GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_activate_action (page, "step.find", NULL);
  find (page, "TEA");
  g_assert_true (ui_has_label (page, "1 of 3"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ui_has_label (page, "2 of 3"));
  g_signal_emit_by_name (entry, "next-match");
  g_signal_emit_by_name (entry, "next-match");
  g_assert_true (ui_has_label (page, "1 of 3"));
  g_signal_emit_by_name (entry, "previous-match");
  g_assert_true (ui_has_label (page, "3 of 3"));
  find (page, "coffee");
  g_assert_true (ui_has_label (page, "Not found"));
  find (page, "");
  g_assert_false (ui_has_label (page, "Not found"));
}

static void
select_text (GtkWidget *page, const char *paragraph, int length)
{
  g_autoptr (GPtrArray) labels = harness_find_all (ui_find (page, KIST_TYPE_DOCUMENT_VIEW), GTK_TYPE_LABEL);

  for (unsigned i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_text (g_ptr_array_index (labels, i)), paragraph))
      gtk_label_select_region (g_ptr_array_index (labels, i), 0, length);
}

static void
test_a_selection_is_quoted_in_the_journal (UiFixture *fixture, gconstpointer data)
{
  KistJournal     *journal = kist_services_get_journal (fixture->services);
  GtkWidget       *page = start (fixture, "counts");
  const char      *quotation = "> One tea\n>\n> (from “Social media”)\n\n";
  g_autofree char *twice = g_strconcat (quotation, quotation, NULL);

  gtk_widget_activate_action (page, "step.quote", NULL);
  g_assert_null (kist_journal_find_for_thing (journal, "core/media"));
  g_assert_true (ui_has_label (fixture->window, "Select a passage first"));
  select_text (page, "One tea.", 7);
  gtk_widget_activate_action (page, "step.quote", NULL);
  g_assert_cmpstr (kist_entry_get_body (kist_journal_find_for_thing (journal, "core/media")), ==, quotation);
  gtk_widget_activate_action (page, "step.quote", NULL);
  g_assert_cmpstr (kist_entry_get_body (kist_journal_find_for_thing (journal, "core/media")), ==, twice);
}

#define ADD(name, text, function)                                                                                      \
  g_test_add ("/reader/" name, UiFixture, text, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("a-short-step-is-read-when-it-is-shown", NULL, test_a_short_step_is_read_when_it_is_shown);
  ADD ("a-long-step-is-read-at-its-end", LONG, test_a_long_step_is_read_at_its_end);
  ADD ("going-on-is-having-read", LONG, test_going_on_is_having_read);
  ADD ("what-is-to-be-done-is-not-read", NULL, test_what_is_to_be_done_is_not_read);
  ADD ("the-place-is-where-it-was", LONG, test_the_place_is_where_it_was);
  ADD ("the-text-has-a-largest-and-a-smallest-size", NULL, test_the_text_has_a_largest_and_a_smallest_size);
  ADD ("the-next-page-has-the-same-size", LONG, test_the_next_page_has_the_same_size);
  ADD ("finding-counts-and-goes-round", "One tea.\n\nAnother tea.\n\nTea again.\n", test_finding_counts_and_goes_round);
  ADD ("a-selection-is-quoted-in-the-journal", "One tea.\n", test_a_selection_is_quoted_in_the_journal);
  return g_test_run ();
}
