/* What a one-file back-up says of itself: its manifest, JSON of one object,
 *
 *     {"format": "kist-backup", "version": 1, "made": "2026-11-22T09:30:00Z", "schema": 1, "entries": 12, "events":
 * 340, "bytes": 98304, "sha256": "…"}
 *
 * where schema is the version of the database, entries counts those that are not in the bin, and bytes and sha256 are
 * the database's. A reader passes over what it does not know. A value; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistBackupInfo:
 * @time: when it was made, microseconds since 1970, UTC, to the second
 * @schema: the version of the database
 * @n_entries: that are not in the bin
 * @n_events: all
 * @n_bytes: of the database
 * @sum: its SHA-256 in hexadecimal
 * @is_sealed: whether it needs a passphrase; not in the manifest
 */
typedef struct
{
  gint64   time;
  unsigned schema;
  gint64   n_entries;
  gint64   n_events;
  gint64   n_bytes;
  char     sum[65];
  gboolean is_sealed;
} KistBackupInfo;

void  kist_backup_info_free (KistBackupInfo *self);
char *kist_backup_info_write (const KistBackupInfo *self);
gboolean
kist_backup_info_read (KistBackupInfo *self, const char *bytes, gsize length, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBackupInfo, kist_backup_info_free)

G_END_DECLS
