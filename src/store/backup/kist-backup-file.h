/* Making a back-up file of the person's folder, and checking one to its last byte. What it is made of says
 * kist-backup-format.h.
 *
 * Making one is safe while Kist is open, also from another process: the database is read in one transaction of its own
 * (SQLite's write-ahead log lets readers and a writer be), and nothing of the person's changes: a copy comes and goes,
 * and SQLite may leave an empty kist.db-wal and its -shm, which the next close takes away. The copy is in the folder
 * and not beside the file, which may be on a stick that anyone can read. Blocking and slow: on any thread but the main
 * one. */
#pragma once

#include "store/backup/kist-backup-info.h"
#include "store/backup/kist-backup-job.h"
#include "store/backup/kist-backup-reader.h"

G_BEGIN_DECLS

#define KIST_BACKUP_FILE_SUFFIX ".kist-backup"

KistBackupInfo *
kist_backup_file_make (const char *folder, const char *path, gint64 now, const KistBackupJob *job, GError **error);
KistBackupReader          *
kist_backup_file_open (const char *path, const KistBackupJob *job, KistBackupInfo **info, GError **error);
gboolean kist_backup_file_read (KistBackupReader     *reader,
                                const KistBackupInfo *info,
                                const char           *path,
                                int                   to,
                                const char           *to_path,
                                const KistBackupJob  *job,
                                GError              **error);
KistBackupInfo *kist_backup_file_check (const char *path, const KistBackupJob *job, GError **error);

G_END_DECLS
