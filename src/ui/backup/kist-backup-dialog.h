/* Back-ups over a window: made and restored. The pages are on a stack; the dialog stays open, with what was typed,
 * until something is restored. Main thread. */
#pragma once

#include <adwaita.h>

#include "store/kist-store.h"

G_BEGIN_DECLS

#define KIST_TYPE_BACKUP_DIALOG (kist_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistBackupDialog, kist_backup_dialog, KIST, BACKUP_DIALOG, AdwDialog)

AdwDialog *kist_backup_dialog_new (gboolean can_make);
void       kist_backup_dialog_open_file (KistBackupDialog *self, const char *path, const char *folder);
void       kist_backup_dialog_restore_copy (KistBackupDialog *self, const KistBackup *backup);
void
kist_backup_dialog_replace (KistBackupDialog *self, const char *database, gboolean is_unpacked, const char *arrival);

G_END_DECLS
