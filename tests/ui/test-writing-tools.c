/* What helps while one writes: finding and replacing, the outline, prompts, and two ways to be left alone. */
#include <adwaita.h>
#include <string.h>

#include "kist-config.h"
#include "ui-fixture.h"
#include "ui/journal/kist-writing-view.h"
#include "ui/journal/writing/kist-find-replace-bar.h"
#include "ui/journal/writing/kist-outline-view.h"
#include "ui/journal/writing/kist-template-view.h"

#define BODY "## What happened?\n\nThe cat and the dog.\n\n## So what?\n\nThe é end.\n"

static GtkWidget *
start (UiFixture *fixture, const char *body)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);

  ui_fixture_open_window (fixture);
  return ui_fixture_open_entry (fixture, kist_journal_create (journal, NULL, "A title", body));
}

static GtkWidget *
get_text (GtkWidget *page)
{
  return ui_find (page, KIST_TYPE_WRITING_VIEW);
}

static void
assert_text (GtkWidget *page, const char *expected)
{
  g_autofree char *text = ui_dup_text (get_text (page));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_selected (GtkWidget *page, int offset, int length)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (page))), &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, offset);
  g_assert_cmpint (gtk_text_iter_get_offset (&end) - offset, ==, length);
}

/* Opens the bar and waits until the words are counted: "1 of 3". */
static GtkWidget *
find_words (GtkWidget *page, const char *words, const char *counted)
{
  GtkWidget *bar = ui_find (page, KIST_TYPE_FIND_REPLACE_BAR);

  gtk_widget_activate_action (page, "editor.replace", NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (bar, GTK_TYPE_SEARCH_ENTRY)), words);
  while (!ui_has_label (bar, counted))
    g_main_context_iteration (NULL, TRUE);
  return bar;
}

static void
test_finds_what_is_written_in_any_case (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, BODY);
  GtkWidget *bar, *entry;

  kist_writing_view_set_caret (KIST_WRITING_VIEW (get_text (page)), 0);
  bar = find_words (page, "the", "1 of 3");
  assert_selected (page, 19, 3);
  entry = ui_find (bar, GTK_TYPE_SEARCH_ENTRY);
  g_signal_emit_by_name (entry, "next-match");
  assert_selected (page, 31, 3);
  g_signal_emit_by_name (entry, "next-match");
  g_assert_true (ui_has_label (bar, "3 of 3"));
  g_signal_emit_by_name (entry, "next-match"); /* round the end */
  assert_selected (page, 19, 3);
  g_signal_emit_by_name (entry, "previous-match");
  g_assert_true (ui_has_label (bar, "3 of 3"));
}

static void
test_says_that_nothing_was_found (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, BODY);
  GtkWidget *bar = find_words (page, "horse", "Not found");

  g_assert_false (gtk_widget_get_sensitive (ui_find_button (bar, "_Replace")));
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (bar, "Replace _All")));
}

static void
test_replaces_the_match_that_is_shown (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One two one.");
  GtkWidget *bar;

  kist_writing_view_set_caret (KIST_WRITING_VIEW (get_text (page)), 4);
  bar = find_words (page, "one", "2 of 2");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_nth (bar, GTK_TYPE_ENTRY, 0)), "1");
  ui_click (ui_find_button (bar, "_Replace"));
  assert_text (page, "One two 1.");
  assert_selected (page, 0, 3);
}

static void
test_replacing_all_is_undone_at_once (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One two one.");
  GtkWidget *bar = find_words (page, "one", "1 of 2");

  gtk_editable_set_text (GTK_EDITABLE (ui_find_nth (bar, GTK_TYPE_ENTRY, 0)), "$1");
  ui_click (ui_find_button (bar, "Replace _All"));
  assert_text (page, "$1 two $1.");
  gtk_widget_activate_action (page, "history.undo", NULL);
  assert_text (page, "One two one.");
}

