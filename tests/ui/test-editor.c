/* Writing: what is typed is on disk however the page is left, and the person is told when it is not. */
#include <errno.h>
#include <sqlite3.h>

#include "../store/fault-vfs.h"
#include "../store/store-fixture.h"
#include "ui-fixture.h"
#include "ui/journal/kist-editor-page.h"
#include "ui/journal/kist-writing-view.h"

static KistEntry *
create_entry (UiFixture *fixture, const char *body)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);

  return kist_journal_create (journal, fixture->media, "A title", body);
}

/* The editor of a new entry with @body. */
static GtkWidget *
start (UiFixture *fixture, const char *body)
{
  GtkWidget *page;

  ui_fixture_open_window (fixture);
  page = ui_fixture_open_entry (fixture, create_entry (fixture, body));
  g_assert_true (KIST_IS_EDITOR_PAGE (page));
  return page;
}

static GtkWidget *
get_text (GtkWidget *page)
{
  return ui_find (page, KIST_TYPE_WRITING_VIEW);
}

static KistEntry *
get_entry (UiFixture *fixture)
{
  return kist_journal_find_for_thing (kist_services_get_journal (fixture->services), "core/media");
}

static void
start_again (UiFixture *fixture)
{
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
}

static void
assert_body_on_disk (UiFixture *fixture, const char *body)
{
  start_again (fixture);
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, body);
}

static const KistEvent *
last_event (UiFixture *fixture)
{
  GPtrArray *events = kist_services_get_events (fixture->services);

  return g_ptr_array_index (events, events->len - 1);
}

static void
test_what_is_typed_is_in_the_journal_after_a_flush (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");

  ui_type (get_text (page), " Two.");
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "One.");
  kist_services_flush (fixture->services);
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "One. Two.");
  assert_body_on_disk (fixture, "One. Two.");
}

static void
test_going_back_saves (UiFixture *fixture, gconstpointer data)
{
  ui_type (get_text (start (fixture, "One.")), " Two.");
  ui_fixture_go_back (fixture);
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "One. Two.");
}

static void
test_going_to_another_section_saves (UiFixture *fixture, gconstpointer data)
{
  ui_type (get_text (start (fixture, "One.")), " Two.");
  gtk_widget_activate_action (fixture->window, "win.open-section", "s", "learn");
  ui_fixture_settle (fixture);
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "One. Two.");
}

static void
test_a_title_is_saved_and_said (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");

  gtk_editable_set_text (GTK_EDITABLE (ui_find (page, GTK_TYPE_ENTRY)), "Another title");
  kist_services_flush (fixture->services);
  ui_fixture_settle (fixture);
  g_assert_cmpstr (kist_entry_get_title (get_entry (fixture)), ==, "Another title");
  g_assert_true (ui_has_label (page, "Another title"));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (page, GTK_TYPE_ENTRY)), "");
  kist_services_flush (fixture->services);
  ui_fixture_settle (fixture);
  g_assert_true (ui_has_label (page, "Untitled"));
}

static void
test_looking_changes_nothing (UiFixture *fixture, gconstpointer data)
{
  KistEntry *before;

  start (fixture, "One.");
  before = get_entry (fixture);
  ui_fixture_go_back (fixture);
  g_assert_true (get_entry (fixture) == before);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_WROTE), ==, 0);
}

static void
test_the_caret_is_where_it_was (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "Ärger and more");

  kist_writing_view_set_caret (KIST_WRITING_VIEW (get_text (page)), 5);
  ui_type (get_text (page), "x");
  start_again (fixture);
  ui_fixture_open_window (fixture);
  page = ui_fixture_open_entry (fixture, get_entry (fixture));
  g_assert_cmpint (kist_writing_view_get_caret (KIST_WRITING_VIEW (get_text (page))), ==, 6);
}

static void
test_a_new_entry_begins_at_its_end (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "Four");

  g_assert_cmpint (kist_writing_view_get_caret (KIST_WRITING_VIEW (get_text (page))), ==, 4);
}

static void
test_the_criteria_count_what_is_there (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "Three words here");
  g_autofree char *more = fixture_long_text ("word", 100);

  g_assert_true (ui_has_label (page, "3 of at least 100 words"));
  ui_type (get_text (page), " and two");
  kist_services_flush (fixture->services);
  g_assert_true (ui_has_label (page, "5 of at least 100 words"));
  ui_type (get_text (page), more);
  kist_services_flush (fixture->services);
  g_assert_true (ui_has_label (page, "Ready: 104 words"));
}

