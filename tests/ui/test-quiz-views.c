/* Every kind of question: it is answered, marked once, said, and there again after a restart. */
#include "../store/store-fixture.h"
#include "quiz/kist-quiz.h"
#include "ui-fixture.h"
#include "ui/reader/quiz/kist-order-row.h"
#include "ui/reader/quiz/kist-question-view.h"

typedef struct
{
  UiFixture  ui;
  KistQuiz  *quiz;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer gift)
{
  g_autoptr (KistReport) report = kist_report_new ();

  ui_fixture_set_up (&self->ui, NULL);
  self->quiz = kist_quiz_parse_gift (gift, "a.gift", report);
  g_assert_nonnull (self->quiz);
}

static void
show (Fixture *self)
{
  self->view = kist_question_view_new (self->ui.services, self->ui.media, ui_fixture_step (&self->ui, "passwords"),
                                       kist_quiz_get_question (self->quiz, 0));
  self->window = harness_show (self->view, 400, 600);
}

static void
hide (Fixture *self)
{
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
}

static void
tear_down (Fixture *self, gconstpointer gift)
{
  hide (self);
  ui_fixture_tear_down (&self->ui, NULL);
  g_assert_finalize_object (self->quiz);
}

static void
show_again (Fixture *self)
{
  hide (self);
  ui_fixture_close (&self->ui);
  ui_fixture_open (&self->ui);
  show (self);
}

static const KistEvent *
last_event (Fixture *self)
{
  GPtrArray *events = kist_services_get_events (self->ui.services);

  return g_ptr_array_index (events, events->len - 1);
}

static GtkCheckButton *
check_at (Fixture *self, unsigned n)
{
  return GTK_CHECK_BUTTON (ui_find_nth (self->view, GTK_TYPE_CHECK_BUTTON, n));
}

static void
test_several_choices_are_marked_together (Fixture *self, gconstpointer data)
{
  show (self);
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (self->view, "_Check")));
  gtk_check_button_set_active (check_at (self, 0), TRUE);
  gtk_check_button_set_active (check_at (self, 2), TRUE);
  g_assert_cmpuint (ui_fixture_count (&self->ui, KIST_VERB_ANSWERED), ==, 0);
  ui_click (ui_find_button (self->view, "_Check"));
  g_assert_true (ui_has_label (self->view, "Partly right"));
  g_assert_true (ui_has_label (self->view, "Not right"));
  g_assert_cmpint (last_event (self)->value, ==, 25);

  show_again (self);
  g_assert_true (gtk_check_button_get_active (check_at (self, 2)));
  g_assert_false (gtk_check_button_get_active (check_at (self, 1)));
  g_assert_true (ui_has_label (self->view, "Partly right"));
  ui_click (ui_find_button (self->view, "_Try Again"));
  g_assert_false (gtk_check_button_get_active (check_at (self, 2)));
  gtk_check_button_set_active (check_at (self, 0), TRUE);
  gtk_check_button_set_active (check_at (self, 1), TRUE);
  ui_click (ui_find_button (self->view, "_Check"));
  g_assert_true (ui_has_label (self->view, "Right"));
  g_assert_cmpint (last_event (self)->value, ==, 100);
}

static void
test_a_number_may_have_a_comma (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  show (self);
  entry = ui_find (self->view, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (self->view, "_Check")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2,5");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "entry-activated");
  g_assert_true (ui_has_label (self->view, "Right"));
  g_assert_cmpstr (last_event (self)->text, ==, "text:2.5");

  show_again (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find (self->view, ADW_TYPE_ENTRY_ROW))), ==, "2.5");
}

static void
test_pairs_are_marked_when_all_are_chosen (Fixture *self, gconstpointer data)
{
  AdwComboRow *first, *second;

  show (self);
  first = ADW_COMBO_ROW (ui_find_nth (self->view, ADW_TYPE_COMBO_ROW, 0));
  second = ADW_COMBO_ROW (ui_find_nth (self->view, ADW_TYPE_COMBO_ROW, 1));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (first)), ==, "Choose…");
  adw_combo_row_set_selected (first, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (first)), ==, "1");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (self->view, "_Check")));
  adw_combo_row_set_selected (second, 3);
  ui_click (ui_find_button (self->view, "_Check"));
  g_assert_true (ui_has_label (self->view, "1 of 2 right"));

  show_again (self);
  second = ADW_COMBO_ROW (ui_find_nth (self->view, ADW_TYPE_COMBO_ROW, 1));
  g_assert_cmpuint (adw_combo_row_get_selected (second), ==, 3);
  adw_combo_row_set_selected (second, 2);
  g_assert_false (ui_has_label (self->view, "1 of 2 right"));
  ui_click (ui_find_button (self->view, "_Check"));
  g_assert_true (ui_has_label (self->view, "Right"));
}

