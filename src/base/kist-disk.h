/* The few file operations that must still hold after the power failed: a rename is on the disk when it returns, and an
 * errno becomes a KistError with a sentence a person can read. Pure side effects; any thread, but they wait for the
 * disk, so never the main one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kist_disk_fail (int number, const char *path, GError **error);
gboolean kist_disk_make_folder (const char *path, GError **error);
gboolean kist_disk_rename (const char *from, const char *to, GError **error);
gboolean kist_disk_has_bytes (const char *path);
gboolean kist_disk_put_folder (const char *from, const char *to, GError **error);
void     kist_disk_remove_folder (const char *path);

G_END_DECLS
