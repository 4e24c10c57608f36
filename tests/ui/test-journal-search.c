/* Searching the journal: what is found, what is shown of it, and that it opens there. */
#include "../store/store-fixture.h"
#include "ui-fixture.h"
#include "ui/journal/kist-editor-page.h"
#include "ui/journal/kist-journal-page.h"
#include "ui/journal/kist-writing-view.h"

#define FAR "## Before\n\n*Überall* and elsewhere\n\n## After\n\nI asked my manager about the école."

typedef struct
{
  GtkWidget  *page;
  const char *label;
  gboolean    is_shown;
} Wanted;

static gboolean
is_so (gpointer data)
{
  Wanted *wanted = data;

  return ui_has_label (wanted->page, wanted->label) == wanted->is_shown;
}

static void
wait_for_label (GtkWidget *page, const char *label, gboolean is_shown)
{
  harness_wait (is_so, &(Wanted){ page, label, is_shown });
}

/* What was found, once it is shown. */
static GtkWidget *
wait_for_hits (GtkWidget *page)
{
  GtkWidget *list = ui_find (page, GTK_TYPE_LIST_VIEW);

  harness_wait ((HarnessCheck)gtk_widget_get_mapped, list);
  return list;
}

static KistEntry *
create (UiFixture *fixture, const char *title, const char *body)
{
  return kist_journal_create (kist_services_get_journal (fixture->services), fixture->media, title, body);
}

static GtkWidget *
open_journal (UiFixture *fixture)
{
  GtkWidget *page;

  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.open-section", "s", "journal");
  page = ui_fixture_get_page (fixture);
  g_assert_true (KIST_IS_JOURNAL_PAGE (page));
  gtk_widget_activate_action (page, "journal.find", NULL);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (ui_find (page, GTK_TYPE_SEARCH_ENTRY)), 0);
  return page;
}

static void
type_words (GtkWidget *page, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find (page, GTK_TYPE_SEARCH_ENTRY)), words);
}

/* (transfer none) (nullable): the visible label with this text. */
static GtkLabel *
find_label (GtkWidget *page, const char *text)
{
  g_autoptr (GPtrArray) labels = harness_find_all (page, GTK_TYPE_LABEL);

  for (unsigned i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text) &&
        gtk_widget_get_mapped (g_ptr_array_index (labels, i)))
      return g_ptr_array_index (labels, i);
  return NULL;
}

static void
test_an_entry_is_found_by_its_words (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  create (fixture, "", "About a <garden>.");
  create (fixture, "", "About the ÉCOLE.");
  page = open_journal (fixture);
  type_words (page, "école about");
  wait_for_label (page, "About a <garden>.", FALSE);
  g_assert_true (ui_has_label (page, "About the ÉCOLE."));
  type_words (page, "");
  wait_for_label (page, "About a <garden>.", TRUE);
}

static void
test_matches_are_bold (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page;
  g_autofree char *attributes = NULL;

  create (fixture, "My <b>manager</b>", "About & my *manager*.");
  page = open_journal (fixture);
  type_words (page, "manag");
  wait_for_hits (page);
  g_assert_true (ui_has_label (page, "My <b>manager</b>"));
  attributes = pango_attr_list_to_string (gtk_label_get_attributes (find_label (page, "About & my manager.")));
  g_assert_cmpstr (attributes, ==, "11 18 weight bold");
}

static void
test_all_that_were_found_are_chosen_and_no_more (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  create (fixture, "One", "My manager.");
  create (fixture, "Two", "Nobody.");
  page = open_journal (fixture);
  type_words (page, "manager");
  wait_for_hits (page);
  gtk_widget_activate_action (page, "journal.select", NULL);
  gtk_widget_activate_action (page, "journal.select-all", NULL);
  g_assert_true (ui_has_label (page, "1 Selected"));
}

