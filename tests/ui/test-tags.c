/* Tags of entries: given in the editor, shown in the journal's list, which shows the entries under one. */
#include "ui-fixture.h"
#include "ui/journal/kist-journal-page.h"
#include "ui/journal/links/kist-tag-chips.h"
#include "ui/journal/links/kist-tag-index.h"
#include "ui/journal/links/kist-tags-view.h"

static KistJournal *
get_journal (UiFixture *fixture)
{
  return kist_services_get_journal (fixture->services);
}

static KistEntry *
create (UiFixture *fixture, const char *title, const char *body, const char *tags)
{
  KistEntry *bare = kist_journal_create (get_journal (fixture), NULL, title, body);
  g_auto (GStrv) list = g_strsplit (tags, ",", -1);
  g_autofree char *id = g_strdup (kist_entry_get_id (bare));
  g_autoptr (KistEntry) entry = kist_entry_new_with_marks (bare, (const char *const *)list, NULL);

  kist_journal_save (get_journal (fixture), entry);
  return kist_journal_lookup (get_journal (fixture), id);
}

static GtkWidget *
open_view (UiFixture *fixture, KistEntry *entry)
{
  ui_fixture_open_window (fixture);
  return ui_find (ui_fixture_open_entry (fixture, entry), KIST_TYPE_TAGS_VIEW);
}

static void
type_tag (GtkWidget *view, const char *text)
{
  GtkWidget *entry = ui_find (view, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
assert_tags (GtkWidget *view, const char *expected)
{
  g_autofree char *tags = g_strjoinv ("|", (char **)kist_tags_view_get_tags (KIST_TAGS_VIEW (view)));

  g_assert_cmpstr (tags, ==, expected);
}

/* The words of the chips that are offered, "a|b". */
static char *
dup_suggestions (GtkWidget *view)
{
  GtkWidget *box = ui_find_nth (view, ADW_TYPE_WRAP_BOX, 1); /* the first has the chips */
  g_autoptr (GPtrArray) labels = harness_find_all (box, GTK_TYPE_LABEL);
  GString *said = g_string_new (NULL);

  for (unsigned i = 0; i < labels->len; i++)
    g_string_append_printf (said, i > 0 ? "|%s" : "%s", gtk_label_get_text (g_ptr_array_index (labels, i)));
  return g_string_free_and_steal (said);
}

static void
test_a_tag_is_kept (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *view = open_view (fixture, create (fixture, "Mine", "Words.", ""));
  g_autoptr (KistEntry) entry = NULL;

  type_tag (view, "  supervision ");
  type_tag (view, "team, Boundaries,");
  type_tag (view, "TEAM");
  assert_tags (view, "Boundaries|supervision|team");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_find (view, GTK_TYPE_ENTRY))), ==, "");
  ui_fixture_close_window (fixture); /* which saves */
  entry = g_list_model_get_item (kist_journal_get_entries (get_journal (fixture)), 0);
  g_assert_cmpuint (g_strv_length ((char **)kist_entry_get_tags (entry)), ==, 3);
  g_assert_cmpstr (kist_entry_get_body (entry), ==, "Words.");
}

static void
test_what_cannot_be_a_tag_is_said (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *view = open_view (fixture, create (fixture, "Mine", "", ""));
  GtkWidget       *entry = ui_find (view, GTK_TYPE_ENTRY);
  g_autofree char *longer = g_strnfill (41, 'a');

  type_tag (view, longer);
  assert_tags (view, "");
  g_assert_true (ui_has_label (view, "A tag has up to 40 characters."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, longer); /* to be shortened */
  gtk_editable_set_text (GTK_EDITABLE (entry), "shorter");
  g_assert_false (ui_has_label (view, "A tag has up to 40 characters."));
}

static void
test_tags_used_before_are_offered (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *view;
  g_autofree char *all = NULL;
  g_autofree char *fitting = NULL;
  g_autofree char *rest = NULL;

  create (fixture, "One", "", "Open Badges,Supervision");
  create (fixture, "Two", "", "supervision");
  create (fixture, "Three", "", "Supervision,team");
  view = open_view (fixture, create (fixture, "Mine", "", ""));
  all = dup_suggestions (view);
  g_assert_cmpstr (all, ==, "Open Badges|Supervision|team");
  gtk_editable_set_text (GTK_EDITABLE (ui_find (view, GTK_TYPE_ENTRY)), "BAD");
  fitting = dup_suggestions (view);
  g_assert_cmpstr (fitting, ==, "Open Badges");
  g_assert_true (gtk_widget_activate_action (view, "tags.add", "s", "Open Badges"));
  type_tag (view, "SUPERvision"); /* comes to be as it is written elsewhere */
  assert_tags (view, "Open Badges|Supervision");
  rest = dup_suggestions (view);
  g_assert_cmpstr (rest, ==, "team");
}

static void
test_a_tag_is_taken_away (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *view = open_view (fixture, create (fixture, "Mine", "", "one,two"));

  g_assert_true (gtk_widget_activate_action (ui_find (view, KIST_TYPE_TAG_CHIPS), "tag.remove", "s", "one"));
  assert_tags (view, "two");
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (view)) != NULL);
}

