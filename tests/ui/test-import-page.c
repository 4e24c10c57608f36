/* A foreign file on its way into a pack: what the page says while it is read, what becomes of it, and what goes wrong.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "../library/pack-fixture.h"
#include "exchange/kist-import.h"
#include "ui-fixture.h"
#include "ui/author/kist-author-folders.h"

/* A passage that is kept, one with markup that is none of Kist's, and a link that leads nowhere. */
#define STORY                                                                                                          \
  "<html><body><tw-storydata name=\"The gloves\" startnode=\"1\" format=\"Harlowe\" format-version=\"3.3.8\" "         \
  "ifid=\"1D0B4A52-4C7D-4C0B-9D0E-2F8E0C1B7A55\" hidden><script role=\"script\" type=\"text/twine-javascript\">"       \
  "window.a = 1;</script><tw-passagedata pid=\"1\" name=\"Bathroom\" tags=\"\">The gloves are here.\n\n"               \
  "[[Put them on-&gt;Gloves]]\n[[Go without-&gt;Wihtout]]</tw-passagedata>"                                            \
  "<tw-passagedata pid=\"2\" name=\"Gloves\" tags=\"\">They fit.</tw-passagedata></tw-storydata></body></html>"
#define PLAIN                                                                                                          \
  ":: StoryTitle\nPlain\n\n:: StoryData\n{ \"ifid\": \"D674C58C-DEFA-4F70-B7A2-27742230C0FC\", \"format\": "           \
  "\"Kist\", \"format-version\": \"1.0.0\", \"start\": \"One\" }\n\n:: One [decision]\nA.\n\n[[Go->Two]]\n\n"          \
  ":: Two [end]\nB.\n"

enum
{
  NOT_KEPT,
  DROPPED,
  CHANGED,
  KEPT,
  EVERYTHING,
};

typedef struct
{
  UiFixture ui;
  char     *file; /* (owned) */
  char     *pack; /* (owned) a pack that the person writes */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  fixture->file = g_build_filename (g_get_user_data_dir (), "gloves & <more>.html", NULL);
  fixture->pack = pack_fixture_make ("mine", "mine");
  kist_author_folders_remember (fixture->pack);
  g_assert_true (g_file_set_contents (fixture->file, STORY, -1, NULL));
  ui_fixture_open_window (&fixture->ui);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *made = g_build_filename (g_get_home_dir (), "the-gloves", NULL);

  ui_fixture_tear_down (&fixture->ui, data);
  kist_author_folders_forget (fixture->pack);
  kist_author_folders_forget (made);
  ui_remove_tree (fixture->pack);
  ui_remove_tree (made);
  g_remove (fixture->file);
  g_free (fixture->file);
  g_free (fixture->pack);
}

static GtkWidget *
open_import (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.import-file", "s", fixture->file));
  return ui_fixture_get_page (&fixture->ui);
}

static const char *
get_stage (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (page, GTK_TYPE_STACK)));
}

static gboolean
is_read (gpointer page)
{
  return !g_str_equal (get_stage (page), "reading");
}

static GtkWidget *
open_and_read (Fixture *fixture)
{
  GtkWidget *page = open_import (fixture);

  harness_wait (is_read, page);
  harness_wait_for_frame (fixture->ui.window);
  return page;
}

/* The row below @root whose title is @title, which must be there. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  g_autoptr (GPtrArray) rows = harness_find_all (root, ADW_TYPE_ACTION_ROW);

  for (unsigned i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  g_error ("there is no row “%s”", title);
}

/* How many rows of the account say that their part was of that fate. */
static unsigned
count_rows (GtkWidget *page, const char *fate)
{
  g_autoptr (GPtrArray) rows = harness_find_all (page, ADW_TYPE_ACTION_ROW);
  unsigned n = 0;

  for (unsigned i = 0; i < rows->len; i++)
    {
      const char *subtitle = adw_action_row_get_subtitle (rows->pdata[i]);

      n += subtitle && g_str_has_prefix (subtitle, fate) && strstr (subtitle, " · ");
    }
  return n;
}

static unsigned
count_items (KistImport *import, KistImportFate fate)
{
  unsigned n = 0;

  for (unsigned i = 0; i < kist_import_get_n_items (import); i++)
    n += kist_import_get_item (import, i)->fate == fate;
  return n;
}

static gboolean
has_left (gpointer data)
{
  Fixture   *fixture = ((gpointer *)data)[0];
  GtkWidget *page = ((gpointer *)data)[1];

  return ui_fixture_get_page (&fixture->ui) != page;
}

/* Chooses a place, and runs until the page of the pack there is shown. */
static void
write_to (Fixture *fixture, GtkWidget *page, const char *place)
{
  g_signal_emit_by_name (find_row (page, place), "activate");
  harness_wait (has_left, ((gpointer[]){ fixture, page }));
  harness_wait_for_frame (fixture->ui.window);
}

static char *
dup_contents (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
test_a_file_is_read_and_accounted_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImport) import = kist_import_read (fixture->file, NULL, NULL);
  unsigned         n_kept = count_items (import, KIST_IMPORT_KEPT);
  unsigned         n_changed = count_items (import, KIST_IMPORT_CHANGED);
  unsigned         n_dropped = count_items (import, KIST_IMPORT_DROPPED);
  g_autofree char *totals = g_strdup_printf ("%u kept, %u changed, %u dropped", n_kept, n_changed, n_dropped);
  GtkWidget       *page = open_import (fixture);
  AdwComboRow     *filter;

  g_assert_cmpstr (get_stage (page), ==, "reading");
  harness_wait (is_read, page);
  g_assert_cmpstr (get_stage (page), ==, "read");
  g_assert_true (ui_has_label (page, "The gloves"));
  g_assert_true (ui_has_label (page, totals));
  g_assert_cmpuint (MIN (n_kept, MIN (n_changed, n_dropped)), >, 0);

  filter = ADW_COMBO_ROW (ui_find (page, ADW_TYPE_COMBO_ROW));
  for (unsigned shown = NOT_KEPT; shown <= EVERYTHING; shown++)
    {
      adw_combo_row_set_selected (filter, shown);
      g_assert_cmpuint (count_rows (page, "Kept"), ==, shown >= KEPT ? n_kept : 0);
      g_assert_cmpuint (count_rows (page, "Changed"), ==, shown == DROPPED || shown == KEPT ? 0 : n_changed);
      g_assert_cmpuint (count_rows (page, "Dropped"), ==, shown == CHANGED || shown == KEPT ? 0 : n_dropped);
    }
}

