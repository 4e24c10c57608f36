#include "kist-image-png.h"

#include <string.h>

/* A PNG's own first bytes, and what a chunk has besides its data: length, type and checksum (RFC 2083, 3.1, 3.2). */
#define START "\x89PNG\r\n\x1a\n"
#define START_LENGTH 8
#define CHUNK_LENGTH 12

/* Of chunks of text; a hostile file may have millions. */
#define MOST_TEXTS 100
#define MOST_BYTES 300

static guint32
read_number (const guint8 *data)
{
  return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

/* Returns (transfer full): a keyword and, where it is written plainly, what it says. XMP has a reader of its own. */
static char *
dup_text (const guint8 *chunk, gsize length)
{
  gsize            most = MIN (length, MOST_BYTES);
  const guint8    *end = memchr (chunk + 8, '\0', most);
  g_autofree char *keyword = NULL;
  g_autofree char *value = NULL;

  if (!end || g_str_has_prefix ((const char *)chunk + 8, "XML:com.adobe"))
    return NULL;
  keyword = g_strndup ((const char *)chunk + 8, (gsize)(end - chunk - 8));
  if (memcmp (chunk + 4, "tEXt", 4) == 0) /* in Latin-1 */
    value = g_convert ((const char *)end + 1, (gssize)(chunk + 8 + most - end - 1), "UTF-8", "ISO-8859-1", NULL, NULL,
                       NULL);
  return value && *value ? g_strdup_printf ("%s: %s", keyword, value) : g_steal_pointer (&keyword);
}

/*
 * kist_image_png_foreach_text:
 * @bytes: any file
 * @func: (scope call): called for each text; what it is given may be no UTF-8
 * @data: for @func
 *
 * Of what is no PNG, and of what is broken, there are none, or those before the break.
 */
void
kist_image_png_foreach_text (GBytes *bytes, KistImagePngText func, gpointer data)
{
  gsize         length;
  const guint8 *start = g_bytes_get_data (bytes, &length);
  gsize         at = START_LENGTH;
  unsigned      n = 0;

  if (length < START_LENGTH || memcmp (start, START, START_LENGTH) != 0)
    return;
  while (length - at >= CHUNK_LENGTH && n < MOST_TEXTS)
    {
      const guint8 *chunk = start + at;
      guint32       size = read_number (chunk);

      if (size > length - at - CHUNK_LENGTH)
        return;
      if (memcmp (chunk + 4, "tEXt", 4) == 0 || memcmp (chunk + 4, "zTXt", 4) == 0 ||
          memcmp (chunk + 4, "iTXt", 4) == 0)
        {
          g_autofree char *text = dup_text (chunk, size);

          n++;
          if (text)
            func (text, data);
        }
      at += CHUNK_LENGTH + (gsize)size;
    }
}
