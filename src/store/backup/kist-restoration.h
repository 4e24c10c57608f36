/* The way back from a back-up file: into an empty folder or over a database that is there. The file is read to its end
 * and the database in it checked before anything of the person's is touched; then the present database is kept as a
 * rolling back-up (or, when it is damaged or of a newer Kist, moved aside) and the other takes its place in one rename.
 * It needs the folder for itself, so Kist must not be open with it. Blocking: on any thread but the main one. */
#pragma once

#include "store/backup/kist-backup-file.h"

G_BEGIN_DECLS

KistBackupInfo *
kist_restoration_run (const char *path, const char *folder, gint64 now, const KistBackupJob *job, GError **error);

G_END_DECLS
