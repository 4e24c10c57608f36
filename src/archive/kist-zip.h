/* Zip files, in memory. Reading trusts nothing: caps on size, number and ratio, plain files only, and names that cannot
 * leave the folder they are unpacked into. Writing is deterministic: the same entries give the same bytes. Pure
 * functions that block; a large file belongs on a worker. The only user of libarchive. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a zip may hold (formats.md): together unpacked, entries, and unpacked bytes for each byte of the zip. */
#define KIST_ZIP_MAX_BYTES (200 * 1024 * 1024)
#define KIST_ZIP_MAX_ENTRIES 5000
#define KIST_ZIP_MAX_RATIO 200

/* What a zip may be that a file or two are picked out of: a service that hands people their data splits it at 2 GiB, or
 * at 4, and a learner's pictures are among it. */
#define KIST_ZIP_PICK_MAX_FILE (G_GINT64_CONSTANT (4) << 30)
#define KIST_ZIP_PICK_MAX_ENTRIES 200000

/**
 * KistZipEntry:
 * @name: its path in the zip, "things/05.md": UTF-8, relative, without "..", "\" or signs that control
 * @bytes: what is in it
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} KistZipEntry;

/**
 * KistZipWanted:
 * @name: the path of an entry
 * @size: how large it says to be once unpacked, in bytes
 * @data: what was given with the function
 *
 * Returns: whether the entry is to be unpacked
 */
typedef gboolean (*KistZipWanted) (const char *name, guint64 size, gpointer data);

KistZipEntry *kist_zip_entry_new (const char *name, GBytes *bytes);
void          kist_zip_entry_free (KistZipEntry *entry);
GBytes       *kist_zip_load (const char *path, GCancellable *cancellable, GError **error);
GPtrArray    *kist_zip_read (GBytes *bytes, GError **error);
GPtrArray    *kist_zip_read_some (GBytes *bytes, KistZipWanted is_wanted, gpointer data, GError **error);
GPtrArray    *kist_zip_pick (const char   *path,
                             KistZipWanted is_wanted,
                             gpointer      data,
                             gsize         max_bytes,
                             GCancellable *cancellable,
                             GError      **error);
GBytes       *kist_zip_write (GPtrArray *entries, GError **error);
GBytes       *kist_zip_write_package (GPtrArray *entries, const char *type, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistZipEntry, kist_zip_entry_free)

G_END_DECLS
