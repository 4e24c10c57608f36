/* Pixels become the bytes that are kept. For image/ alone; any thread. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "image/kist-image.h"

G_BEGIN_DECLS

KistImage *kist_image_encode (GdkPixbuf *pixbuf, gboolean is_drawn, GError **error);

G_END_DECLS