static void
test_the_outline_counts_and_leads_there (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, BODY);
  GtkWidget *outline = ui_find (page, KIST_TYPE_OUTLINE_VIEW);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find (outline, ADW_TYPE_EXPANDER_ROW)), TRUE);
  g_assert_true (ui_has_label (outline, "What happened?"));
  g_assert_true (ui_has_label (outline, "5 words"));
  g_assert_true (ui_has_label (outline, "3 words"));
  gtk_widget_activate_action (outline, "outline.go", "i",
                              (int)g_utf8_strlen ("## What happened?\n\nThe cat and the dog.\n\n## So what?\n", -1));
  assert_selected (page, 53, 0);
  while (!ui_has_label (outline, "3 words in “So what?”"))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_an_outline_of_nothing_says_how (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "No heading.");

  g_assert_true (ui_has_label (ui_find (page, KIST_TYPE_OUTLINE_VIEW), "A line that begins with ## is a heading"));
}

static void
test_a_template_puts_its_headings_into_the_text (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "Words.");
  GtkWidget *prompts = ui_find (page, KIST_TYPE_TEMPLATE_VIEW);
  GtkWidget *add;

  g_assert_false (ui_has_label (prompts, "Who was there?"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (prompts, ADW_TYPE_COMBO_ROW)), 1);
  g_assert_true (ui_has_label (prompts, "Who was there?"));
  add = ui_find_button (prompts, "_Put the Headings Into the Text");
  ui_click (add);
  assert_text (page, "Words.\n\n## First\n\n\n\n## Second\n\n");
  assert_selected (page, (int)strlen ("Words.\n\n## First\n\n"), 0);
  ui_click (add);
  assert_text (page, "Words.\n\n## First\n\n\n\n## Second\n\n");
  gtk_widget_activate_action (page, "history.undo", NULL);
  assert_text (page, "Words.");
}

/* Which is the setting of a whole computer, and not of one entry. */
static void
test_the_chosen_template_is_remembered (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "Words.");

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (ui_find (page, KIST_TYPE_TEMPLATE_VIEW), ADW_TYPE_COMBO_ROW)), 1);
  ui_fixture_go_back (fixture);
  page = ui_fixture_open_entry (fixture,
                                kist_journal_create (kist_services_get_journal (fixture->services), NULL, "B", ""));
  g_assert_true (ui_has_label (ui_find (page, KIST_TYPE_TEMPLATE_VIEW), "Who was there?"));
}

static gboolean
is_dimmed (GtkWidget *page, int offset)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;
  gboolean is_found = FALSE;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (page))), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *tag = tags; tag; tag = tag->next)
    {
      g_autoptr (GdkRGBA) colour = NULL;

      g_object_get (tag->data, "foreground-rgba", &colour, NULL);
      is_found = is_found || (colour && colour->alpha > 0 && colour->alpha < 0.6F);
    }
  return is_found;
}

static void
set_mode (const char *key, gboolean is_on)
{
  g_autoptr (GSettings) settings = g_settings_new (KIST_APPLICATION_ID);

  g_settings_set_boolean (settings, key, is_on);
}

static void
test_other_paragraphs_are_dimmed (UiFixture *fixture, gconstpointer data)
{
  GtkWidget       *page = start (fixture, "One\nand on.\n\nTwo.\n\nThree.");
  KistWritingView *text = KIST_WRITING_VIEW (get_text (page));

  kist_writing_view_set_caret (text, 5);
  set_mode ("focus-mode", TRUE);
  g_assert_false (is_dimmed (page, 1) || is_dimmed (page, 6));
  g_assert_true (is_dimmed (page, 14) && is_dimmed (page, 20));
  kist_writing_view_set_caret (text, 15);
  g_assert_true (is_dimmed (page, 1) && is_dimmed (page, 20));
  g_assert_false (is_dimmed (page, 14));
  ui_type (get_text (page), "more\n\n");
  g_assert_true (is_dimmed (page, 14));
  set_mode ("focus-mode", FALSE);
  g_assert_false (is_dimmed (page, 1) || is_dimmed (page, 14));
}