static void
test_where_all_is_kept_all_is_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  g_assert_true (g_file_set_contents (fixture->file, PLAIN, -1, NULL));
  page = open_and_read (fixture);
  g_assert_cmpuint (count_rows (page, "Kept"), >, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (ui_find (page, ADW_TYPE_COMBO_ROW))), ==, EVERYTHING);
}

static void
test_what_is_in_no_known_format_is_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  g_assert_true (g_file_set_contents (fixture->file, "Dear diary, it rained.\n", -1, NULL));
  page = open_and_read (fixture);
  g_assert_cmpstr (get_stage (page), ==, "problem");
  g_assert_true (ui_has_label (page, "gloves & <more>.html"));
  g_assert_true (ui_has_label (page, "This is in no format that Kist can import."));
  ui_find_button (page, "Choose _Another File…");
}

static void
test_a_file_that_has_gone_is_named (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  page = open_and_read (fixture);
  g_assert_cmpstr (get_stage (page), ==, "problem");
  g_assert_true (ui_has_label (page, "The file “gloves & <more>.html” is no longer there."));
}

static void
test_going_back_ends_the_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) large = g_string_new (PLAIN);
  GtkWidget *page;

  for (unsigned i = 0; i < 19000; i++)
    g_string_append_printf (large, "\n:: Passage %u [end]\nText that nobody waits for.\n", i);
  g_assert_true (g_file_set_contents (fixture->file, large->str, (gssize)large->len, NULL));
  page = open_import (fixture);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  g_assert_cmpstr (get_stage (page), ==, "reading");
  harness_wait_for_frame (fixture->ui.window);
  ui_fixture_go_back (&fixture->ui);
  g_assert_null (page); /* the reading, which may last, does not keep it */
  g_assert_false (ui_has_label (fixture->ui.window, "This File Cannot Be Imported"));
}

static void
test_a_new_pack_is_made_and_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *made = g_build_filename (g_get_home_dir (), "the-gloves", NULL);
  g_autofree char *scenario = NULL;
  g_autofree char *thing = NULL;
  g_auto (GStrv) folders = NULL;
  GtkWidget *page = open_and_read (fixture);

  /* What was read stays read. */
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  write_to (fixture, page, "A new pack");
  scenario = dup_contents (made, "scenarios/the-gloves.twee");
  thing = dup_contents (made, "things/the-gloves.md");
  folders = kist_author_folders_list ();
  g_assert_nonnull (strstr (scenario, "The gloves are here."));
  g_assert_nonnull (strstr (thing, "../scenarios/the-gloves.twee"));
  g_assert_cmpstr (folders[0], ==, made);
}

static void
test_nothing_is_written_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *things = NULL;

  pack_fixture_write (fixture->pack, "scenarios/the-gloves.twee", "Somebody’s evening of work.\n");
  write_to (fixture, open_and_read (fixture), "mine");
  first = dup_contents (fixture->pack, "scenarios/the-gloves.twee");
  second = dup_contents (fixture->pack, "scenarios/the-gloves-2.twee");
  things = dup_contents (fixture->pack, "things/the-gloves.md");
  g_assert_cmpstr (first, ==, "Somebody’s evening of work.\n");
  g_assert_nonnull (strstr (second, "The gloves are here."));
  g_assert_null (things); /* the pack has Things of its own */
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static void
test_a_folder_that_takes_nothing_says_so (Fixture *fixture, gconstpointer data)
{
  g_autofree char *scenarios = g_build_filename (fixture->pack, "scenarios", NULL);
  g_autofree char *second = NULL;
  GtkWidget       *page = open_and_read (fixture);
  GtkWidget       *dialog;

  /* A file where a folder should be: it refuses the administrator too. */
  ui_remove_tree (scenarios);
  pack_fixture_write (fixture->pack, "scenarios", "No folder.\n");
  g_signal_emit_by_name (find_row (page, "mine"), "activate");
  harness_wait (has_dialog, fixture->ui.window);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->ui.window)));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "The File Was Not Imported");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), scenarios));
  adw_dialog_force_close (ADW_DIALOG (dialog));

  /* And once it is put right it goes. */
  g_assert_true (ui_fixture_get_page (&fixture->ui) == page);
  pack_fixture_remove (fixture->pack, "scenarios");
  write_to (fixture, page, "mine");
  second = dup_contents (fixture->pack, "scenarios/the-gloves.twee");
  g_assert_nonnull (second);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
#define ADD(name) g_test_add ("/import-page/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (a_file_is_read_and_accounted_for);
  ADD (where_all_is_kept_all_is_shown);
  ADD (what_is_in_no_known_format_is_refused);
  ADD (a_file_that_has_gone_is_named);
  ADD (going_back_ends_the_reading);
  ADD (a_new_pack_is_made_and_opened);
  ADD (nothing_is_written_over);
  ADD (a_folder_that_takes_nothing_says_so);
  return g_test_run ();
}
