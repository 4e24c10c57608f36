/* The confidentiality check where one writes: what it finds is shown and marked, and nothing leaves before its result
 * was seen. */
#include "journal/privacy/kist-privacy-concern.h"
#include "ui-fixture.h"
#include "ui/journal/privacy/kist-leaving-dialog.h"
#include "ui/journal/privacy/kist-privacy-book.h"
#include "ui/journal/privacy/kist-privacy-watch.h"

#define BODY "I support Mrs Kerr. Her number is 0101019874."

static KistPrivacyBook *
get_book (UiFixture *fixture)
{
  return kist_services_get_privacy_book (fixture->services);
}

/* ---- the watch */

typedef struct
{
  GtkWidget        *window;
  GtkEditable      *title;
  KistWritingView  *text;
  KistPrivacyWatch *watch;
  KistEntry        *entry;
  unsigned          n_left;
} Writing;

static void
wait_checked (Writing *self)
{
  while (!kist_privacy_watch_is_settled (self->watch))
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (UiFixture *fixture, Writing *self, const char *title, const char *body)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);
  GtkWidget   *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *self = (Writing){ .window = adw_window_new (), .title = GTK_EDITABLE (gtk_entry_new ()) };
  self->text = g_object_new (KIST_TYPE_WRITING_VIEW, NULL);
  self->entry = kist_journal_create (journal, fixture->media, title, body);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_editable_set_text (self->title, title);
  kist_writing_view_set_text (self->text, body);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  self->watch = kist_privacy_watch_new (get_book (fixture), kist_entry_get_id (self->entry), self->title, self->text);
  wait_checked (self);
}

static void
end (Writing *self)
{
  g_clear_object (&self->watch);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static const KistPrivacyConcern *
find (Writing *self, const char *text)
{
  GPtrArray *concerns = kist_privacy_watch_get_concerns (self->watch);

  for (guint i = 0; i < concerns->len; i++)
    if (g_str_equal (((KistPrivacyConcern *)g_ptr_array_index (concerns, i))->text, text))
      return g_ptr_array_index (concerns, i);
  return NULL;
}

static const char *
get_key (Writing *self, const char *text)
{
  const KistPrivacyConcern *concern = find (self, text);

  if (!concern)
    g_error ("nothing was found in “%s”", text);
  return concern->key;
}

/* Returns (transfer full): the marked parts of the text, with a bar between. */
static char *
dup_marked (Writing *self)
{
  GtkTextBuffer *buffer = kist_writing_view_get_buffer (self->text);
  GString       *marked = g_string_new (NULL);
  gboolean       is_marked = FALSE;
  GtkTextIter    iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);
      gboolean is_mark = FALSE;

      for (GSList *l = tags; l; l = l->next)
        {
          PangoUnderline underline;

          g_object_get (l->data, "underline", &underline, NULL);
          is_mark = is_mark || underline == PANGO_UNDERLINE_DOUBLE;
        }
      if (is_marked && !is_mark)
        g_string_append_c (marked, '|');
      if (is_mark)
        g_string_append_unichar (marked, gtk_text_iter_get_char (&iter));
      is_marked = is_mark;
    }
  while (gtk_text_iter_forward_char (&iter));
  return g_string_free_and_steal (marked);
}

static void
test_what_is_found_is_marked_until_it_is_meant_so (UiFixture *fixture, gconstpointer data)
{
  Writing          writing;
  g_autofree char *before = NULL, *after = NULL;

  begin (fixture, &writing, "Nights", BODY);
  before = dup_marked (&writing);
  g_assert_cmpstr (before, ==, "Mrs Kerr|0101019874|");
  kist_privacy_watch_set_meant (writing.watch, get_key (&writing, "Mrs Kerr"), TRUE);
  after = dup_marked (&writing);
  g_assert_cmpstr (after, ==, "0101019874|");
  end (&writing);
}

