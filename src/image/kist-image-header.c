#include "kist-image-header.h"

#include <string.h>

#include "base/kist-error.h"
#include "image/kist-image.h"

/* Of one JPEG: a progressive one has ten, and each makes the decoder walk over the whole picture. */
#define MOST_SCANS 100

#define TOO_MANY_PIXELS "The picture has more than 64 million pixels. Save a smaller copy of it first, and take that."

/* Bytes of a file that are still to be read; what is beyond them reads as nothing. */
typedef struct
{
  const guint8 *data;
  gsize         length;
} File;

typedef struct
{
  gint64 width;
  gint64 height;
} Size;

static unsigned
byte_at (const File *file, gsize at)
{
  return at < file->length ? file->data[at] : 0;
}

static gint64
little_at (const File *file, gsize at)
{
  return byte_at (file, at) | byte_at (file, at + 1) << 8;
}

static gint64
big_at (const File *file, gsize at)
{
  return byte_at (file, at) << 8 | byte_at (file, at + 1);
}

/* The first header of a frame (ITU T.81, B.2.2). Within coded data a byte 0xff is always followed by 0x00, so that each
 * 0xff 0xda there begins a scan. */
static gboolean
read_jpeg (const File *file, Size *size, gsize *length, GError **error)
{
  const guint8 *end = file->data + file->length;
  unsigned      n_scans = 0;
  gsize         at = 2;

  while (at + 9 < file->length && byte_at (file, at) == 0xff)
    {
      unsigned mark = byte_at (file, at + 1);

      if (mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc)
        {
          size->height = big_at (file, at + 5);
          size->width = big_at (file, at + 7);
          break;
        }
      at += mark == 0xff ? 1 : mark == 0x01 || (mark >= 0xd0 && mark <= 0xd8) ? 2 : 2 + (gsize)big_at (file, at + 2);
    }
  for (const guint8 *p = file->data; (p = memchr (p, 0xff, (gsize)(end - p))) && p + 1 < end; p++)
    n_scans += p[1] == 0xda;
  if (n_scans <= MOST_SCANS)
    return TRUE;
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_INVALID,
                       "The picture is made in a way that would keep this computer busy for hours.");
  return FALSE;
}

/* The header is the first chunk (RFC 2083, 4.1.1). */
static gboolean
read_png (const File *file, Size *size, gsize *length, GError **error)
{
  size->width = big_at (file, 16) << 16 | big_at (file, 18);
  size->height = big_at (file, 20) << 16 | big_at (file, 22);
  return TRUE;
}

/* Returns: behind the pieces of data that begin at @at, each with its length in front, the last one with none. */
static gsize
skip_pieces (const File *file, gsize at)
{
  while (byte_at (file, at) > 0)
    at += 1 + byte_at (file, at);
  return at + 1;
}

static gsize
get_table (unsigned flags)
{
  return flags & 0x80 ? (gsize)3 << ((flags & 7) + 1) : 0;
}

/* Of a moving picture all but the first one is left out before anybody unpacks it; that one must lie within the whole
 * (GIF89a, 18-22). */
static gboolean
read_gif (const File *file, Size *size, gsize *length, GError **error)
{
  Size  whole = { little_at (file, 6), little_at (file, 8) };
  gsize at = 13 + get_table (byte_at (file, 10));

  while (byte_at (file, at) == 0x21)
    at = skip_pieces (file, at + 2);
  if (byte_at (file, at) != 0x2c)
    return kist_image_header_fail_damaged (error);
  size->width = little_at (file, at + 5);
  size->height = little_at (file, at + 7);
  if (little_at (file, at + 1) + size->width > whole.width || little_at (file, at + 3) + size->height > whole.height)
    return kist_image_header_fail_damaged (error);
  if (size->width > 0 && size->height > 0)
    *size = whole;
  *length = MIN (file->length, skip_pieces (file, at + 11 + get_table (byte_at (file, at + 9))));
  return TRUE;
}

/* In one of three ways (RFC 9649, 2.5 to 2.7). */
static gboolean
read_webp (const File *file, Size *size, gsize *length, GError **error)
{
  if (file->length < 30)
    return kist_image_header_fail_damaged (error);
  if (memcmp (file->data + 12, "VP8X", 4) == 0)
    {
      size->width = 1 + (little_at (file, 24) | (gint64)byte_at (file, 26) << 16);
      size->height = 1 + (little_at (file, 27) | (gint64)byte_at (file, 29) << 16);
    }
  else if (memcmp (file->data + 12, "VP8L", 4) == 0)
    {
      size->width = 1 + (little_at (file, 21) & 0x3fff);
      size->height = 1 + ((little_at (file, 22) >> 6 | (gint64)byte_at (file, 24) << 10) & 0x3fff);
    }
  else
    {
      size->width = little_at (file, 26) & 0x3fff;
      size->height = little_at (file, 28) & 0x3fff;
    }
  return TRUE;
}

/* By what a file begins with, whatever it is called. */
static const struct
{
  const char *start;
  const char *loader;
  gboolean    (*read) (const File *file, Size *size, gsize *length, GError **error);
  gboolean    is_drawn;
} kinds[] = {
  { "\xff\xd8\xff", "jpeg", read_jpeg, FALSE }, { "\x89PNG\r\n\x1a\n", "png", read_png, TRUE },
  { "GIF87a", "gif", read_gif, TRUE },          { "GIF89a", "gif", read_gif, TRUE },
  { "RIFF", "webp", read_webp, FALSE },
};

static int
find_kind (const File *file)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (file->length > strlen (kinds[i].start) && memcmp (file->data, kinds[i].start, strlen (kinds[i].start)) == 0 &&
        (kinds[i].read != read_webp || (file->length > 12 && memcmp (file->data + 8, "WEBP", 4) == 0)))
      return (int)i;
  return -1;
}

/* What telephones make unless they are told otherwise begins with a box of this type (ISO/IEC 14496-12, 4.3). */
static gboolean
fail_unknown (const File *file, GError **error)
{
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_INVALID,
                       file->length > 12 && memcmp (file->data + 4, "ftyp", 4) == 0
                           ? "Kist cannot read HEIC and AVIF pictures. Save it as a JPEG, and take that."
                           : "This is no picture that Kist can read: it takes JPEG, PNG, GIF and WebP.");
  return FALSE;
}

/*
 * kist_image_header_fail_damaged:
 * @error: where to put an error
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
kist_image_header_fail_damaged (GError **error)
{
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_INVALID, "The picture is damaged, or only a part of it is there.");
  return FALSE;
}

/*
 * kist_image_header_read:
 * @bytes: a file
 * @header: (out): what it says
 * @error: where to put an error, as of kist_image_read()
 *
 * Returns: whether it is a picture that can be unpacked without harm
 */
gboolean
kist_image_header_read (GBytes *bytes, KistImageHeader *header, GError **error)
{
  File file = { NULL, 0 };
  Size size = { 0, 0 };
  int  kind;

  file.data = g_bytes_get_data (bytes, &file.length);
  kind = find_kind (&file);
  if (kind < 0)
    return fail_unknown (&file, error);
  header->loader = kinds[kind].loader;
  header->is_drawn = kinds[kind].is_drawn;
  header->length = file.length;
  header->tail = kinds[kind].read == read_gif ? ";" : "";
  if (!kinds[kind].read (&file, &size, &header->length, error))
    return FALSE;
  if (size.width <= 0 || size.height <= 0)
    return kist_image_header_fail_damaged (error);
  if (size.width <= KIST_IMAGE_MAX_PIXELS / size.height)
    return TRUE;
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, TOO_MANY_PIXELS);
  return FALSE;
}
