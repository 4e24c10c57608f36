/* A back-up is looked into and restored over the window, and it is said why when that fails. The record stays as it is
 * until another one has taken its place, and can be had back. */
#include <errno.h>
#include <glib/gstdio.h>

#include "../store/fault-calls.h"
#include "../store/store-fixture.h"
#include "backup-dialog-fixture.h"
#include "store/backup/kist-backup-file.h"
#include "ui/backup/kist-copy-list.h"
#include "ui/backup/kist-restore-page.h"
#include "ui/kist-window.h"

/* An open back-up of the one entry; then there are two. */
static void
back_up (BackupDialogFixture *fixture)
{
  GtkWidget *dialog = backup_dialog_fixture_open_dialog (fixture);

  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backed up: 1 entry");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  backup_dialog_fixture_write_entry (fixture);
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 2);
}

static GtkWidget *
open_file (BackupDialogFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.open-file", "s", fixture->file));
  return ui_find (backup_dialog_fixture_get_dialog (fixture), KIST_TYPE_RESTORE_PAGE);
}

/* What the application does: the services and the store before are nobody's any longer. */
static void
arrive (BackupDialogFixture *fixture)
{
  GObject *store = G_OBJECT (fixture->ui.store);

  harness_wait ((HarnessCheck)harness_is_set, &fixture->n_reopened);
  fixture->n_reopened = 0;
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->ui.services));
  g_object_add_weak_pointer (store, (gpointer *)&store);
  g_object_unref (store);
  ui_fixture_open (&fixture->ui);
  kist_window_set_services (KIST_WINDOW (fixture->ui.window), fixture->ui.services);
  harness_wait_for_frame (fixture->ui.window);
  g_assert_true (store == NULL || backup_dialog_fixture_get_dialog (fixture) != NULL);
  if (store)
    g_object_remove_weak_pointer (store, (gpointer *)&store);
}

static void
test_a_file_is_restored_and_taken_back (BackupDialogFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *copies = g_build_filename (folder, "backups", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  GtkWidget *page;

  back_up (fixture);
  page = open_file (fixture);
  backup_dialog_fixture_wait_for_label (page, "Saturday 22 November 2025, 09:30");
  g_assert_true (ui_has_label (page, "1 entry"));
  g_assert_true (ui_has_label (page, "mine.kist-backup"));
  g_assert_true (ui_has_label (page, "None: anyone can read the file"));
  ui_click (ui_find_button (page, "_Restore"));
  arrive (fixture);
  g_assert_null (backup_dialog_fixture_get_dialog (fixture));
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 1);
  backup_dialog_fixture_wait_for_label (fixture->ui.window, "Restored: 22 November 2025, 1 entry");
  backup_dialog_fixture_assert_nothing_lies_about ();
  backups = fixture_list_backups (fixture->ui.store);
  g_assert_cmpuint (backups->len, ==, 1);
  kept = g_strdup (((const KistBackup *)g_ptr_array_index (backups, 0))->path);
  ui_click (ui_find_button (fixture->ui.window, "_Undo"));
  arrive (fixture);
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 2);
  backup_dialog_fixture_wait_for_label (fixture->ui.window, "What you had before is back");
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (fixture_count_files (copies, "kist-"), ==, 2);
}

static void
test_a_sealed_file_asks_for_its_passphrase (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = backup_dialog_fixture_open_dialog (fixture);
  GtkWidget *page;

  backup_dialog_fixture_protect (dialog, BACKUP_DIALOG_WORDS, BACKUP_DIALOG_WORDS);
  backup_dialog_fixture_make (dialog, fixture->file);
  backup_dialog_fixture_wait_for_label (dialog, "Backed up and sealed: 1 entry");
  backup_dialog_fixture_write_entry (fixture);
  page = open_file (fixture);
  backup_dialog_fixture_wait_for_label (page, "Sealed with a passphrase");
  g_assert_false (ui_has_label (page, "1 entry"));
  gtk_editable_set_text (backup_dialog_fixture_get_row (page, 0), "correct house");
  backup_dialog_fixture_press_row (page, "_Open");
  backup_dialog_fixture_wait_for_label (
      page, "This is not the passphrase of this back-up; look at Caps Lock and the keyboard’s layout, then "
            "try again.");
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (page, 0)), ==, "correct house");
  gtk_editable_set_text (backup_dialog_fixture_get_row (page, 0), BACKUP_DIALOG_WORDS);
  g_signal_emit_by_name (backup_dialog_fixture_get_row (page, 0), "entry-activated");
  backup_dialog_fixture_wait_for_label (page, "1 entry");
  g_assert_cmpstr (gtk_editable_get_text (backup_dialog_fixture_get_row (page, 0)), ==, "");
  ui_click (ui_find_button (page, "_Restore"));
  arrive (fixture);
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 1);
}

