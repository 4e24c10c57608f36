#include "image-fixture.h"

#include <gexiv2/gexiv2.h>
#include <glib/gstdio.h>
#include <string.h>

#define MARKER IMAGE_FIXTURE_MARKER

/* (transfer full): red on the left and blue on the right; where it has an alpha channel, the lower half is not there */
GdkPixbuf *
image_fixture_pixels (int width, int height, gboolean has_alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  guint8    *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int        n = gdk_pixbuf_get_n_channels (pixbuf);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint8 *pixel = pixels + y * gdk_pixbuf_get_rowstride (pixbuf) + x * n;

        pixel[0] = x < width / 2 ? 255 : 0;
        pixel[1] = 0;
        pixel[2] = x < width / 2 ? 0 : 255;
        if (has_alpha)
          pixel[3] = y < height / 2 ? 255 : 0;
      }
  return pixbuf;
}

/* (transfer full); @type: "jpeg" or "png". */
GBytes *
image_fixture_save (GdkPixbuf *pixbuf, const char *type)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* @type: "jpeg" or "png". */
GBytes *
image_fixture_new (int width, int height, const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = image_fixture_pixels (width, height, FALSE);

  return image_fixture_save (pixbuf, type);
}

/* Writes @metadata into @bytes, which are taken; by a file, since gexiv2 writes nowhere else. */
static GBytes *
write_metadata (GExiv2Metadata *metadata, GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char            *data;
  gsize            length;
  int              file = g_file_open_tmp ("kist-image-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (taken, NULL), (gssize)g_bytes_get_size (taken), &error);
  g_assert_no_error (error);
  gexiv2_metadata_save_file (metadata, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_bytes_new_take (data, length);
}

static GExiv2Metadata *
open_metadata (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GExiv2Metadata *metadata = gexiv2_metadata_new ();

  gexiv2_metadata_open_buf (metadata, g_bytes_get_data (bytes, NULL), (glong)g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return metadata;
}

static void
set_tag (GExiv2Metadata *metadata, const char *tag, const char *value)
{
  g_autoptr (GError) error = NULL;

  gexiv2_metadata_try_set_tag_string (metadata, tag, value, &error);
  g_assert_no_error (error);
}

static void
set_everything (GExiv2Metadata *metadata, gboolean has_iptc)
{
  g_autoptr (GBytes) thumbnail = image_fixture_new (16, 16, "jpeg");
  g_autoptr (GBytes) named = NULL;
  g_autoptr (GError) error = NULL;

  set_tag (metadata, "Exif.Image.Make", MARKER "-make");
  set_tag (metadata, "Exif.Image.Model", MARKER "-model");
  set_tag (metadata, "Exif.Image.Artist", MARKER "-artist");
  set_tag (metadata, "Exif.Image.ImageDescription", MARKER "-description");
  set_tag (metadata, "Exif.Photo.UserComment", MARKER "-comment");
  set_tag (metadata, "Exif.Photo.DateTimeOriginal", "2026:11:22 09:30:00");
  set_tag (metadata, "Exif.Photo.BodySerialNumber", MARKER "-serial");
  set_tag (metadata, "Xmp.dc.creator", MARKER "-creator");
  set_tag (metadata, "Xmp.dc.description", MARKER "-xmp");
  if (has_iptc)
    set_tag (metadata, "Iptc.Application2.Byline", MARKER "-byline");
  gexiv2_metadata_try_set_gps_info (metadata, -3.1883, 55.9533, 10, &error);
  g_assert_no_error (error);
  gexiv2_metadata_try_set_exif_thumbnail_from_buffer (metadata, g_bytes_get_data (thumbnail, NULL),
                                                      (gint)g_bytes_get_size (thumbnail), &error);
  g_assert_no_error (error);
}

static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (unsigned bit = 0; bit < 8; bit++)
        sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
  return ~sum;
}

static void
append_number (GByteArray *out, guint32 number)
{
  const guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *)&big, 4);
}

