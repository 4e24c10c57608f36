/* The way back from a back-up file: into an empty folder or over a database that is there. The file is read to its end
 * and the database in it checked before anything of the person's is touched; then the present database is kept as a
 * rolling back-up (or, when it is damaged or of a newer Kist, moved aside) and the other takes its place in one rename.
 * It needs the folder for itself, so Kist must not be open with it; who has it open does the first half alone, closes
 * it, and does the second. Blocking: on any thread but the main one. */
#pragma once

#include "store/backup/kist-backup-file.h"

G_BEGIN_DECLS

KistBackupInfo *
kist_restoration_run (const char *path, const char *folder, gint64 now, const KistBackupJob *job, GError **error);
gboolean kist_restoration_takes (const char *path);
char    *kist_restoration_unpack (const char          *path,
                                  const char          *folder,
                                  const KistBackupJob *job,
                                  KistBackupInfo     **info,
                                  GError             **error);
gboolean kist_restoration_replace (const char *folder, const char *database, gint64 now, char **kept, GError **error);
void     kist_restoration_discard (const char *database);

G_END_DECLS
