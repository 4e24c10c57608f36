/* A foreign file, read: what will stand in a pack, and an account of every part of the source: kept, changed or
 * dropped, and why. Reading blocks, so it belongs to a worker; what comes out is immutable but for the names of what
 * was written, and may be used on any one thread at a time. */
#pragma once

#include <gio/gio.h>

#include "exchange/kist-account.h"

G_BEGIN_DECLS

/**
 * KistImportFile:
 * @path: where it belongs in a pack: "scenarios/friend-request.twee"
 * @bytes: what stands in it
 */
typedef struct
{
  char   *path;
  GBytes *bytes;
} KistImportFile;

#define KIST_TYPE_IMPORT (kist_import_get_type ())
G_DECLARE_FINAL_TYPE (KistImport, kist_import, KIST, IMPORT, GObject)

KistImport *kist_import_read (const char *path, GCancellable *cancellable, GError **error);
KistImport *kist_import_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
const char *kist_import_get_title (KistImport *self);
const char *kist_import_get_format (KistImport *self);
unsigned    kist_import_get_n_files (KistImport *self);
const KistImportFile *kist_import_get_file (KistImport *self, unsigned index);
unsigned              kist_import_get_n_items (KistImport *self);
const KistImportItem *kist_import_get_item (KistImport *self, unsigned index);
unsigned              kist_import_count (KistImport *self, KistImportKind kind, KistImportFate fate);
gboolean              kist_import_is_clean (KistImport *self);
gboolean              kist_import_write (KistImport *self, const char *folder, GError **error);
gboolean              kist_import_write_thing (KistImport *self, const char *folder, GError **error);
const char *const    *kist_import_get_written (KistImport *self);

G_END_DECLS