static void
test_a_sitting_is_one_event (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "One.");
  g_autofree char *more = fixture_long_text (" word", 100);

  ui_type (get_text (page), " Two.");
  kist_services_flush (fixture->services);
  kist_services_flush (fixture->services);
  ui_fixture_go_back (fixture);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_WROTE), ==, 1);
  g_assert_cmpstr (last_event (fixture)->step, ==, "write");
  g_assert_cmpstr (last_event (fixture)->item, ==, kist_entry_get_id (get_entry (fixture)));
  g_assert_cmpint (last_event (fixture)->value, ==, 2);
  g_assert_cmpstr (last_event (fixture)->text, ==, "short");

  page = ui_fixture_open_entry (fixture, get_entry (fixture));
  ui_type (get_text (page), more);
  ui_fixture_go_back (fixture);
  g_assert_cmpuint (ui_fixture_count (fixture, KIST_VERB_WROTE), ==, 2);
  g_assert_cmpint (last_event (fixture)->value, ==, 102);
  g_assert_cmpstr (last_event (fixture)->text, ==, "met");
}

static void
test_an_entry_of_its_own_is_no_step (UiFixture *fixture, gconstpointer data)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);
  GtkWidget   *page;

  ui_fixture_open_window (fixture);
  page = ui_fixture_open_entry (fixture, kist_journal_create (journal, NULL, "", ""));
  ui_type (get_text (page), "Mine alone.");
  g_assert_true (ui_has_label (page, "Untitled"));
  ui_fixture_go_back (fixture);
  g_assert_cmpuint (kist_services_get_events (fixture->services)->len, ==, 0);
}

static void
test_deleting_leaves_the_page_and_can_be_undone (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");

  ui_type (get_text (page), " Two.");
  gtk_widget_activate_action (page, "editor.delete", NULL);
  ui_fixture_settle (fixture);
  g_assert_false (KIST_IS_EDITOR_PAGE (ui_fixture_get_page (fixture)));
  g_assert_null (get_entry (fixture));
  ui_click (ui_find_button (fixture->window, "_Undo"));
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "One. Two.");
  assert_body_on_disk (fixture, "One. Two.");
}

static void
test_a_deleted_draft_counts_no_more (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *more = fixture_long_text (" word", 100);
  GtkWidget       *page = start (fixture, "One.");

  ui_type (get_text (page), more);
  ui_fixture_go_back (fixture);
  g_assert_cmpstr (last_event (fixture)->text, ==, "met");

  page = ui_fixture_open_entry (fixture, get_entry (fixture));
  ui_type (get_text (page), " More.");
  gtk_widget_activate_action (page, "editor.delete", NULL);
  ui_fixture_settle (fixture);
  g_assert_cmpstr (last_event (fixture)->text, ==, "short");
  g_assert_cmpint (last_event (fixture)->value, ==, 0);

  ui_click (ui_find_button (fixture->window, "_Undo"));
  g_assert_cmpstr (last_event (fixture)->text, ==, "met");
  g_assert_cmpint (last_event (fixture)->value, ==, 102);
}

static void
test_two_deletions_are_undone_each_by_its_own_toast (UiFixture *fixture, gconstpointer data)
{
  KistJournal     *journal;
  GtkWidget       *page = start (fixture, "First.");
  g_autofree char *first = g_strdup (kist_entry_get_id (get_entry (fixture)));

  gtk_widget_activate_action (page, "editor.delete", NULL);
  ui_fixture_settle (fixture);
  page = ui_fixture_open_entry (fixture, create_entry (fixture, "Second."));
  gtk_widget_activate_action (page, "editor.delete", NULL);
  ui_fixture_settle (fixture);
  journal = kist_services_get_journal (fixture->services);
  gtk_widget_activate_action (fixture->window, "win.undelete-entry", "s", first);
  g_assert_nonnull (kist_journal_lookup (journal, first));
  g_assert_cmpuint (g_list_model_get_n_items (kist_journal_get_entries (journal)), ==, 1);
}

