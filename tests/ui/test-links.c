/* Links of entries and of passages: chosen in a dialog, kept, opened, and found again from the other side. */
#include "journal/kist-passage-link.h"
#include "ui-fixture.h"
#include "ui/codes/kist-code-page.h"
#include "ui/journal/kist-editor-page.h"
#include "ui/journal/kist-writing-view.h"
#include "ui/journal/links/kist-links-view.h"
#include "ui/journal/links/kist-mentions-group.h"
#include "ui/journal/links/kist-reference-dialog.h"
#include "ui/journal/links/kist-reference-target.h"
#include "ui/learn/kist-thing-page.h"

#define THING "kist:thing/core/media"
#define GONE "kist:thing/core/gone"

static KistJournal *
get_journal (UiFixture *fixture)
{
  return kist_services_get_journal (fixture->services);
}

static KistEntry *
create (UiFixture *fixture, const char *title, const char *body, const char *address)
{
  KistEntry *bare = kist_journal_create (get_journal (fixture), NULL, title, body);
  g_autoptr (KistReference) reference = address ? kist_reference_parse (address) : NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = g_strdup (kist_entry_get_id (bare));
  g_autoptr (KistEntry) entry = NULL;

  if (reference)
    g_ptr_array_add (links, g_object_ref (reference));
  entry = kist_entry_new_with_marks (bare, NULL, links);
  kist_journal_save (get_journal (fixture), entry);
  return kist_journal_lookup (get_journal (fixture), id);
}

static GtkWidget *
open_entry (UiFixture *fixture, KistEntry *entry)
{
  ui_fixture_open_window (fixture);
  return ui_fixture_open_entry (fixture, entry);
}

static GtkWidget *
find_dialog (UiFixture *fixture)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

