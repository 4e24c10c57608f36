/* One long job with a back-up on a thread of its own: how far it is, how to stop it, what came of it. It begins when it
 * is made and goes on to its end whether or not anybody still waits, and keeps the program running that long, so that
 * nothing half done is left behind. It knows no window: who waits connects to #KistBackupWork::done. Main thread. */
#pragma once

#include "store/backup/kist-restoration.h"

G_BEGIN_DECLS

#define KIST_TYPE_BACKUP_WORK (kist_backup_work_get_type ())
G_DECLARE_FINAL_TYPE (KistBackupWork, kist_backup_work, KIST, BACKUP_WORK, GObject)

KistBackupWork *kist_backup_work_make (const char *folder, const char *path, KistPassphrase *passphrase, gint64 now);
KistBackupWork *kist_backup_work_check (const char *path, KistPassphrase *passphrase);
KistBackupWork *kist_backup_work_unpack (const char *folder, const char *path, KistPassphrase *passphrase);
KistBackupWork *kist_backup_work_replace (const char *folder, const char *database, gint64 now);
void            kist_backup_work_cancel (KistBackupWork *self);
const GError   *kist_backup_work_get_error (KistBackupWork *self);
const KistBackupInfo *kist_backup_work_get_info (KistBackupWork *self);
char                 *kist_backup_work_steal_database (KistBackupWork *self);
const char           *kist_backup_work_get_kept (KistBackupWork *self);
KistPassphrase       *kist_backup_work_steal_passphrase (KistBackupWork *self);

G_END_DECLS