static void
put (BackupDialogFixture *fixture, const char *bytes, gsize length)
{
  g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize)length, NULL));
}

static void
assert_refused (BackupDialogFixture *fixture, const char *why)
{
  GtkWidget *page = open_file (fixture);

  backup_dialog_fixture_wait_for_label (page, why);
  g_assert_true (gtk_widget_get_visible (ui_find_button (page, "Choose _Another File…")));
  adw_dialog_force_close (ADW_DIALOG (backup_dialog_fixture_get_dialog (fixture)));
}

static void
test_what_cannot_be_restored_says_why (BackupDialogFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  back_up (fixture);
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  put (fixture, bytes, length);
  assert_refused (fixture, "“mine.kist-backup” is damaged; try another copy of the file, or an older back-up.");
  bytes[8] = 2;
  put (fixture, bytes, length);
  assert_refused (fixture,
                  "“mine.kist-backup” was made by a newer Kist; update Kist on this computer, then restore it.");
  put (fixture, "Dear diary", 10);
  assert_refused (
      fixture,
      "“mine.kist-backup” is not a back-up of Kist; choose a file whose name ends in “.kist-backup” or “.jsonl”.");
  g_remove (fixture->file);
  assert_refused (fixture, "“mine.kist-backup” is no longer there; choose another file.");
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 2);
  g_assert_cmpuint (fixture->n_reopened, ==, 0);
}

/* While the record is still open: it is not even closed. */
static void
test_a_full_disk_changes_nothing (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  back_up (fixture);
  page = open_file (fixture);
  backup_dialog_fixture_wait_for_label (page, "1 entry");
  fault_calls_set (1, ENOSPC, FALSE);
  ui_click (ui_find_button (page, "_Restore"));
  backup_dialog_fixture_wait_for_label (page, "There is not enough room on the disk; free some space, then try again.");
  fault_calls_set (0, 0, FALSE);
  backup_dialog_fixture_assert_nothing_lies_about ();
  g_assert_cmpuint (fixture->n_reopened, ==, 0);
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 2);
  ui_click (ui_find_button (page, "_Restore"));
  arrive (fixture);
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 1);
}

/* Once it is closed: it is opened again as it was, and the dialog stays. */
static void
test_what_cannot_be_kept_is_not_replaced (BackupDialogFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *copies = g_build_filename (folder, "backups", NULL);
  g_autofree char *why = g_strdup_printf ("Kist may not write to %s; allow writing there, then try again.", folder);
  GtkWidget       *page;

  back_up (fixture);
  ui_remove_tree (copies);
  g_assert_true (g_file_set_contents (copies, "in the way", -1, NULL));
  page = open_file (fixture);
  backup_dialog_fixture_wait_for_label (page, "1 entry");
  ui_click (ui_find_button (page, "_Restore"));
  arrive (fixture);
  backup_dialog_fixture_wait_for_label (page, why);
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 2);
  backup_dialog_fixture_assert_nothing_lies_about ();
  g_remove (copies);
  ui_click (ui_find_button (page, "_Restore"));
  arrive (fixture);
  g_assert_null (backup_dialog_fixture_get_dialog (fixture));
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 1);
}

static void
test_a_copy_is_chosen (BackupDialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  ui_fixture_close (&fixture->ui);
  kist_clock_advance (fixture->ui.clock, G_TIME_SPAN_DAY);
  ui_fixture_open (&fixture->ui);
  backup_dialog_fixture_open_window (fixture);
  backup_dialog_fixture_write_entry (fixture);
  dialog = backup_dialog_fixture_open_dialog (fixture);
  backup_dialog_fixture_wait_for_label (dialog, "Sunday 23 November 2025, 09:30");
  row = ui_find (ui_find (dialog, KIST_TYPE_COPY_LIST), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activated");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
  arrive (fixture);
  g_assert_null (backup_dialog_fixture_get_dialog (fixture));
  g_assert_cmpuint (backup_dialog_fixture_count_entries (fixture), ==, 1);
}

#define ADD(name, function)                                                                                            \
  g_test_add ("/restore-dialog/" name, BackupDialogFixture, NULL, backup_dialog_fixture_set_up, function,              \
              backup_dialog_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  ui_fixture_init (&argc, &argv);
  ADD ("a-file-is-restored-and-taken-back", test_a_file_is_restored_and_taken_back);
  ADD ("a-sealed-file-asks-for-its-passphrase", test_a_sealed_file_asks_for_its_passphrase);
  ADD ("what-cannot-be-restored-says-why", test_what_cannot_be_restored_says_why);
  ADD ("a-full-disk-changes-nothing", test_a_full_disk_changes_nothing);
  ADD ("what-cannot-be-kept-is-not-replaced", test_what_cannot_be_kept_is_not_replaced);
  ADD ("a-copy-is-chosen", test_a_copy_is_chosen);
  return g_test_run ();
}
