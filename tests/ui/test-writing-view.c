/* A long text: it is scrolled to the caret and by itself, and is never drawn beyond what is seen of it. */
#include "../store/store-fixture.h"
#include "ui-fixture.h"
#include <gtksourceview/gtksource.h>
#include <math.h>

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

/* A program elsewhere may end lines as on Windows, or on old Macs. */
static void
test_lines_end_in_one_way (UiFixture *fixture, gconstpointer data)
{
  KistWritingView *view = KIST_WRITING_VIEW (g_object_ref_sink (g_object_new (KIST_TYPE_WRITING_VIEW, NULL)));
  GtkTextBuffer   *buffer = kist_writing_view_get_buffer (view);

  gtk_text_buffer_insert_at_cursor (buffer, "One\r\ntwo\rthree\n", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "four", -1);
  {
    g_autofree char *text = kist_writing_view_dup_text (view);

    g_assert_cmpstr (text, ==, "One\ntwo\nthree\nfour");
  }
  gtk_text_buffer_undo (buffer);
  gtk_text_buffer_undo (buffer);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  g_object_unref (view);
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

static double
luminance (const GdkRGBA *colour)
{
  const double parts[] = { colour->red, colour->green, colour->blue };
  const double shares[] = { 0.2126, 0.7152, 0.0722 };
  double       sum = 0;

  for (unsigned i = 0; i < G_N_ELEMENTS (parts); i++)
    sum += shares[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return sum;
}

/* WCAG 2.2, 1.4.3, with the contrast ratio of its glossary; the backgrounds are libadwaita 1.7's --view-bg-color and
 * --window-bg-color. */
static void
test_marks_are_quiet_and_can_be_read (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean    is_dark;
    const char *backgrounds[2];
  } looks[] = { { FALSE, { "#ffffff", "#fafafb" } }, { TRUE, { "#1d1d20", "#222226" } } };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (open_long_entry (fixture)));

  for (unsigned i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      GtkSourceStyleScheme *scheme;
      g_autofree char      *mark = NULL;
      GdkRGBA               text, background;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[i].is_dark
                                                                                ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                                : ADW_COLOR_SCHEME_FORCE_LIGHT);
      scheme = gtk_source_buffer_get_style_scheme (GTK_SOURCE_BUFFER (buffer));
      g_assert_null (gtk_source_style_scheme_get_style (scheme, "text")); /* the theme's, also with high contrast */
      g_object_get (gtk_source_style_scheme_get_style (scheme, "def:list-marker"), "foreground", &mark, NULL);
      g_assert_true (gdk_rgba_parse (&text, mark));
      for (unsigned j = 0; j < 2; j++)
        {
          double one, other;

          g_assert_true (gdk_rgba_parse (&background, looks[i].backgrounds[j]));
          one = luminance (&text) + 0.05;
          other = luminance (&background) + 0.05;
          g_assert_cmpfloat (MAX (one, other) / MIN (one, other), >=, 4.5);
        }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("a-long-text-is-no-higher-than-its-window", test_a_long_text_is_no_higher_than_its_window);
  ADD ("the-caret-is-brought-into-sight", test_the_caret_is_brought_into_sight);
  ADD ("typing-keeps-the-caret-in-sight", test_typing_keeps_the_caret_in_sight);
  ADD ("marks-are-quiet-and-can-be-read", test_marks_are_quiet_and_can_be_read);
  ADD ("lines-end-in-one-way", test_lines_end_in_one_way);
  return g_test_run ();
}
