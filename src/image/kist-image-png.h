/* The texts in a PNG, which no library here tells about: a screenshot's program writes its name and more into them. For
 * image/ alone; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*KistImagePngText) (const char *text, gpointer data);

void kist_image_png_foreach_text (GBytes *bytes, KistImagePngText func, gpointer data);

G_END_DECLS
