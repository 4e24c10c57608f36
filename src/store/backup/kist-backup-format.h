/* The one-file back-up, NAME.kist-backup: one consistent copy of the database and what there is to know of it.
 *
 * A file begins with a head of 16 bytes: "KISTBAK" and 0x1A, the version (1), the form (0 open, 1 sealed), six of zero.
 * Then comes the body: 4 bytes with the length of the manifest (little-endian), the manifest (JSON, see
 * kist-backup-info.h), the database to its last byte, whose size and SHA-256 the manifest has. In an open file the body
 * stands as it is and the SHA-256 of everything before it ends the file. In a sealed one the head goes on and the body
 * is cut into sealed pieces, see kist-seal.h. There is nothing compressed in it, so that a small file stays small.
 *
 * Why not a zip: it would have to be sealed as a whole all the same, and archive/ keeps a zip in memory. By hand, an
 * open one gives its database to `tail -c +$((21 + N)) FILE | head -c SIZE`, where N is the manifest's length.
 *
 * What is not in it: packs, which are handed on as files of their own, and the settings of the desktop. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KIST_BACKUP_MAGIC "KISTBAK\x1a"
#define KIST_BACKUP_MAGIC_BYTES 8
#define KIST_BACKUP_HEAD_BYTES 16
#define KIST_BACKUP_SUM_BYTES 32
#define KIST_BACKUP_VERSION 1
#define KIST_BACKUP_OPEN 0
#define KIST_BACKUP_SEALED 1

/* In bytes; what this Kist writes has less than 1 KiB. */
#define KIST_BACKUP_MAX_MANIFEST (64 * 1024)

gboolean kist_backup_format_fail (const char *path, GError **error);

G_END_DECLS
