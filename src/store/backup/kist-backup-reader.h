/* A back-up file while it is read: trusts nothing, holds one piece in memory, and gives out only bytes of a sealed file
 * that are as they were sealed. Of an open file one knows that only at its end, so what was read counts when
 * kist_backup_reader_finish() says so. Owned by who reads; one thread, which waits for the disk. */
#pragma once

#include "store/backup/kist-seal.h"

G_BEGIN_DECLS

typedef struct _KistBackupReader KistBackupReader;

KistBackupReader *kist_backup_reader_new (const char *path, const KistPassphrase *passphrase, GError **error);
void              kist_backup_reader_free (KistBackupReader *self);
gboolean          kist_backup_reader_is_sealed (KistBackupReader *self);
gint64            kist_backup_reader_get_n_left (KistBackupReader *self);
gboolean          kist_backup_reader_read (KistBackupReader *self, void *bytes, gsize length, GError **error);
gboolean          kist_backup_reader_finish (KistBackupReader *self, GError **error);
gboolean          kist_backup_reader_needs_passphrase (const char *path, gboolean *needs, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBackupReader, kist_backup_reader_free)

G_END_DECLS