static gboolean
is_in_the_middle (gpointer text)
{
  GdkRectangle caret;
  int          y, height = gtk_widget_get_height (text);

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (text), NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (text), GTK_TEXT_WINDOW_WIDGET, 0, caret.y, NULL, &y);
  return height > 0 && ABS (y + caret.height / 2 - height / 2) <= caret.height;
}

typedef struct
{
  GtkWidget *widget;
  int        before;
} Height;

static gboolean
is_lower (gpointer height)
{
  return gtk_widget_get_height (((Height *)height)->widget) < ((Height *)height)->before;
}

static void
test_the_line_stays_in_the_middle (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One.");
  GtkWidget *text = get_text (page);

  set_mode ("typewriter-mode", TRUE);
  harness_wait (is_in_the_middle, text);
  for (unsigned i = 0; i < 40; i++)
    ui_type (text, "\nAnd on");
  harness_wait (is_in_the_middle, text);
  /* Another size has another middle. */
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (text)), 1100, 420);
  harness_wait (is_lower, &(Height){ text, gtk_widget_get_height (text) });
  harness_wait (is_in_the_middle, text);
  set_mode ("typewriter-mode", FALSE);
  g_assert_cmpint (gtk_text_view_get_top_margin (GTK_TEXT_VIEW (text)), ==, 0);
}

/* As another program offers it: with the plain text for those who want no more. */
static void
copy (GtkWidget *page, const char *html, const char *plain)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, plain) };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (page), both);
}

static void
wait_for_text (GtkWidget *page, const char *expected)
{
  g_autofree char *text = NULL;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (text);
      text = ui_dup_text (get_text (page));
    }
  while (!g_str_equal (text, expected));
}

static void
test_pasting_keeps_headings_and_is_undone_at_once (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "One two.");

  copy (page, "<h2>Head</h2><ul><li>point</ul>", "Head point");
  kist_writing_view_select (KIST_WRITING_VIEW (get_text (page)), 4, 3);
  g_signal_emit_by_name (get_text (page), "paste-clipboard");
  wait_for_text (page, "One ## Head\n\n- point.");
  gtk_widget_activate_action (page, "history.undo", NULL);
  assert_text (page, "One two.");
}

static void
test_pasting_plain_text_is_plain (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "");

  copy (page, "<h2>Head</h2>", "Head");
  gtk_widget_activate_action (get_text (page), "writing.paste-plain", NULL);
  wait_for_text (page, "Head");
}

static void
test_html_without_text_is_pasted_plain (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = start (fixture, "");

  copy (page, "<img src='x'>", "Plain");
  g_signal_emit_by_name (get_text (page), "paste-clipboard");
  wait_for_text (page, "Plain");
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/writing-tools/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("finds-what-is-written-in-any-case", test_finds_what_is_written_in_any_case);
  ADD ("says-that-nothing-was-found", test_says_that_nothing_was_found);
  ADD ("replaces-the-match-that-is-shown", test_replaces_the_match_that_is_shown);
  ADD ("replacing-all-is-undone-at-once", test_replacing_all_is_undone_at_once);
  ADD ("the-outline-counts-and-leads-there", test_the_outline_counts_and_leads_there);
  ADD ("an-outline-of-nothing-says-how", test_an_outline_of_nothing_says_how);
  ADD ("a-template-puts-its-headings-into-the-text", test_a_template_puts_its_headings_into_the_text);
  ADD ("the-chosen-template-is-remembered", test_the_chosen_template_is_remembered);
  ADD ("other-paragraphs-are-dimmed", test_other_paragraphs_are_dimmed);
  ADD ("the-line-stays-in-the-middle", test_the_line_stays_in_the_middle);
  ADD ("pasting-keeps-headings-and-is-undone-at-once", test_pasting_keeps_headings_and_is_undone_at_once);
  ADD ("pasting-plain-text-is-plain", test_pasting_plain_text_is_plain);
  ADD ("html-without-text-is-pasted-plain", test_html_without_text_is_pasted_plain);
  return g_test_run ();
}