static void
test_a_hit_opens_at_the_words (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page;
  GtkWidget       *text;
  GtkTextBuffer   *buffer;
  GtkTextIter      start, end;
  g_autofree char *selected = NULL;

  create (fixture, "", FAR);
  page = open_journal (fixture);
  type_words (page, "MANAGER ecole");
  g_signal_emit_by_name (wait_for_hits (page), "activate", 0);
  page = ui_fixture_get_page (fixture);
  g_assert_true (KIST_IS_EDITOR_PAGE (page));
  text = ui_find (page, KIST_TYPE_WRITING_VIEW);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, "manager");
  g_assert_cmpint (gtk_text_iter_get_line (&start), ==, 6);
  ui_fixture_settle (fixture);
  g_assert_true (gtk_widget_has_focus (text) || gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text);
  /* Next time nothing is selected: what was looked for then is not looked for now. */
  ui_fixture_go_back (fixture);
  page = ui_fixture_open_entry (
      fixture, kist_journal_find_for_thing (kist_services_get_journal (fixture->services), "core/media"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (page, KIST_TYPE_WRITING_VIEW)));
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));
}

static void
test_what_is_not_there_is_not_found (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  create (fixture, "One", "Words.");
  page = open_journal (fixture);
  type_words (page, "\"none\" OR");
  wait_for_label (page, "Not Found", TRUE);
  type_words (page, "word");
  wait_for_label (page, "Words.", TRUE);
  type_words (page, "  ");
  wait_for_label (page, "Not Found", FALSE);
}

/* Only the last question's answer shows, however many were asked. */
static void
test_an_answer_nobody_waits_for_is_dropped (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  create (fixture, "One", "First words.");
  create (fixture, "Two", "Second words.");
  page = open_journal (fixture);
  type_words (page, "first");
  type_words (page, "none");
  type_words (page, "second");
  wait_for_label (page, "First words.", FALSE);
  g_assert_true (ui_has_label (page, "Second words."));
  type_words (page, "first");
  type_words (page, "");
  ui_fixture_settle (fixture);
  g_assert_true (ui_has_label (page, "First words.") && ui_has_label (page, "Second words."));
  type_words (page, "first");
  ui_fixture_close_window (fixture);
}

static void
test_what_is_deleted_is_found_no_more (UiFixture *fixture, gconstpointer data)
{
  KistEntry *entry = g_object_ref (create (fixture, "One", "First words."));
  GtkWidget *page;

  create (fixture, "Two", "Second words.");
  page = open_journal (fixture);
  type_words (page, "words");
  wait_for_label (page, "First words.", TRUE);
  kist_journal_delete (kist_services_get_journal (fixture->services), entry);
  wait_for_label (page, "First words.", FALSE);
  kist_journal_undelete (kist_services_get_journal (fixture->services), entry);
  wait_for_label (page, "First words.", TRUE);
  g_object_unref (entry);
}

static void
test_a_search_that_fails_says_so (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  GtkWidget *page;

  create (fixture, "One", "Words.");
  page = open_journal (fixture);
  ui_fixture_settle (fixture);
  kist_store_close_async (fixture->store, fixture_result_cb, &result);
  fixture_wait (&result);
  type_words (page, "words");
  wait_for_label (page, "The Journal Could Not Be Searched", TRUE);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/journal-search/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("an-entry-is-found-by-its-words", test_an_entry_is_found_by_its_words);
  ADD ("matches-are-bold", test_matches_are_bold);
  ADD ("all-that-were-found-are-chosen-and-no-more", test_all_that_were_found_are_chosen_and_no_more);
  ADD ("a-hit-opens-at-the-words", test_a_hit_opens_at_the_words);
  ADD ("what-is-not-there-is-not-found", test_what_is_not_there_is_not_found);
  ADD ("an-answer-nobody-waits-for-is-dropped", test_an_answer_nobody_waits_for_is_dropped);
  ADD ("what-is-deleted-is-found-no-more", test_what_is_deleted_is_found_no_more);
  ADD ("a-search-that-fails-says-so", test_a_search_that_fails_says_so);
  return g_test_run ();
}
