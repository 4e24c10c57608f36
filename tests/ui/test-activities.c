/* What is done below a step's text: each thing that a person does is recorded once, is on disk, and is shown again. */
#include "../store/store-fixture.h"
#include "ui-fixture.h"
#include "ui/journal/kist-editor-page.h"
#include "ui/reader/kist-prompt-view.h"
#include "ui/reader/kist-rating-row.h"
#include "ui/reader/kist-task-row.h"
#include "ui/reader/quiz/kist-question-view.h"
#include "ui/widgets/kist-scale-chart.h"

static const KistEvent *
last_event (UiFixture *fixture)
{
  GPtrArray *events = kist_services_get_events (fixture->services);

  return g_ptr_array_index (events, events->len - 1);
}

/* The page of a step after Kist was closed and started again. */
static GtkWidget *
start_again (UiFixture *fixture, const char *step)
{
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  ui_fixture_open_window (fixture);
  return ui_fixture_open_step (fixture, step);
}

static GtkWidget *
start (UiFixture *fixture, const char *step)
{
  ui_fixture_open_window (fixture);
  return ui_fixture_open_step (fixture, step);
}

static GtkCheckButton *
get_tick (GtkWidget *page, unsigned n)
{
  return GTK_CHECK_BUTTON (ui_find (ui_find_nth (page, KIST_TYPE_TASK_ROW, n), GTK_TYPE_CHECK_BUTTON));
}

static void
skip (GtkWidget *page, unsigned n, const char *reason)
{
  GtkWidget *row = ui_find_nth (page, KIST_TYPE_TASK_ROW, n);

  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (row, GTK_TYPE_MENU_BUTTON)));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (row, GTK_TYPE_ENTRY)), reason);
  ui_click (ui_find_button (row, "_Skip Task"));
}

static void
test_a_task_is_ticked_and_unticked (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "look");

  g_assert_true (ui_has_label (page, "10 min · started") || ui_has_label (page, "10 min · 0 of 2 tasks"));
  gtk_check_button_set_active (get_tick (page, 1), TRUE);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_TICKED), ==, 1);
  g_assert_cmpstr (last_event (fixture)->item, ==, "pictures");
  g_assert_true (ui_has_label (page, "10 min · 1 of 2 tasks"));
  g_assert_false (gtk_check_button_get_active (get_tick (page, 0)));
  gtk_check_button_set_active (get_tick (page, 1), FALSE);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_TICKED), ==, 1);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_UNTICKED), ==, 1);
}

static void
test_a_task_is_skipped_with_a_reason (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "look");

  skip (page, 0, "  I have <no> account ");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_SKIPPED), ==, 1);
  g_assert_cmpstr (last_event (fixture)->text, ==, "I have <no> account");
  g_assert_true (ui_has_label (page, "Skipped: I have <no> account"));
  gtk_check_button_set_active (get_tick (page, 1), TRUE);
  g_assert_true (ui_has_label (page, "10 min · done"));
  gtk_check_button_set_active (get_tick (page, 0), TRUE);
  g_assert_false (ui_has_label (page, "Skipped: I have <no> account"));
}

static void
test_an_empty_reason_is_refused (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "look");

  skip (page, 0, "");
  skip (page, 0, "  \t ");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_SKIPPED), ==, 0);
}

static void
test_tasks_are_as_they_were (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "look");
  unsigned   n_events;

  gtk_check_button_set_active (get_tick (page, 0), TRUE);
  skip (page, 1, "No time");
  n_events = kist_services_get_events (fixture->services)->len;
  page = start_again (fixture, "look");
  g_assert_true (gtk_check_button_get_active (get_tick (page, 0)));
  g_assert_false (gtk_check_button_get_active (get_tick (page, 1)));
  g_assert_true (ui_has_label (page, "Skipped: No time"));
  g_assert_cmpuint (kist_services_get_events (fixture->services)->len, ==, n_events);
}

static void
test_an_answer_is_on_disk_while_it_is_written (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "policy");
  g_autofree char *answer = NULL;

  ui_type (ui_find (page, GTK_TYPE_TEXT_VIEW), "Only the garden.");
  g_assert_true (ui_has_label (page, "3 words"));
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_REFLECTED), ==, 0);
  kist_services_flush (fixture->services);
  answer = ui_fixture_load_answer (fixture, "policy", "keep");
  g_assert_cmpstr (answer, ==, "Only the garden.");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_REFLECTED), ==, 1);
  g_assert_cmpint (last_event (fixture)->value, ==, 3);
  kist_services_flush (fixture->services);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_REFLECTED), ==, 1);
}