/* Types @words and takes what is found first. */
static void
choose (UiFixture *fixture, const char *words)
{
  GtkWidget *dialog = find_dialog (fixture);
  GtkWidget *search = ui_find (dialog, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (KIST_IS_REFERENCE_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "activate");
  ui_fixture_settle (fixture);
}

static void
test_an_entry_is_linked (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_entry (fixture, create (fixture, "Mine", "Words.", NULL));
  GtkWidget *view = ui_find (page, KIST_TYPE_LINKS_VIEW);
  g_autoptr (KistEntry) entry = NULL;

  g_signal_emit_by_name (ui_find (view, ADW_TYPE_BUTTON_ROW), "activated");
  choose (fixture, "  MEDIA ");
  g_assert_true (ui_has_label (view, kist_thing_get_title (fixture->media)));
  ui_fixture_close_window (fixture); /* which saves */
  entry = g_list_model_get_item (kist_journal_get_entries (get_journal (fixture)), 0);
  g_assert_cmpuint (kist_entry_get_links (entry)->len, ==, 1);
  g_assert_cmpstr (kist_reference_get_address (kist_entry_get_links (entry)->pdata[0]), ==, THING);
}

static void
test_a_link_is_opened_and_taken_away (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_entry (fixture, create (fixture, "Mine", "Words.", THING));
  GtkWidget *view = ui_find (page, KIST_TYPE_LINKS_VIEW);

  g_assert_true (gtk_widget_activate_action (view, "links.open", "s", THING));
  g_assert_true (KIST_IS_THING_PAGE (ui_fixture_get_page (fixture)));
  ui_fixture_go_back (fixture);
  g_assert_true (gtk_widget_activate_action (view, "links.remove", "s", THING));
  g_assert_cmpuint (kist_links_view_get_links (KIST_LINKS_VIEW (view))->len, ==, 0);
  g_assert_false (ui_has_label (view, kist_thing_get_title (fixture->media)));
}

/* The pack may come back. */
static void
test_what_no_pack_has_stays_linked (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_entry (fixture, create (fixture, "Mine", "Words.", GONE));
  GtkWidget *view = ui_find (page, KIST_TYPE_LINKS_VIEW);

  g_assert_true (ui_has_label (view, "core/gone"));
  g_assert_true (ui_has_label (view, "None of your packs has it"));
  g_assert_true (gtk_widget_activate_action (view, "links.open", "s", GONE));
  g_assert_true (KIST_IS_EDITOR_PAGE (ui_fixture_get_page (fixture)));
}

static void
test_words_are_linked_and_that_is_undone (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = open_entry (fixture, create (fixture, "Mine", "I saw what I saw.", NULL));
  GtkWidget       *text = ui_find (page, KIST_TYPE_WRITING_VIEW);
  GtkWidget       *view = ui_find (page, KIST_TYPE_LINKS_VIEW);
  g_autofree char *linked = NULL;
  g_autofree char *undone = NULL;

  kist_writing_view_select (KIST_WRITING_VIEW (text), 5, 11); /* with the blank before it */
  g_assert_true (gtk_widget_activate_action (page, "passage.link", NULL));
  choose (fixture, "media");
  linked = ui_dup_text (text);
  g_assert_cmpstr (linked, ==, "I saw [what I saw](" THING ").");
  kist_links_view_show_passages (KIST_LINKS_VIEW (view), linked);
  g_assert_true (ui_has_label (view, "At “what I saw”"));
  gtk_widget_activate_action (page, "history.undo", NULL);
  undone = ui_dup_text (text);
  g_assert_cmpstr (undone, ==, "I saw what I saw.");
}

static void
test_what_cannot_be_a_link_is_not_asked_about (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_entry (fixture, create (fixture, "Mine", "One [link](" THING ").\nTwo", NULL));
  GtkWidget *text = ui_find (page, KIST_TYPE_WRITING_VIEW);

  kist_writing_view_select (KIST_WRITING_VIEW (text), 2, 0);
  gtk_widget_activate_action (page, "passage.link", NULL);
  g_assert_null (find_dialog (fixture));
  kist_writing_view_select (KIST_WRITING_VIEW (text), 0, 100);
  gtk_widget_activate_action (page, "passage.link", NULL);
  g_assert_null (find_dialog (fixture));
}

typedef struct
{
  GtkWidget  *root;
  const char *label;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return ui_has_label (wanted->root, wanted->label);
}

static void
test_nothing_is_found (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_entry (fixture, create (fixture, "Mine", "", NULL));

  g_signal_emit_by_name (ui_find (ui_find (page, KIST_TYPE_LINKS_VIEW), ADW_TYPE_BUTTON_ROW), "activated");
  choose (fixture, "nowhere");
  harness_wait (is_shown, &(Wanted){ find_dialog (fixture), "Not Found" });
  adw_dialog_force_close (ADW_DIALOG (find_dialog (fixture)));
  ui_fixture_settle (fixture);
}

static void
test_a_thing_shows_what_is_linked_to_it (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page, *text;
  GtkTextIter      start, end;
  g_autofree char *selected = NULL;
  KistEntry       *entry;

  create (fixture, "Whole", "Words.", THING);
  entry = create (fixture, "Part", "é and [what **I** saw](" THING ").", NULL);
  create (fixture, "Other", "Words.", NULL);
  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.open-thing", "s", "core/media");
  page = ui_find (ui_fixture_get_page (fixture), KIST_TYPE_MENTIONS_GROUP);
  harness_wait (is_shown, &(Wanted){ page, "Whole" });
  g_assert_true (ui_has_label (page, "Today · “what I saw”"));
  g_assert_false (ui_has_label (page, "Other"));
  gtk_widget_activate_action (page, "mention.open", "(sii)", kist_entry_get_id (entry), 7, 14);
  text = ui_find (ui_fixture_get_page (fixture), KIST_TYPE_WRITING_VIEW);
  g_assert_true (gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, "what **I** saw");
}

static void
test_all_that_there_is_can_be_chosen (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) lists = NULL;
  g_autoptr (GListModel) runs = NULL;
  g_autoptr (KistReferenceTarget) run = NULL;
  g_autoptr (KistReferenceTarget) again = NULL;

  kist_services_record (fixture->services, KIST_VERB_CHOSE, fixture->media, ui_fixture_step (fixture, "request"),
                        "run-1", 1, "Friday", NULL);
  lists = kist_reference_targets_list (fixture->services);
  runs = g_list_model_get_item (lists, 1);
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 1);
  run = g_list_model_get_item (runs, 0);
  g_assert_cmpstr (kist_reference_get_address (kist_reference_target_get_reference (run)), ==,
                   "kist:run/core/media/request/run-1");
  again = kist_reference_target_new (fixture->services, kist_reference_target_get_reference (run));
  g_assert_true (kist_reference_target_is_there (again));
  g_assert_cmpstr (kist_reference_target_get_title (again), ==, kist_reference_target_get_title (run));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
#define ADD(name) g_test_add ("/links/" #name, UiFixture, NULL, ui_fixture_set_up, test_##name, ui_fixture_tear_down)
  ADD (an_entry_is_linked);
  ADD (a_link_is_opened_and_taken_away);
  ADD (what_no_pack_has_stays_linked);
  ADD (words_are_linked_and_that_is_undone);
  ADD (what_cannot_be_a_link_is_not_asked_about);
  ADD (nothing_is_found);
  ADD (a_thing_shows_what_is_linked_to_it);
  ADD (all_that_there_is_can_be_chosen);
  return g_test_run ();
}
