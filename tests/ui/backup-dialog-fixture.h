/* What the tests of the back-up dialog share: the real window over one entry, the file that is made or opened, and the
 * rows of the dialog by what they say. */
#pragma once

#include "ui-fixture.h"

G_BEGIN_DECLS

#define BACKUP_DIALOG_WORDS "correct horse"

typedef struct
{
  UiFixture ui;
  char     *file;
  unsigned  n_reopened;
} BackupDialogFixture;

void         backup_dialog_fixture_open_window (BackupDialogFixture *fixture);
unsigned     backup_dialog_fixture_count_entries (BackupDialogFixture *fixture);
void         backup_dialog_fixture_write_entry (BackupDialogFixture *fixture);
void         backup_dialog_fixture_set_up (BackupDialogFixture *fixture, gconstpointer data);
void         backup_dialog_fixture_tear_down (BackupDialogFixture *fixture, gconstpointer data);
GtkWidget   *backup_dialog_fixture_get_dialog (BackupDialogFixture *fixture);
GtkWidget   *backup_dialog_fixture_open_dialog (BackupDialogFixture *fixture);
void         backup_dialog_fixture_wait_for_label (GtkWidget *root, const char *text);
GtkEditable *backup_dialog_fixture_get_row (GtkWidget *root, unsigned n);
void         backup_dialog_fixture_press_row (GtkWidget *root, const char *label);
void         backup_dialog_fixture_protect (GtkWidget *dialog, const char *words, const char *again);
void         backup_dialog_fixture_make (GtkWidget *dialog, const char *path);
void backup_dialog_fixture_assert_is_back_up (BackupDialogFixture *fixture, gboolean is_sealed, gint64 n_entries);
void backup_dialog_fixture_assert_nothing_lies_about (void);

G_END_DECLS