static void
test_leaving_the_page_saves_the_answer (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "policy");
  g_autofree char *answer = NULL;

  ui_type (ui_find (page, GTK_TYPE_TEXT_VIEW), "Only the garden.");
  ui_fixture_go_back (fixture);
  answer = ui_fixture_load_answer (fixture, "policy", "keep");
  g_assert_cmpstr (answer, ==, "Only the garden.");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_REFLECTED), ==, 1);
}

static void
test_an_answer_is_as_it_was (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "policy");
  g_autofree char *text = NULL;
  unsigned         n_events;

  ui_type (ui_find (page, GTK_TYPE_TEXT_VIEW), "Only the garden.");
  kist_services_flush (fixture->services);
  n_events = kist_services_get_events (fixture->services)->len;
  page = start_again (fixture, "policy");
  text = ui_dup_text (ui_find (page, GTK_TYPE_TEXT_VIEW));
  g_assert_cmpstr (text, ==, "Only the garden.");
  g_assert_true (ui_has_label (page, "3 words"));
  g_assert_false (
      gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (page, GTK_TYPE_TEXT_VIEW)))));
  g_assert_cmpuint (kist_services_get_events (fixture->services)->len, ==, n_events);
}

/* Killed between the save of the answer and the event that counts it. */
static void
test_an_answer_newer_than_its_event_is_counted (UiFixture *fixture, gconstpointer data)
{
  kist_saver_save_answer (kist_services_get_saver (fixture->services), "core/media", "policy", "keep", "Two words");
  start (fixture, "policy");
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_REFLECTED), ==, 1);
  g_assert_cmpint (last_event (fixture)->value, ==, 2);
}

static void
test_nothing_can_be_written_before_the_old_answer_is_there (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.open-step", "(ss)", "core/media", "policy");
  page = ui_fixture_get_page (fixture);
  g_assert_false (gtk_widget_get_sensitive (ui_find (page, GTK_TYPE_TEXT_VIEW)));
  ui_fixture_settle (fixture);
  g_assert_true (gtk_widget_get_sensitive (ui_find (page, GTK_TYPE_TEXT_VIEW)));
}

static void
test_answers_that_cannot_be_read_are_not_overwritten (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  ui_fixture_open_window (fixture);
  fixture_close (fixture->store);
  page = ui_fixture_open_step (fixture, "policy");
  g_assert_false (gtk_widget_get_sensitive (ui_find (page, GTK_TYPE_TEXT_VIEW)));
  g_assert_true (ui_has_label (fixture->window, "Your answers could not be read. Go back and try again."));
}

/* The answer comes when nobody waits for it any longer. */
static void
test_a_page_may_be_left_before_its_answers_come (UiFixture *fixture, gconstpointer data)
{
  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.open-step", "(ss)", "core/media", "policy");
  ui_fixture_go_back (fixture);
}

static GtkCheckButton *
get_answer (GtkWidget *page, unsigned question, unsigned answer)
{
  return GTK_CHECK_BUTTON (
      ui_find_nth (ui_find_nth (page, KIST_TYPE_QUESTION_VIEW, question), GTK_TYPE_CHECK_BUTTON, answer));
}

static void
test_an_answer_to_a_question_gets_feedback (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "passwords");

  g_assert_false (ui_has_label (page, "Not much."));
  gtk_check_button_set_active (get_answer (page, 0, 1), TRUE);
  g_assert_true (ui_has_label (page, "Not much."));
  g_assert_cmpint (last_event (fixture)->value, ==, 0);
  gtk_check_button_set_active (get_answer (page, 0, 0), TRUE);
  g_assert_true (ui_has_label (page, "Yes."));
  g_assert_cmpstr (last_event (fixture)->item, ==, "length");
  g_assert_cmpint (last_event (fixture)->value, ==, 100);
  g_assert_true (g_str_has_prefix (last_event (fixture)->text, "chosen:length-"));
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_ANSWERED), ==, 2);
  g_assert_true (ui_has_label (page, "5 min · 1 of 2 questions"));
}

static void
test_an_answer_to_a_question_is_as_it_was (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "passwords");

  gtk_check_button_set_active (get_answer (page, 0, 1), TRUE);
  page = start_again (fixture, "passwords");
  g_assert_true (gtk_check_button_get_active (get_answer (page, 0, 1)));
  g_assert_true (ui_has_label (page, "Not much."));
  g_assert_false (gtk_check_button_get_active (get_answer (page, 1, 0)));
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_ANSWERED), ==, 1);
}

