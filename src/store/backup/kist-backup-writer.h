/* A back-up file while it is written: bytes go in as they come, a piece at a time goes to a new file beside the one
 * that is meant, and only the finished one takes its name. Until then, and after a fault, the file that was there is
 * what it was. For its owner alone (0600). Owned by who writes; one thread, which waits for the disk. */
#pragma once

#include "store/backup/kist-seal.h"

G_BEGIN_DECLS

typedef struct _KistBackupWriter KistBackupWriter;

KistBackupWriter *kist_backup_writer_new (const char *path, KistSeal *seal, GError **error);
void              kist_backup_writer_free (KistBackupWriter *self);
gboolean          kist_backup_writer_write (KistBackupWriter *self, const void *bytes, gsize length, GError **error);
gboolean          kist_backup_writer_finish (KistBackupWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBackupWriter, kist_backup_writer_free)

G_END_DECLS
