#include "kist-fuzz.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "image/kist-image-facts.h"
#include "image/kist-image-reader.h"

static GdkPixbuf *
decode (const KistImage *image)
{
  g_autoptr (GdkPixbufLoader) loader =
      gdk_pixbuf_loader_new_with_type (image->type == KIST_IMAGE_JPEG ? "jpeg" : "png", NULL);

  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, image->bytes, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* Whatever a file holds: what it tells is UTF-8 in one line; what is kept is a sound picture of the size that is said,
 * within the caps; and a picture that is taken from what is kept says nothing. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, length);
  g_autoptr (KistImageFacts) facts = kist_image_facts_read (file);
  g_autoptr (KistImage) image = kist_image_read (file, NULL, NULL);
  g_autoptr (KistImageFacts) left = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    g_assert_true (!facts->texts[i] ||
                   (g_utf8_validate (facts->texts[i], -1, NULL) && !strchr (facts->texts[i], '\n')));
  if (!image)
    return;
  g_assert_cmpuint (g_bytes_get_size (image->bytes), <=, KIST_IMAGE_MAX_BYTES);
  pixbuf = decode (image);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, image->width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, image->height);
  g_assert_cmpuint (MAX (image->width, image->height), <=, KIST_IMAGE_MAX_SIDE);
  left = kist_image_facts_read (image->bytes);
  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    g_assert_null (left->texts[i]);
}
