/* An entry as a web page: WebKit is there while the page is and no longer, the text is as it stands in the editor, the
 * theme is remembered, and where there is no WebKit a way on is shown. */
#include <string.h>

#include "../store/store-fixture.h"
#include "child-processes.h"
#include "ui-fixture.h"
#include "ui/journal/kist-editor-page.h"
#include "ui/journal/kist-writing-view.h"
#include "ui/web/kist-web-page.h"

/* The view is of a type that only the module knows. */
static GtkWidget *
find_view (UiFixture *fixture)
{
  GType type = g_type_from_name ("KistWebView");

  return type ? ui_find (ui_fixture_get_page (fixture), type) : NULL;
}

static gboolean
is_loaded (gpointer data)
{
  GtkWidget *view = find_view (data);

  return view && gtk_widget_get_opacity (view) > 0.5;
}

static gboolean
is_loading (gpointer view)
{
  gboolean is_loading;

  g_object_get (view, "is-loading", &is_loading, NULL);
  return is_loading;
}

static gboolean
is_still (gpointer view)
{
  return !is_loading (view);
}

/* The title comes a moment after the page. */
static gboolean
has_title (gpointer view)
{
  g_autofree char *title = NULL;

  g_object_get (view, "title", &title, NULL);
  return title != NULL;
}

/* @id: (out) (optional) (transfer full): the entry's. */
static GtkWidget *
open_editor (UiFixture *fixture, char **id)
{
  KistEntry *entry = kist_journal_create (kist_services_get_journal (fixture->services), NULL, "A first shift", "Tea.");

  if (id)
    *id = g_strdup (kist_entry_get_id (entry));
  ui_fixture_open_window (fixture);
  return ui_fixture_open_entry (fixture, entry);
}

static void
preview (UiFixture *fixture, GtkWidget *editor)
{
  g_assert_true (gtk_widget_activate_action (editor, "editor.preview", NULL));
  g_assert_true (KIST_IS_WEB_PAGE (ui_fixture_get_page (fixture)));
}

static void
test_webkit_comes_and_goes_with_the_page (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL, *title = NULL, *address = NULL, *theme = NULL;
  GtkWidget       *editor = open_editor (fixture, &id);
  GtkWidget       *text = ui_find (editor, KIST_TYPE_WRITING_VIEW);
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (kist_writing_view_get_buffer (KIST_WRITING_VIEW (text)));
  g_autoptr (GSettings) settings = g_settings_new ("scot.kist.Kist.Devel");
  GtkWidget  *view;
  KistEntry  *entry;
  GtkTextIter place;
  int         offset;

  gtk_text_buffer_set_text (buffer, "Tea, not saved yet.", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, 3);
  gtk_text_buffer_place_cursor (buffer, &place);
  g_assert_cmpuint (child_processes_count (), ==, 0);
  preview (fixture, editor);
  harness_wait (is_loaded, fixture);
  view = find_view (fixture);
  g_assert_cmpuint (child_processes_count (), >, 0);
  harness_wait (has_title, view);
  g_object_get (view, "title", &title, "uri", &address, NULL);
  g_assert_cmpstr (title, ==, "A first shift");
  g_assert_cmpstr (address, ==, "about:blank");

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (ui_find (ui_fixture_get_page (fixture), ADW_TYPE_TOGGLE_GROUP)),
                                    "paper");
  harness_wait (is_loading, view);
  harness_wait (is_still, view);
  theme = g_settings_get_string (settings, "web-theme");
  g_assert_cmpstr (theme, ==, "paper");

  ui_fixture_go_back (fixture);
  child_processes_wait_gone ();
  g_assert_true (ui_fixture_get_page (fixture) == editor);
  g_object_get (buffer, "cursor-position", &offset, NULL);
  g_assert_cmpint (offset, ==, 3);
  entry = kist_journal_lookup (kist_services_get_journal (fixture->services), id);
  g_assert_cmpstr (kist_entry_get_body (entry), ==, "Tea, not saved yet.");
  g_settings_reset (settings, "web-theme");
  ui_fixture_close_window (fixture);
}

static gboolean
says_so (gpointer data)
{
  return ui_has_label (ui_fixture_get_page (data), "The Preview Cannot Be Shown");
}

static void
test_without_webkit_there_is_a_way_on (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture, NULL);
  GtkWidget *button;

  g_setenv ("KIST_WEB_MODULE_FILE", "/nowhere/kist-web.so", TRUE);
  preview (fixture, editor);
  harness_wait (says_so, fixture);
  g_unsetenv ("KIST_WEB_MODULE_FILE");
  button = ui_find_button (ui_fixture_get_page (fixture), "_Export…");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_cmpuint (child_processes_count (), ==, 0);
  ui_fixture_go_back (fixture);
  ui_fixture_close_window (fixture);
}

/* What is left before it is there brings nothing back. */
static void
test_left_at_once (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture, NULL);

  preview (fixture, editor);
  ui_fixture_go_back (fixture);
  child_processes_wait_gone ();
  ui_fixture_close_window (fixture);
}

int
main (int argc, char *argv[])
{
#define ADD(name, test) g_test_add ("/web-page/" name, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ui_fixture_init (&argc, &argv);
  ADD ("missing", test_without_webkit_there_is_a_way_on);
  ADD ("left", test_left_at_once);
  ADD ("comes-and-goes", test_webkit_comes_and_goes_with_the_page);
#undef ADD
  return g_test_run ();
}