static void
test_a_change_is_checked_and_shows_nothing_old (UiFixture *fixture, gconstpointer data)
{
  Writing          writing;
  g_autofree char *marked = NULL;

  begin (fixture, &writing, "Nights", BODY);
  kist_writing_view_replace_text (writing.text, "I support a person. I rang 07700 900123.");
  g_assert_false (kist_privacy_watch_is_settled (writing.watch));
  wait_checked (&writing);
  marked = dup_marked (&writing);
  g_assert_cmpstr (marked, ==, "07700 900123|");
  gtk_editable_set_text (writing.title, "A night with Mrs Kerr");
  wait_checked (&writing);
  g_assert_nonnull (find (&writing, "Mrs Kerr"));
  end (&writing);
}

static void
test_a_name_on_the_list_is_looked_for_at_once (UiFixture *fixture, gconstpointer data)
{
  Writing writing;

  begin (fixture, &writing, "Nights", "We call her wee blue.");
  g_assert_null (find (&writing, "wee blue"));
  kist_privacy_book_add_name (get_book (fixture), "Wee Blue");
  wait_checked (&writing);
  g_assert_nonnull (find (&writing, "wee blue"));
  end (&writing);
}

static void
test_a_concern_is_gone_to_place_after_place (UiFixture *fixture, gconstpointer data)
{
  Writing     writing;
  const char *key;

  begin (fixture, &writing, "Mrs Kerr", "Mrs Kerr rang. Then I rang Mrs Kerr.");
  key = get_key (&writing, "Mrs Kerr");
  kist_writing_view_set_caret (writing.text, 0);
  kist_privacy_watch_show (writing.watch, key);
  g_assert_cmpint (kist_writing_view_get_caret (writing.text), ==, strlen ("Mrs Kerr rang. Then I rang "));
  kist_privacy_watch_show (writing.watch, key); /* behind the last: the title is the first */
  g_assert_true (gtk_editable_get_selection_bounds (writing.title, NULL, NULL));
  end (&writing);
}

/* ---- the way out */

static void
leave_cb (GObject *object)
{
  Writing *writing = g_object_get_data (object, "writing");

  writing->n_left++;
}

static void
ask (UiFixture *fixture, Writing *writing)
{
  g_object_set_data (G_OBJECT (writing->window), "writing", writing);
  kist_leaving_dialog_ask (GTK_WIDGET (writing->text), writing->watch, "_Copy", G_CALLBACK (leave_cb), writing->window);
}

/* The dialog slides in, so that its button is there before it can be seen. */
static GtkWidget *
find_copy (Writing *writing)
{
  g_autoptr (GPtrArray) buttons =
      harness_find_all (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (writing->window))), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), "_Copy") == 0)
      return g_ptr_array_index (buttons, i);
  g_error ("there is no way to go on");
}