static void
append_chunk (GByteArray *out, const char *type, const char *data, gsize length)
{
  guint start = out->len + 4;

  append_number (out, (guint32)length);
  g_byte_array_append (out, (const guint8 *)type, 4);
  g_byte_array_append (out, (const guint8 *)data, (guint)length);
  append_number (out, checksum (out->data + start, length + 4));
}

/* A PNG with texts behind its header, and more behind its end, where no program looks. Takes @bytes. */
static GBytes *
add_chunks (GBytes *bytes)
{
  static const char text[] = "Title\0" MARKER "-text";
  static const char international[] = "Comment\0\0\0en\0\0" MARKER "-international";
  g_autoptr (GBytes) taken = bytes;
  const gsize   head = 8 + 12 + 13;
  GByteArray   *out = g_byte_array_new ();
  gsize         length;
  const guint8 *data = g_bytes_get_data (taken, &length);

  g_byte_array_append (out, data, head);
  append_chunk (out, "tEXt", text, sizeof text - 1);
  append_chunk (out, "iTXt", international, sizeof international - 1);
  g_byte_array_append (out, data + head, (guint)(length - head));
  g_byte_array_append (out, (const guint8 *)MARKER "-end", strlen (MARKER "-end"));
  return g_byte_array_free_to_bytes (out);
}

/* A JPEG with a comment of its own (marker 0xfffe), and more behind its end. Takes @bytes. */
static GBytes *
add_comment (GBytes *bytes)
{
  static const char comment[] = "\xff\xfe\x00\x18" MARKER "-comment";
  g_autoptr (GBytes) taken = bytes;
  GByteArray   *out = g_byte_array_new ();
  gsize         length;
  const guint8 *data = g_bytes_get_data (taken, &length);

  G_STATIC_ASSERT (sizeof comment - 1 - 2 == 0x18);
  g_byte_array_append (out, data, 2);
  g_byte_array_append (out, (const guint8 *)comment, sizeof comment - 1);
  g_byte_array_append (out, data + 2, (guint)(length - 2));
  g_byte_array_append (out, (const guint8 *)MARKER "-end", strlen (MARKER "-end"));
  return g_byte_array_free_to_bytes (out);
}

/* A file that tells everything that one can: place, time, camera, people, words, a small copy. @type: "jpeg" or "png".
 */
GBytes *
image_fixture_new_telling (const char *type)
{
  gboolean is_png = g_str_equal (type, "png");
  g_autoptr (GBytes) plain = image_fixture_new (64, 48, type);
  GBytes *telling;
  g_autoptr (GExiv2Metadata) metadata = open_metadata (plain);

  set_everything (metadata, !is_png);
  telling = write_metadata (metadata, g_bytes_ref (plain));
  return is_png ? add_chunks (telling) : add_comment (telling);
}

/* A JPEG that says that its left side is up: a telephone held upright writes that. */
GBytes *
image_fixture_new_turned (int width, int height)
{
  g_autoptr (GBytes) plain = image_fixture_new (width, height, "jpeg");
  g_autoptr (GExiv2Metadata) metadata = open_metadata (plain);

  gexiv2_metadata_try_set_orientation (metadata, GEXIV2_ORIENTATION_ROT_90, NULL);
  return write_metadata (metadata, g_bytes_ref (plain));
}

/* Whether the bytes of @text are anywhere in @bytes. */
gboolean
image_fixture_has (GBytes *bytes, const char *text)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

/* By its first bytes: gdk-pixbuf itself asks a data base of the desktop, which is not there for a test. */
GdkPixbuf *
image_fixture_decode (GBytes *bytes)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (data[0] == 0xff ? "jpeg" : "png", &error);

  g_assert_no_error (error);
  gdk_pixbuf_loader_write_bytes (loader, bytes, &error);
  g_assert_no_error (error);
  gdk_pixbuf_loader_close (loader, &error);
  g_assert_no_error (error);
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}