static AdwToggleGroup *
get_points (GtkWidget *page, unsigned n)
{
  return ADW_TOGGLE_GROUP (ui_find (ui_find_nth (page, KIST_TYPE_RATING_ROW, n), ADW_TYPE_TOGGLE_GROUP));
}

static void
test_a_rating_is_recorded_and_drawn (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "rate");

  g_assert_false (gtk_widget_get_visible (ui_find (page, KIST_TYPE_SCALE_CHART)));
  g_assert_true (ui_has_label (page, "Not rated yet"));
  adw_toggle_group_set_active (get_points (page, 1), 1);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_RATED), ==, 1);
  g_assert_cmpstr (last_event (fixture)->item, ==, "tools");
  g_assert_cmpint (last_event (fixture)->value, ==, 2);
  g_assert_true (ui_has_label (page, "Mostly"));
  g_assert_true (ui_has_label (page, "5 min · 1 of 2 rated"));
  g_assert_true (gtk_widget_get_visible (ui_find (page, KIST_TYPE_SCALE_CHART)));
}

static void
test_a_rating_is_as_it_was_and_beside_the_next (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "rate");

  adw_toggle_group_set_active (get_points (page, 0), 0);
  kist_clock_advance (fixture->clock, 40 * G_TIME_SPAN_DAY);
  page = start_again (fixture, "rate");
  g_assert_cmpuint (adw_toggle_group_get_active (get_points (page, 0)), ==, 0);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_RATED), ==, 1);
  adw_toggle_group_set_active (get_points (page, 0), 1);
  gtk_test_accessible_assert_property (ui_find (page, KIST_TYPE_SCALE_CHART), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Today: Drive 2 of 2, Tools not rated. "
                                       "22 November 2025: Drive 1 of 2, Tools not rated.");
}

static void
test_writing_begins_once_and_goes_on (UiFixture *fixture, gconstpointer data)
{
  GtkWidget  *page = start (fixture, "write");
  GListModel *entries = kist_journal_get_entries (kist_services_get_journal (fixture->services));

  ui_click (ui_find_button (page, "Start Writing"));
  ui_fixture_settle (fixture);
  g_assert_true (KIST_IS_EDITOR_PAGE (ui_fixture_get_page (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  ui_fixture_go_back (fixture);
  g_assert_true (ui_fixture_get_page (fixture) == page);
  ui_click (ui_find_button (page, "Open Your Draft"));
  ui_fixture_settle (fixture);
  g_assert_true (KIST_IS_EDITOR_PAGE (ui_fixture_get_page (fixture)));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/activities/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  ui_fixture_init (&argc, &argv);
  ADD ("a-task-is-ticked-and-unticked", test_a_task_is_ticked_and_unticked);
  ADD ("a-task-is-skipped-with-a-reason", test_a_task_is_skipped_with_a_reason);
  ADD ("an-empty-reason-is-refused", test_an_empty_reason_is_refused);
  ADD ("tasks-are-as-they-were", test_tasks_are_as_they_were);
  ADD ("an-answer-is-on-disk-while-it-is-written", test_an_answer_is_on_disk_while_it_is_written);
  ADD ("leaving-the-page-saves-the-answer", test_leaving_the_page_saves_the_answer);
  ADD ("an-answer-is-as-it-was", test_an_answer_is_as_it_was);
  ADD ("an-answer-newer-than-its-event-is-counted", test_an_answer_newer_than_its_event_is_counted);
  ADD ("nothing-can-be-written-before-the-old-answer-is-there",
       test_nothing_can_be_written_before_the_old_answer_is_there);
  ADD ("answers-that-cannot-be-read-are-not-overwritten", test_answers_that_cannot_be_read_are_not_overwritten);
  ADD ("a-page-may-be-left-before-its-answers-come", test_a_page_may_be_left_before_its_answers_come);
  ADD ("an-answer-to-a-question-gets-feedback", test_an_answer_to_a_question_gets_feedback);
  ADD ("an-answer-to-a-question-is-as-it-was", test_an_answer_to_a_question_is_as_it_was);
  ADD ("a-rating-is-recorded-and-drawn", test_a_rating_is_recorded_and_drawn);
  ADD ("a-rating-is-as-it-was-and-beside-the-next", test_a_rating_is_as_it_was_and_beside_the_next);
  ADD ("writing-begins-once-and-goes-on", test_writing_begins_once_and_goes_on);
  return g_test_run ();
}