/* Wherever the rows stand at first, moving the right one up as often as it takes brings them into order. */
static void
bring (Fixture *self, const char *words, unsigned to)
{
  for (unsigned i = 0; i < 3; i++)
    {
      KistOrderRow *row = KIST_ORDER_ROW (ui_find_nth (self->view, KIST_TYPE_ORDER_ROW, i));

      if (!g_str_equal (kist_order_row_get_words (row), words))
        continue;
      g_signal_emit_by_name (row, "moved", (int)to - (int)i);
      return;
    }
  g_assert_not_reached ();
}

static void
test_an_order_is_kept (Fixture *self, gconstpointer data)
{
  show (self);
  bring (self, "one", 0);
  bring (self, "two", 1);
  bring (self, "two", 0);
  ui_click (ui_find_button (self->view, "_Check"));
  g_assert_true (ui_has_label (self->view, "1 of 3 right"));

  show_again (self);
  g_assert_cmpstr (kist_order_row_get_words (KIST_ORDER_ROW (ui_find_nth (self->view, KIST_TYPE_ORDER_ROW, 0))), ==,
                   "two");
  bring (self, "one", 0);
  ui_click (ui_find_button (self->view, "_Check"));
  g_assert_true (ui_has_label (self->view, "Right"));
  g_assert_true (ui_has_label (self->view, "Ever."));
}

static void
test_a_text_is_kept_and_compared_by_oneself (Fixture *self, gconstpointer data)
{
  g_autofree char *kept = NULL;

  show (self);
  ui_fixture_settle (&self->ui);
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (self->view, "_Look at It Again")));
  ui_type (ui_find (self->view, GTK_TYPE_TEXT_VIEW), "You cannot have that week.");
  ui_click (ui_find_button (self->view, "_Look at It Again"));
  g_assert_true (ui_has_label (self->view, "Read it aloud."));
  g_assert_cmpint (last_event (self)->value, ==, 0);
  gtk_check_button_set_active (check_at (self, 1), TRUE);
  g_assert_cmpint (last_event (self)->value, ==, 50);

  show_again (self);
  ui_fixture_settle (&self->ui);
  kept = ui_dup_text (ui_find (self->view, GTK_TYPE_TEXT_VIEW));
  g_assert_cmpstr (kept, ==, "You cannot have that week.");
  g_assert_true (gtk_check_button_get_active (check_at (self, 1)));
}

/* What the first version of Kist stored: the answer's place and a word. */
static void
test_an_answer_of_the_first_version_is_shown (Fixture *self, gconstpointer data)
{
  kist_services_record (self->ui.services, KIST_VERB_ANSWERED, self->ui.media, ui_fixture_step (&self->ui, "passwords"),
                        "q", 1, "wrong", NULL);
  show (self);
  g_assert_true (gtk_check_button_get_active (check_at (self, 1)));
  g_assert_true (ui_has_label (self->view, "Not quite"));
  g_assert_true (ui_has_label (self->view, "Nearly bold"));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
#define ADD(name, gift, function) g_test_add ("/quiz-views/" name, Fixture, gift, set_up, function, tear_down)
  ADD ("several-choices-are-marked-together", "::q::Q {~%50%a ~%50%b ~%-25%c}",
       test_several_choices_are_marked_together);
  ADD ("a-number-may-have-a-comma", "::q::Q {#2.5}", test_a_number_may_have_a_comma);
  ADD ("pairs-are-marked-when-all-are-chosen", "::q::Q {=a -> 1 =b -> 2 = -> 3}",
       test_pairs_are_marked_when_all_are_chosen);
  ADD ("an-order-is-kept", "::q::Q {>\none\ntwo\nthree\n####Ever.}", test_an_order_is_kept);
  ADD ("a-text-is-kept-and-compared-by-oneself", "::q::Q {####Read it aloud.\n- a\n- b}",
       test_a_text_is_kept_and_compared_by_oneself);
  ADD ("an-answer-of-the-first-version-is-shown", "::q::[markdown]Q {=a ~b#Nearly **bold** ~c}",
       test_an_answer_of_the_first_version_is_shown);
  return g_test_run ();
}