static void
test_nothing_leaves_before_the_result_was_seen (UiFixture *fixture, gconstpointer data)
{
  Writing    writing;
  AdwDialog *dialog;

  begin (fixture, &writing, "Nights", BODY);
  ask (fixture, &writing);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (writing.window));
  g_assert_true (KIST_IS_LEAVING_DIALOG (dialog));
  g_assert_cmpuint (writing.n_left, ==, 0);
  adw_dialog_force_close (dialog); /* not gone on: nothing left, and it is asked again */
  while (adw_window_get_visible_dialog (ADW_WINDOW (writing.window)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (writing.n_left, ==, 0);
  ask (fixture, &writing);
  ui_click (find_copy (&writing));
  g_assert_cmpuint (writing.n_left, ==, 1);

  ask (fixture, &writing); /* of the same text it was seen */
  g_assert_cmpuint (writing.n_left, ==, 2);
  kist_writing_view_replace_text (writing.text, "Another text.");
  ask (fixture, &writing);
  g_assert_cmpuint (writing.n_left, ==, 2);
  end (&writing);
}

static void
test_a_text_that_is_not_checked_yet_cannot_leave (UiFixture *fixture, gconstpointer data)
{
  Writing    writing;
  GtkWidget *button;

  begin (fixture, &writing, "Nights", BODY);
  kist_writing_view_replace_text (writing.text, "Now another text.");
  ask (fixture, &writing);
  button = find_copy (&writing);
  g_assert_false (gtk_widget_get_sensitive (button));
  wait_checked (&writing);
  g_assert_true (gtk_widget_get_sensitive (button));
  end (&writing);
}

/* A new edition of a pack makes the pages anew while the dialog is open. */
static void
test_an_editor_that_goes_takes_the_dialog_with_it (UiFixture *fixture, gconstpointer data)
{
  Writing          writing;
  g_autofree char *key = NULL;

  begin (fixture, &writing, "Nights", BODY);
  key = g_strdup (get_key (&writing, "Mrs Kerr"));
  ask (fixture, &writing);
  adw_window_set_content (ADW_WINDOW (writing.window), NULL);
  while (adw_window_get_visible_dialog (ADW_WINDOW (writing.window)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kist_privacy_watch_get_view (writing.watch));
  kist_privacy_watch_show (writing.watch, key);
  kist_privacy_watch_set_seen (writing.watch);
  kist_privacy_watch_set_meant (writing.watch, key, TRUE);
  g_assert_false (kist_privacy_watch_was_seen (writing.watch));
  g_assert_cmpuint (writing.n_left, ==, 0);
  end (&writing);
}

/* As the export asks of an entry that has them: what was seen here is not to be seen there again. */
static void
test_tags_are_seen_with_the_text (UiFixture *fixture, gconstpointer data)
{
  static const char *const tags[] = { "Mrs Kerr", NULL };
  Writing                  writing;

  begin (fixture, &writing, "Nights", "A quiet night.");
  g_assert_null (find (&writing, "Mrs Kerr"));
  kist_privacy_watch_set_tags (writing.watch, tags);
  wait_checked (&writing);
  gtk_editable_select_region (writing.title, 0, 0);
  kist_privacy_watch_show (writing.watch, get_key (&writing, "Mrs Kerr"));
  g_assert_false (gtk_editable_get_selection_bounds (writing.title, NULL, NULL)); /* it is not there */
  kist_privacy_watch_set_seen (writing.watch);
  g_assert_true (kist_privacy_book_was_seen (get_book (fixture), kist_entry_get_id (writing.entry), "Nights",
                                             "A quiet night.", tags));
  g_assert_true (kist_privacy_watch_was_seen (writing.watch));
  kist_privacy_watch_set_tags (writing.watch, &tags[1]);
  g_assert_false (kist_privacy_watch_was_seen (writing.watch));
  end (&writing);
}

static GtkWidget *
find_mean_button (GtkWidget *root, const char *tooltip)
{
  g_autoptr (GPtrArray) buttons = harness_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), tooltip) == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static void
test_the_focus_stays_among_the_findings (UiFixture *fixture, gconstpointer data)
{
  Writing    writing;
  GtkWidget *dialog;

  begin (fixture, &writing, "Nights", BODY);
  ask (fixture, &writing);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (writing.window)));
  for (unsigned i = 0; i < 2; i++)
    {
      GtkWidget *button = find_mean_button (dialog, "Meant So");

      gtk_widget_grab_focus (button);
      ui_click (button);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (writing.window)), dialog));
    }
  g_assert_null (find_mean_button (dialog, "Meant So"));
  end (&writing);
}

int
main (int argc, char *argv[])
{
#define ADD(name, test)                                                                                                \
  g_test_add ("/privacy-watch/" name, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ui_fixture_init (&argc, &argv);
  ADD ("marks", test_what_is_found_is_marked_until_it_is_meant_so);
  ADD ("changes", test_a_change_is_checked_and_shows_nothing_old);
  ADD ("listed", test_a_name_on_the_list_is_looked_for_at_once);
  ADD ("show", test_a_concern_is_gone_to_place_after_place);
  ADD ("leaving", test_nothing_leaves_before_the_result_was_seen);
  ADD ("unchecked", test_a_text_that_is_not_checked_yet_cannot_leave);
  ADD ("gone", test_an_editor_that_goes_takes_the_dialog_with_it);
  ADD ("tags", test_tags_are_seen_with_the_text);
  ADD ("focus", test_the_focus_stays_among_the_findings);
#undef ADD
  return g_test_run ();
}
