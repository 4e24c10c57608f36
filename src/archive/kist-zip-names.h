/* The names in one zip: whether each may be unpacked, and whether any file system would take two of them for one. Owned
 * by who reads or writes a zip, on its thread. For archive/ alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KistZipNames KistZipNames;

KistZipNames *kist_zip_names_new (void);
void          kist_zip_names_free (KistZipNames *self);
gboolean      kist_zip_names_add (KistZipNames *self, const char *name, gboolean is_folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistZipNames, kist_zip_names_free)

G_END_DECLS
