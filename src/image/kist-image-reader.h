/* Pictures from outside, which are hostile: JPEG, PNG, GIF, and WebP where gdk-pixbuf has a loader for it. What is kept
 * of a file is its pixels, turned the right way up and made smaller, written anew: so nothing that the file said about
 * place, time, camera or people, no thumbnail, comment or colour profile, and nothing hidden behind its end can be in
 * it. Caps on bytes, pixels, scans and time; works without any shared state, so any thread, but never the main one. */
#pragma once

#include <gio/gio.h>

#include "image/kist-image.h"

G_BEGIN_DECLS

gboolean   kist_image_is_file_name (const char *name);
GBytes    *kist_image_load_file (const char *path, GError **error);
KistImage *kist_image_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