/* How many entries the journal's list shows. */
static unsigned
count_shown (GtkWidget *page)
{
  g_autoptr (GPtrArray) lists = harness_find_all (page, GTK_TYPE_LIST_VIEW);

  for (unsigned i = 0; i < lists->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (lists, i)))
      return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (g_ptr_array_index (lists, i))));
  return 0;
}

static void
test_the_journal_shows_the_entries_under_a_tag (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  KistEntry *one;

  one = create (fixture, "One", "", "Supervision,team");
  create (fixture, "Two", "", "supervision");
  create (fixture, "Three", "", "");
  open_view (fixture, one);
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.show-tag", "s", "SUPERVISION"));
  ui_fixture_settle (fixture);
  harness_wait_for_frame (fixture->window);
  page = ui_fixture_get_page (fixture);
  g_assert_true (KIST_IS_JOURNAL_PAGE (page));
  g_assert_cmpuint (count_shown (page), ==, 2);
  g_assert_true (ui_has_label (page, "SUPERVISION"));
  g_assert_false (ui_has_label (page, "Three"));
  /* All that are chosen at once are those that are shown. */
  gtk_widget_activate_action (page, "journal.select", NULL);
  gtk_widget_activate_action (page, "journal.select-all", NULL);
  g_assert_true (ui_has_label (page, "2 Selected"));
  gtk_widget_activate_action (page, "journal.end-selecting", NULL);
  gtk_widget_activate_action (page, "journal.show-tag", "s", "");
  harness_wait_for_frame (fixture->window);
  g_assert_cmpuint (count_shown (page), ==, 3);
}

static void
test_a_tag_that_nobody_has_shows_all (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) entry = NULL;
  static const char *const none[] = { NULL };
  GtkWidget               *page;

  create (fixture, "Two", "", "other");
  entry = g_object_ref (create (fixture, "One", "", "team"));
  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.show-tag", "s", "team");
  harness_wait_for_frame (fixture->window);
  page = ui_fixture_get_page (fixture);
  g_assert_cmpuint (count_shown (page), ==, 1);
  {
    g_autoptr (KistEntry) bare = kist_entry_new_with_marks (entry, none, NULL);

    kist_journal_save (get_journal (fixture), bare);
  }
  harness_wait_for_frame (fixture->window);
  g_assert_cmpuint (count_shown (page), ==, 2);
}

typedef struct
{
  GtkWidget  *page;
  const char *label;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return ui_has_label (wanted->page, wanted->label);
}

static void
test_a_search_keeps_to_the_tag (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  create (fixture, "One", "a walk", "team");
  create (fixture, "Two", "a walk", "");
  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.show-tag", "s", "team");
  page = ui_fixture_get_page (fixture);
  gtk_widget_activate_action (page, "journal.find", NULL);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (ui_find (page, GTK_TYPE_SEARCH_ENTRY)), 0);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (page, GTK_TYPE_SEARCH_ENTRY)), "walk");
  harness_wait ((HarnessCheck)gtk_widget_get_mapped, ui_find_nth (page, GTK_TYPE_LIST_VIEW, 0));
  g_assert_cmpuint (count_shown (page), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (page, GTK_TYPE_SEARCH_ENTRY)), "nowhere");
  harness_wait (is_shown, &(Wanted){ page, "No entry with this tag has all of these words." });
}

static void
test_tags_are_counted_under_their_usual_spelling (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) uses = NULL;
  const KistTagUse *use;

  create (fixture, "One", "", "TEAM");
  create (fixture, "Two", "", "team");
  create (fixture, "Three", "", "a,team");
  uses = kist_tag_index_of (kist_journal_get_entries (get_journal (fixture)));
  g_assert_cmpuint (uses->len, ==, 2);
  use = g_ptr_array_index (uses, 1);
  g_assert_cmpstr (use->tag, ==, "team");
  g_assert_cmpuint (use->n_entries, ==, 3);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
#define ADD(name) g_test_add ("/tags/" #name, UiFixture, NULL, ui_fixture_set_up, test_##name, ui_fixture_tear_down)
  ADD (a_tag_is_kept);
  ADD (what_cannot_be_a_tag_is_said);
  ADD (tags_used_before_are_offered);
  ADD (a_tag_is_taken_away);
  ADD (the_journal_shows_the_entries_under_a_tag);
  ADD (a_tag_that_nobody_has_shows_all);
  ADD (a_search_keeps_to_the_tag);
  ADD (tags_are_counted_under_their_usual_spelling);
  return g_test_run ();
}
