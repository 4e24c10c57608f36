/* Undoing beyond the beginning of a sitting: a version at a time, and all the way back. */
#include "ui-fixture.h"
#include "ui/journal/kist-writing-view.h"

static void
run (UiFixture *fixture, GtkWidget *page, const char *action, const char *body)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (page, action, NULL);
  ui_fixture_settle (fixture); /* the versions are read by the store */
  text = kist_writing_view_dup_text (KIST_WRITING_VIEW (ui_find (page, KIST_TYPE_WRITING_VIEW)));
  g_assert_cmpstr (text, ==, body);
}

/* Two pauses of an hour, each of which keeps a version, and then another sitting. */
static GtkWidget *
write_in_two_sittings (UiFixture *fixture)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);
  KistEntry   *entry = kist_journal_create (journal, fixture->media, "A title", "Tea.");
  const char  *bodies[] = { "Tea, caf\u00e9.", "Tea, caf\u00ea and cake." };

  GtkWidget *page;

  ui_fixture_open_window (fixture);
  page = ui_fixture_open_entry (fixture, entry);
  for (unsigned i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      kist_clock_advance (fixture->clock, G_TIME_SPAN_HOUR);
      kist_writing_view_replace_text (KIST_WRITING_VIEW (ui_find (page, KIST_TYPE_WRITING_VIEW)), bodies[i]);
      kist_services_flush (fixture->services);
    }
  kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  ui_fixture_open_window (fixture);
  journal = kist_services_get_journal (fixture->services);
  return ui_fixture_open_entry (fixture, kist_journal_find_for_thing (journal, "core/media"));
}

static void
test_undo_goes_on_into_earlier_sittings (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = write_in_two_sittings (fixture);

  run (fixture, page, "history.undo", "Tea, caf\u00e9.");
  run (fixture, page, "history.undo", "Tea.");
  run (fixture, page, "history.undo", "Tea.");
  run (fixture, page, "history.redo", "Tea, caf\u00e9.");
  run (fixture, page, "history.redo", "Tea, caf\u00ea and cake.");
  run (fixture, page, "history.redo", "Tea, caf\u00ea and cake.");
}

/* What was typed and undone in this sitting can be redone after having been further back. */
static void
test_undo_beyond_this_sitting_keeps_what_can_be_redone (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = write_in_two_sittings (fixture);

  kist_writing_view_append (KIST_WRITING_VIEW (ui_find (page, KIST_TYPE_WRITING_VIEW)), " More.");
  run (fixture, page, "history.undo", "Tea, caf\u00ea and cake.");
  run (fixture, page, "history.undo", "Tea, caf\u00e9.");
  run (fixture, page, "history.redo", "Tea, caf\u00ea and cake.");
  run (fixture, page, "history.redo", "Tea, caf\u00ea and cake. More.");
}

/* GTK keeps 200 edits of itself, about as many words. */
static void
test_a_long_sitting_is_undone_to_its_beginning (UiFixture *fixture, gconstpointer data)
{
  const unsigned n_edits = 300;
  GtkWidget     *page = write_in_two_sittings (fixture);
  GtkWidget     *view = ui_find (page, KIST_TYPE_WRITING_VIEW);

  for (unsigned i = 0; i < n_edits; i++)
    kist_writing_view_append (KIST_WRITING_VIEW (view), i % 2 ? " milk\n" : " and\n");
  for (unsigned i = 1; i < n_edits; i++)
    gtk_widget_activate_action (page, "history.undo", NULL);
  run (fixture, page, "history.undo", "Tea, caf\u00ea and cake.");
  run (fixture, page, "history.undo", "Tea, caf\u00e9.");
}

#define ADD(name, test) g_test_add ("/long-undo/" name, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  ADD ("it-goes-on-into-earlier-sittings", test_undo_goes_on_into_earlier_sittings);
  ADD ("what-can-be-redone-is-kept", test_undo_beyond_this_sitting_keeps_what_can_be_redone);
  ADD ("a-long-sitting-is-undone-to-its-beginning", test_a_long_sitting_is_undone_to_its_beginning);
  return g_test_run ();
}
