/* A long text: it is scrolled to the caret and by itself, and is never drawn beyond what is seen of it. */
#include "../store/store-fixture.h"
#include "ui-fixture.h"
#include "ui/journal/kist-writing-view.h"

#define WORDS 3000

static GtkWidget *
open_long_entry (UiFixture *fixture)
{
  KistJournal     *journal = kist_services_get_journal (fixture->services);
  g_autofree char *body = fixture_long_text ("word", WORDS);

  ui_fixture_open_window (fixture);
  return ui_find (ui_fixture_open_entry (fixture, kist_journal_create (journal, NULL, "Long", body)),
                  KIST_TYPE_WRITING_VIEW);
}

static gboolean
is_caret_in_sight (gpointer text)
{
  GdkRectangle caret;
  int          y;

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (text), NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET, 0, caret.y, NULL, &y);
  return y >= 0 && y + caret.height <= gtk_widget_get_height (text);
}

static void
test_a_long_text_is_no_higher_than_its_window (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *text = open_long_entry (fixture);

  harness_wait_for_frame (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (text), >, 0);
  g_assert_cmpint (gtk_widget_get_height (text), <=, gtk_widget_get_height (fixture->window));
}

static void
test_the_caret_is_brought_into_sight (UiFixture *fixture, gconstpointer data)
{
  harness_wait (is_caret_in_sight, open_long_entry (fixture));
}

static void
test_typing_keeps_the_caret_in_sight (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *text = open_long_entry (fixture);

  harness_wait (is_caret_in_sight, text);
  for (unsigned i = 0; i < 60; i++)
    ui_type (text, "\nAnd on");
  harness_wait (is_caret_in_sight, text);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/writing-view/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("a-long-text-is-no-higher-than-its-window", test_a_long_text_is_no_higher_than_its_window);
  ADD ("the-caret-is-brought-into-sight", test_the_caret_is_brought_into_sight);
  ADD ("typing-keeps-the-caret-in-sight", test_typing_keeps_the_caret_in_sight);
  return g_test_run ();
}