static void
test_an_earlier_version_comes_back_and_can_be_undone (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");

  kist_writing_view_replace_text (KIST_WRITING_VIEW (get_text (page)), "Another.");
  kist_services_flush (fixture->services);
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "Another.");
  gtk_widget_activate_action (page, "history.undo", NULL);
  kist_services_flush (fixture->services);
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "One.");
}

static void
test_a_version_comes_back_with_its_title (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");
  g_autoptr (KistEntry) before = NULL;

  before = kist_entry_new_with_text (get_entry (fixture), "As it was", "Before.", 0);
  gtk_widget_activate_action (page, "editor.history", NULL);
  g_signal_emit_by_name (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)),
                         "restore", before);
  kist_services_flush (fixture->services);
  g_assert_cmpstr (kist_entry_get_title (get_entry (fixture)), ==, "As it was");
  g_assert_cmpstr (kist_entry_get_body (get_entry (fixture)), ==, "Before.");
}

static void
test_what_was_deleted_is_not_there_after_a_start (UiFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (start (fixture, "One."), "editor.delete", NULL);
  start_again (fixture);
  g_assert_null (get_entry (fixture));
}

static void
test_the_page_says_what_is_not_saved (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");

  g_assert_true (ui_has_label (page, "Saved on this computer"));
  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
  ui_type (get_text (page), " Two.");
  g_assert_true (ui_has_label (page, "Saving…"));
  kist_services_flush (fixture->services);
  ui_fixture_settle (fixture);
  g_assert_true (ui_has_label (page, "Not saved yet"));
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  ui_click (ui_find_button (fixture->window, "_Try Again"));
  ui_fixture_settle (fixture);
  g_assert_true (ui_has_label (page, "Saved on this computer"));
  assert_body_on_disk (fixture, "One. Two.");
}

static void
test_closing_with_a_full_disk_asks_first (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");
  AdwDialog *dialog;

  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
  ui_type (get_text (page), " Two.");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_fixture_settle (fixture);
  g_assert_true (gtk_widget_get_visible (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  g_signal_emit_by_name (dialog, "response::again", "again");
  adw_dialog_force_close (dialog);
  assert_body_on_disk (fixture, "One. Two.");
}

static void
test_closing_saves_first (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *)&fixture->window);
  ui_type (get_text (page), " Two.");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_type (get_text (page), " Three."); /* the window is there until all is saved */
  while (fixture->window)
    g_main_context_iteration (NULL, TRUE);
  assert_body_on_disk (fixture, "One. Two. Three.");
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/editor/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  fault_vfs_install ();
  ADD ("what-is-typed-is-in-the-journal-after-a-flush", test_what_is_typed_is_in_the_journal_after_a_flush);
  ADD ("going-back-saves", test_going_back_saves);
  ADD ("going-to-another-section-saves", test_going_to_another_section_saves);
  ADD ("a-title-is-saved-and-said", test_a_title_is_saved_and_said);
  ADD ("looking-changes-nothing", test_looking_changes_nothing);
  ADD ("the-caret-is-where-it-was", test_the_caret_is_where_it_was);
  ADD ("a-new-entry-begins-at-its-end", test_a_new_entry_begins_at_its_end);
  ADD ("the-criteria-count-what-is-there", test_the_criteria_count_what_is_there);
  ADD ("a-sitting-is-one-event", test_a_sitting_is_one_event);
  ADD ("an-entry-of-its-own-is-no-step", test_an_entry_of_its_own_is_no_step);
  ADD ("deleting-leaves-the-page-and-can-be-undone", test_deleting_leaves_the_page_and_can_be_undone);
  ADD ("a-deleted-draft-counts-no-more", test_a_deleted_draft_counts_no_more);
  ADD ("two-deletions-are-undone-each-by-its-own-toast", test_two_deletions_are_undone_each_by_its_own_toast);
  ADD ("an-earlier-version-comes-back-and-can-be-undone", test_an_earlier_version_comes_back_and_can_be_undone);
  ADD ("a-version-comes-back-with-its-title", test_a_version_comes_back_with_its_title);
  ADD ("what-was-deleted-is-not-there-after-a-start", test_what_was_deleted_is_not_there_after_a_start);
  ADD ("the-page-says-what-is-not-saved", test_the_page_says_what_is_not_saved);
  ADD ("closing-with-a-full-disk-asks-first", test_closing_with_a_full_disk_asks_first);
  ADD ("closing-saves-first", test_closing_saves_first);
  return g_test_run ();
}
