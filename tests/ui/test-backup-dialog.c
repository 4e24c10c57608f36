/* A back-up is made over the window, and it is said what came of it or why not. What was typed stays. */
#include <errno.h>

#include "../store/fault-calls.h"
#include "backup-dialog-fixture.h"

static void
test_what_was_made_is_said (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = backup_dialog_fixture_open_dialog (fixture);

  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backed up: 1 entry");
  backup_dialog_fixture_assert_is_back_up (fixture, FALSE, 1);
  backup_dialog_fixture_assert_nothing_lies_about ();
  backup_dialog_fixture_write_entry (fixture);
  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backed up: 2 entries");
  backup_dialog_fixture_assert_is_back_up (fixture, FALSE, 2);
}

static void
test_a_name_without_its_end_gets_it (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget       *dialog = backup_dialog_fixture_open_dialog (fixture);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "mine", NULL);

  backup_dialog_fixture_make (dialog, path);
  backup_dialog_fixture_wait_for_label (dialog, "Backed up: 1 entry");
  backup_dialog_fixture_assert_is_back_up (fixture, FALSE, 1);
  backup_dialog_fixture_make (dialog, path);
  g_assert_true (
      ui_has_label (dialog, "A back-up of this name is there already; choose another name, or that file itself."));
}

static void
test_a_passphrase_is_typed_twice (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = backup_dialog_fixture_open_dialog (fixture);

  backup_dialog_fixture_protect (dialog, "", "");
  backup_dialog_fixture_press_row (dialog, "Back Up to _One File…");
  backup_dialog_fixture_wait_for_label (dialog, "Type a passphrase, or switch the protection off.");
  backup_dialog_fixture_protect (dialog, BACKUP_DIALOG_WORDS, "correct house");
  g_assert_false (ui_has_label (dialog, "Type a passphrase, or switch the protection off."));
  backup_dialog_fixture_press_row (dialog, "Back Up to _One File…");
  backup_dialog_fixture_wait_for_label (dialog, "The two passphrases are not the same; type the second one again.");
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (dialog, 0)), ==, BACKUP_DIALOG_WORDS);
  backup_dialog_fixture_protect (dialog, BACKUP_DIALOG_WORDS, BACKUP_DIALOG_WORDS);
  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backed up and sealed: 1 entry");
  backup_dialog_fixture_assert_is_back_up (fixture, TRUE, 1);
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (dialog, 0)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (dialog, 1)), ==, "");
}

static void
test_what_fails_keeps_what_was_typed (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget       *dialog = backup_dialog_fixture_open_dialog (fixture);
  g_autofree char *nowhere = g_build_filename (g_get_user_data_dir (), "nowhere", "mine.kist-backup", NULL);
  g_autofree char *below = g_build_filename (g_get_user_data_dir (), "pack", "pack.md", "mine.kist-backup", NULL);

  backup_dialog_fixture_make (dialog, nowhere);
  backup_dialog_fixture_wait_for_label (dialog, "The folder is no longer there; choose another one, then try again.");
  backup_dialog_fixture_make (dialog, below);
  backup_dialog_fixture_wait_for_label (dialog, "Kist may not write there; choose another folder, then try again.");
  backup_dialog_fixture_protect (dialog, BACKUP_DIALOG_WORDS, BACKUP_DIALOG_WORDS);
  fault_calls_set (1, ENOSPC, FALSE);
  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (
      dialog, "There is not enough room for the back-up; free some space or choose another place, then try again.");
  fault_calls_set (0, 0, FALSE);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  backup_dialog_fixture_assert_nothing_lies_about ();
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (dialog, 1)), ==, BACKUP_DIALOG_WORDS);
}

/* The key alone takes longer than until the button is pressed. */
static void
test_it_can_be_stopped (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = backup_dialog_fixture_open_dialog (fixture);

  backup_dialog_fixture_protect (dialog, BACKUP_DIALOG_WORDS, BACKUP_DIALOG_WORDS);
  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backing Up");
  ui_click (ui_find_button (dialog, "_Cancel"));
  backup_dialog_fixture_wait_for_label (dialog, "It was stopped, and no file was made.");
  g_assert_true (ADW_IS_BUTTON_ROW (gtk_root_get_focus (gtk_widget_get_root (dialog))));
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  backup_dialog_fixture_assert_nothing_lies_about ();
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (dialog, 1)), ==, BACKUP_DIALOG_WORDS);
}

/* Nobody waits for what was begun; what is held after that is found by tearing down. */
static void
test_closing_stops_it (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = backup_dialog_fixture_open_dialog (fixture);

  backup_dialog_fixture_protect (dialog, BACKUP_DIALOG_WORDS, BACKUP_DIALOG_WORDS);
  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backing Up");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (backup_dialog_fixture_get_dialog (fixture));
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/backup-dialog/" name, BackupDialogFixture, NULL, backup_dialog_fixture_set_up, function,               \
              backup_dialog_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  ui_fixture_init (&argc, &argv);
  ADD ("what-was-made-is-said", test_what_was_made_is_said);
  ADD ("a-name-without-its-end-gets-it", test_a_name_without_its_end_gets_it);
  ADD ("a-passphrase-is-typed-twice", test_a_passphrase_is_typed_twice);
  ADD ("what-fails-keeps-what-was-typed", test_what_fails_keeps_what_was_typed);
  ADD ("it-can-be-stopped", test_it_can_be_stopped);
  ADD ("closing-stops-it", test_closing_stops_it);
  return g_test_run ();
}
