#include "backup-dialog-fixture.h"

#include <glib/gstdio.h>

#include "../store/store-fixture.h"
#include "store/backup/kist-backup-file.h"
#include "ui/backup/kist-backup-page.h"

static void
reopen_cb (BackupDialogFixture *fixture)
{
  fixture->n_reopened++;
}

void
backup_dialog_fixture_open_window (BackupDialogFixture *fixture)
{
  ui_fixture_open_window (&fixture->ui);
  g_signal_connect_swapped (fixture->ui.window, "reopen", G_CALLBACK (reopen_cb), fixture);
}

static KistJournal *
get_journal (BackupDialogFixture *fixture)
{
  return kist_services_get_journal (fixture->ui.services);
}

unsigned
backup_dialog_fixture_count_entries (BackupDialogFixture *fixture)
{
  return g_list_model_get_n_items (kist_journal_get_entries (get_journal (fixture)));
}

void
backup_dialog_fixture_write_entry (BackupDialogFixture *fixture)
{
  kist_journal_create (get_journal (fixture), NULL, "A title", "Some words");
}

/* One entry in the journal. */
void
backup_dialog_fixture_set_up (BackupDialogFixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  fixture->file = g_build_filename (g_get_user_data_dir (), "mine.kist-backup", NULL);
  backup_dialog_fixture_open_window (fixture);
  backup_dialog_fixture_write_entry (fixture);
}

void
backup_dialog_fixture_tear_down (BackupDialogFixture *fixture, gconstpointer data)
{
  g_remove (fixture->file);
  g_free (fixture->file);
  ui_fixture_tear_down (&fixture->ui, data);
}

GtkWidget *
backup_dialog_fixture_get_dialog (BackupDialogFixture *fixture)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->ui.window)));
}

GtkWidget *
backup_dialog_fixture_open_dialog (BackupDialogFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.back-up", NULL));
  harness_wait_for_frame (fixture->ui.window);
  g_assert_nonnull (backup_dialog_fixture_get_dialog (fixture));
  return backup_dialog_fixture_get_dialog (fixture);
}

void
backup_dialog_fixture_wait_for_label (GtkWidget *root, const char *text)
{
  while (!ui_has_label (root, text))
    g_main_context_iteration (NULL, TRUE);
}

GtkEditable *
backup_dialog_fixture_get_row (GtkWidget *root, unsigned n)
{
  return GTK_EDITABLE (ui_find_nth (root, ADW_TYPE_PASSWORD_ENTRY_ROW, n));
}

/* The button row that says @label. */
void
backup_dialog_fixture_press_row (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) rows = harness_find_all (root, ADW_TYPE_BUTTON_ROW);

  for (unsigned i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), label))
      {
        g_signal_emit_by_name (g_ptr_array_index (rows, i), "activated");
        return;
      }
  g_error ("there is no row “%s”", label);
}

void
backup_dialog_fixture_protect (GtkWidget *dialog, const char *words, const char *again)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (ui_find (dialog, ADW_TYPE_SWITCH_ROW)), TRUE);
  gtk_editable_set_text (backup_dialog_fixture_get_row (dialog, 0), words);
  gtk_editable_set_text (backup_dialog_fixture_get_row (dialog, 1), again);
}

void
backup_dialog_fixture_make (GtkWidget *dialog, const char *path)
{
  kist_backup_page_make (KIST_BACKUP_PAGE (ui_find (dialog, KIST_TYPE_BACKUP_PAGE)), path);
}

void
backup_dialog_fixture_assert_is_back_up (BackupDialogFixture *fixture, gboolean is_sealed, gint64 n_entries)
{
  g_autoptr (KistPassphrase) passphrase = kist_passphrase_new (BACKUP_DIALOG_WORDS, NULL);
  g_autoptr (GError) error = NULL;
  const KistBackupJob job = { .passphrase = passphrase };
  g_autoptr (KistBackupInfo) info = kist_backup_file_check (fixture->file, &job, &error);

  g_assert_no_error (error);
  g_assert_cmpint (info->n_entries, ==, n_entries);
  g_assert_true (info->is_sealed == is_sealed);
}

/* Nothing of a job that did not end is left in the person's folder. */
void
backup_dialog_fixture_assert_nothing_lies_about (void)
{
  g_autofree char *folder = fixture_folder ();

  g_assert_cmpuint (fixture_count_files (folder, "kist-"), ==, 0);
}
