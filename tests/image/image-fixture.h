/* Pictures as they come from cameras and telephones: made here, with all kinds of metadata. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* In every text that a file of image_fixture_new_telling() holds. */
#define IMAGE_FIXTURE_MARKER "qzMarkerJxwvky"

GdkPixbuf *image_fixture_pixels (int width, int height, gboolean has_alpha);
GBytes    *image_fixture_save (GdkPixbuf *pixbuf, const char *type);
GBytes    *image_fixture_new (int width, int height, const char *type);
GBytes    *image_fixture_new_telling (const char *type);
GBytes    *image_fixture_new_turned (int width, int height);
gboolean   image_fixture_has (GBytes *bytes, const char *text);
GdkPixbuf *image_fixture_decode (GBytes *bytes);

G_END_DECLS
