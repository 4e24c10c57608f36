/* A picture on its way into an entry: what is shown before it is taken, what it needs, and what comes of it. */
#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "../image/image-fixture.h"
#include "../store/fault-vfs.h"
#include "../store/store-fixture.h"
#include "ui-fixture.h"
#include "ui/journal/kist-writing-view.h"
#include "ui/journal/pictures/kist-picture-dialog.h"
#include "ui/journal/pictures/kist-picture-glance.h"

static GtkWidget *
start (UiFixture *fixture, const char *body)
{
  KistJournal *journal = kist_services_get_journal (fixture->services);

  ui_fixture_open_window (fixture);
  return ui_fixture_open_entry (fixture, kist_journal_create (journal, NULL, "A title", body));
}

/* Returns (transfer full): the path of a file with @bytes, which are taken. */
static char *
write_file (const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  char *path = fixture_path (name);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (taken, NULL), (gssize)g_bytes_get_size (taken), NULL));
  return path;
}

/* As a file that is dropped, or chosen; returns the dialog, when it has read the file. */
static GtkWidget *
take (UiFixture *fixture, const char *path)
{
  GtkWidget *dialog, *refused;

  g_assert_true (gtk_widget_activate_action (fixture->window, "win.open-file", "s", path));
  dialog = ui_find (fixture->window, KIST_TYPE_PICTURE_DIALOG);
  g_assert_nonnull (dialog);
  while (!gtk_widget_get_mapped (adw_dialog_get_child (ADW_DIALOG (dialog))))
    g_main_context_iteration (NULL, TRUE);
  refused = ui_find (dialog, ADW_TYPE_STATUS_PAGE);
  while (!gtk_widget_get_sensitive (ui_find_button (dialog, "_Insert")) && !gtk_widget_get_child_visible (refused))
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static void
say (GtkWidget *dialog, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW)), words);
}

static gboolean
is_open (UiFixture *fixture)
{
  g_autoptr (GPtrArray) dialogs = harness_find_all (fixture->window, KIST_TYPE_PICTURE_DIALOG);

  return dialogs->len > 0;
}

/* Presses Insert and waits for what the store says. */
static void
insert (UiFixture *fixture, GtkWidget *dialog)
{
  ui_click (ui_find_button (dialog, "_Insert"));
  ui_fixture_settle (fixture);
}

static char *
dup_text (GtkWidget *page)
{
  return kist_writing_view_dup_text (KIST_WRITING_VIEW (ui_find (page, KIST_TYPE_WRITING_VIEW)));
}

static void
test_what_is_left_out_is_said (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("Joan Kerr room 4.jpg", image_fixture_new_telling ("jpeg"));
  GtkWidget       *dialog;

  start (fixture, "Text");
  dialog = take (fixture, path);
  g_assert_true (ui_has_label (dialog, "Where it was taken"));
  g_assert_true (ui_has_label (dialog, "55.9533, -3.1883"));
  g_assert_true (ui_has_label (dialog, "When it was taken"));
  g_assert_true (ui_has_label (dialog, "Its name, which may tell who or when it is"));
  g_assert_true (ui_has_label (dialog, "Joan Kerr room 4.jpg"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_without_words_none_is_taken (UiFixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "  ", "photo", "board.jpg", "board" };
  g_autofree char         *path = write_file ("board.jpg", image_fixture_new (20, 10, "jpeg"));
  g_autofree char         *text = NULL;
  GtkWidget               *page = start (fixture, "Text"), *dialog = take (fixture, path);

  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      say (dialog, bad[i]);
      insert (fixture, dialog);
      g_assert_true (ui_find (fixture->window, KIST_TYPE_PICTURE_DIALOG) == dialog);
    }
  text = dup_text (page);
  g_assert_cmpstr (text, ==, "Text");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_it_stands_in_the_text_and_can_be_undone (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("board.png", image_fixture_new (20, 10, "png"));
  GtkWidget       *page = start (fixture, "Text"), *dialog = take (fixture, path), *glance, *picture;
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;

  say (dialog, "The *handover* board");
  insert (fixture, dialog);
  g_assert_false (is_open (fixture));
  text = dup_text (page);
  g_assert_true (g_str_has_prefix (text, "Text\n\n![The \\*handover\\* board](kist:image/"));
  g_assert_true (g_str_has_suffix (text, ")\n"));

  /* The caret stands on it, so that it is seen beside the text. */
  glance = ui_find (page, KIST_TYPE_PICTURE_GLANCE);
  picture = ui_find (glance, GTK_TYPE_PICTURE);
  while (!gtk_picture_get_paintable (GTK_PICTURE (picture)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (glance));
  g_assert_true (ui_has_label (glance, "The *handover* board"));
  kist_writing_view_set_caret (KIST_WRITING_VIEW (ui_find (page, KIST_TYPE_WRITING_VIEW)), 0);
  g_assert_false (gtk_widget_get_visible (glance));

  gtk_widget_activate_action (page, "history.undo", NULL);
  undone = dup_text (page);
  g_assert_cmpstr (undone, ==, "Text");
}

static void
test_what_is_no_picture_is_said (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("board.jpg", g_bytes_new_static ("no picture", 10));
  GtkWidget       *dialog;

  start (fixture, "Text");
  dialog = take (fixture, path);
  g_assert_true (ui_has_label (dialog, "The Picture Was Not Taken"));
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (dialog, "_Insert")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* The text is not touched before the picture is on the disk, and the dialog stays to try again. */
static void
test_a_full_disk_is_said (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("board.png", image_fixture_new (20, 10, "png"));
  g_autofree char *text = NULL;
  GtkWidget       *page = start (fixture, "Text"), *dialog = take (fixture, path);

  say (dialog, "The handover board");
  ui_fixture_settle (fixture);
  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
  insert (fixture, dialog);
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (ui_find (dialog, ADW_TYPE_BANNER))));
  text = dup_text (page);
  g_assert_cmpstr (text, ==, "Text");
  insert (fixture, dialog);
  g_assert_false (is_open (fixture));
}

static void
test_without_an_entry_there_is_no_place (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file ("board.png", image_fixture_new (20, 10, "png"));
  GtkWidget       *dialog;

  ui_fixture_open_window (fixture);
  gtk_widget_activate_action (fixture->window, "win.open-file", "s", path);
  dialog = ui_find (fixture->window, ADW_TYPE_ALERT_DIALOG);
  while (!ui_has_label (dialog, "The Picture Was Not Taken"))
    g_main_context_iteration (NULL, TRUE);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/pictures/" name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  fault_vfs_install ();
  ADD ("what-is-left-out-is-said", test_what_is_left_out_is_said);
  ADD ("without-words-none-is-taken", test_without_words_none_is_taken);
  ADD ("it-stands-in-the-text-and-can-be-undone", test_it_stands_in_the_text_and_can_be_undone);
  ADD ("what-is-no-picture-is-said", test_what_is_no_picture_is_said);
  ADD ("a-full-disk-is-said", test_a_full_disk_is_said);
  ADD ("without-an-entry-there-is-no-place", test_without_an_entry_there_is_no_place);
  return g_test_run ();
}
