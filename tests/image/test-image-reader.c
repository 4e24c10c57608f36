/* What is kept of a picture, and what is refused. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/kist-error.h"
#include "image-fixture.h"
#include "image/kist-image-reader.h"

static KistImage *
read_well (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  KistImage *image = kist_image_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (image);
  g_assert_cmpuint (g_bytes_get_size (image->bytes), <=, KIST_IMAGE_MAX_BYTES);
  return image;
}

static void
refuse (GBytes *bytes, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_image_read (bytes, NULL, &error));
  g_assert_error (error, KIST_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

/* Whatever a file tells, in whatever way, no byte of it is kept; every one of these texts was in the file before. */
static void
test_nothing_that_a_file_tells_is_kept (gconstpointer data)
{
  static const char *const traces[] = {
    IMAGE_FIXTURE_MARKER, "Exif", "xpacket", "photoshop", "8BIM", "tEXt", "iTXt", "eXIf", "ICC", "Photoshop"
  };
  const char *type = data;
  g_autoptr (GBytes) bytes = image_fixture_new_telling (type);
  g_autoptr (KistImage) image = read_well (bytes);

  g_assert_true (image_fixture_has (bytes, IMAGE_FIXTURE_MARKER "-end"));
  g_assert_true (image_fixture_has (bytes, IMAGE_FIXTURE_MARKER "-xmp"));
  g_assert_true (image_fixture_has (bytes, IMAGE_FIXTURE_MARKER "-artist") || g_str_equal (type, "png"));
  for (unsigned i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_false (image_fixture_has (image->bytes, traces[i]));
  g_assert_cmpuint (image->width, ==, 64);
  g_assert_cmpuint (image->height, ==, 48);
}

static void
test_a_large_picture_is_made_smaller (void)
{
  g_autoptr (GBytes) bytes = image_fixture_new (4000, 1000, "jpeg");
  g_autoptr (KistImage) image = read_well (bytes);
  g_autoptr (GdkPixbuf) pixbuf = image_fixture_decode (image->bytes);

  g_assert_cmpuint (image->width, ==, 1600);
  g_assert_cmpuint (image->height, ==, 400);
  g_assert_cmpuint (image->type, ==, KIST_IMAGE_JPEG);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 1600);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 400);
}

/* Of a line nothing is left of the other side but a pixel. */
static void
test_a_thin_picture_keeps_a_pixel (void)
{
  g_autoptr (GBytes) bytes = image_fixture_new (9000, 2, "png");
  g_autoptr (KistImage) image = read_well (bytes);

  g_assert_cmpuint (image->width, ==, 1600);
  g_assert_cmpuint (image->height, ==, 1);
}

static void
test_a_turned_picture_is_turned_back (void)
{
  g_autoptr (GBytes) bytes = image_fixture_new_turned (400, 200);
  g_autoptr (KistImage) image = read_well (bytes);
  g_autoptr (GdkPixbuf) pixbuf = image_fixture_decode (image->bytes);
  const guint8 *first = gdk_pixbuf_read_pixels (pixbuf);
  const guint8 *last = first + (gsize)(gdk_pixbuf_get_height (pixbuf) - 1) * (gsize)gdk_pixbuf_get_rowstride (pixbuf);

  g_assert_cmpuint (image->width, ==, 200);
  g_assert_cmpuint (image->height, ==, 400);
  g_assert_cmpuint (first[0], >, 200); /* what was left is on top: red */
  g_assert_cmpuint (last[2], >, 200);
}

static void
test_transparency_stays (void)
{
  g_autoptr (GdkPixbuf) pixels = image_fixture_pixels (20, 20, TRUE);
  g_autoptr (GBytes) bytes = image_fixture_save (pixels, "png");
  g_autoptr (KistImage) image = read_well (bytes);
  g_autoptr (GdkPixbuf) pixbuf = image_fixture_decode (image->bytes);

  g_assert_cmpuint (image->type, ==, KIST_IMAGE_PNG);
  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));
}

static void
count_unseen (GdkPixbuf *pixbuf, unsigned *n_unseen, unsigned *n_coloured)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);

  *n_unseen = *n_coloured = 0;
  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      {
        const guint8 *pixel = pixels + y * gdk_pixbuf_get_rowstride (pixbuf) + x * 4;

        if (pixel[3] == 0)
          {
            *n_unseen += 1;
            *n_coloured += pixel[0] != 0 || pixel[1] != 0 || pixel[2] != 0;
          }
      }
}

/* A program that “rubs out” part of a picture may only have made it transparent. */
static void
test_what_nobody_sees_is_not_kept (void)
{
  static const int widths[] = { 20, KIST_IMAGE_MAX_SIDE + 400 };

  for (unsigned i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GdkPixbuf) pixels = image_fixture_pixels (widths[i], 20, TRUE);
      g_autoptr (GBytes) bytes = image_fixture_save (pixels, "png");
      g_autoptr (GdkPixbuf) before = image_fixture_decode (bytes);
      g_autoptr (KistImage) image = read_well (bytes);
      g_autoptr (GdkPixbuf) after = image_fixture_decode (image->bytes);
      unsigned n_unseen, n_coloured;

      count_unseen (before, &n_unseen, &n_coloured);
      g_assert_cmpuint (n_coloured, ==, widths[i] * 10);
      count_unseen (after, &n_unseen, &n_coloured);
      g_assert_cmpuint (n_unseen, >, 0);
      g_assert_cmpuint (n_coloured, ==, 0);
    }
}

/* Noise, the worst there is for any format, and seen through: it is put on white and made small enough. */
static void
test_a_picture_of_noise_is_small_enough (void)
{
  g_autoptr (GdkPixbuf) pixels = image_fixture_pixels (1600, 1600, TRUE);
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KistImage) image = NULL;
  guint8 *data = gdk_pixbuf_get_pixels (pixels);
  char   *file;
  gsize   length;

  for (gsize i = 0; i < (gsize)1600 * 1600 * 4; i++)
    data[i] = (guint8)g_rand_int (random);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixels, &file, &length, "png", NULL, "compression", "0", NULL));
  bytes = g_bytes_new_take (file, length);
  image = read_well (bytes);
  g_assert_cmpuint (image->type, ==, KIST_IMAGE_JPEG);
}

static void
test_an_id_follows_from_the_pixels (void)
{
  g_autoptr (GBytes) telling = image_fixture_new_telling ("png");
  g_autoptr (GBytes) plain = image_fixture_new (64, 48, "png");
  g_autoptr (GBytes) other = image_fixture_new (64, 49, "png");
  g_autoptr (KistImage) first = read_well (telling);
  g_autoptr (KistImage) second = read_well (plain);
  g_autoptr (KistImage) third = read_well (other);

  g_assert_cmpstr (first->id, ==, second->id);
  g_assert_cmpstr (first->id, !=, third->id);
  g_assert_cmpuint (strlen (first->id), ==, KIST_IMAGE_ID_LENGTH);
}

/* Files of a few bytes that say that they are 65,000 × 65,000. */
static void
test_a_bomb_is_refused_before_it_is_unpacked (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xfd\xe8\0\0\xfd\xe8\x08\x02\0\0\0";
  static const char gif[] = "GIF89a\xe8\xfd\xe8\xfd\0\0\0,\0\0\0\0\xe8\xfd\xe8\xfd\0\x02\x02"
                            "D\x01\0;";
  static const char jpeg[] = "\xff\xd8\xff\xe0\0\x04"
                             "ab\xff\xc0\0\x11\x08\xfd\xe8\xfd\xe8\x03\x01\x22\0\x02\x11\x01";
  g_autoptr (GBytes) first = g_bytes_new_static (png, sizeof png - 1);
  g_autoptr (GBytes) second = g_bytes_new_static (gif, sizeof gif - 1);
  g_autoptr (GBytes) third = g_bytes_new_static (jpeg, sizeof jpeg - 1);

  refuse (first, KIST_ERROR_TOO_LARGE, "64 million");
  refuse (second, KIST_ERROR_TOO_LARGE, "64 million");
  refuse (third, KIST_ERROR_TOO_LARGE, "64 million");
}

/* A GIF of 2 × 1 whose first frame is one pixel wide and whose second claims 65,000 × 65,000: of the second nothing is
 * unpacked. A frame of no width, or outside of the whole, is none. */
static void
test_of_a_moving_picture_the_first_is_taken (void)
{
  static const char moving[] = "GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
                               ",\0\0\0\0\x02\0\x01\0\0\x02\x02"
                               "D\n\0"
                               ",\0\0\0\0\xe8\xfd\xe8\xfd\0\x02\x02"
                               "D\x01\0;";
  static const char empty[] = "GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff,\0\0\0\0\0\0\x01\0\0\x02\x02"
                              "D\x01\0;";
  static const char outside[] = "GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff,\x02\0\0\0\x02\0\x01\0\0\x02\x02"
                                "D\x01\0;";
  g_autoptr (GBytes) first = g_bytes_new_static (moving, sizeof moving - 1);
  g_autoptr (GBytes) second = g_bytes_new_static (empty, sizeof empty - 1);
  g_autoptr (GBytes) third = g_bytes_new_static (outside, sizeof outside - 1);
  g_autoptr (KistImage) image = read_well (first);

  g_assert_cmpuint (image->width, ==, 2);
  g_assert_cmpuint (image->height, ==, 1);
  refuse (second, KIST_ERROR_INVALID, "damaged");
  refuse (third, KIST_ERROR_INVALID, "damaged");
}

static void
test_a_webp_bomb_is_refused (void)
{
  static const char extended[] = "RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\x3f\xff\xff\x3f";
  static const char lossless[] = "RIFF\x1e\0\0\0WEBPVP8L\x0a\0\0\0\x2f\xff\xff\xff\xff\xff\xff\xff\xff\xff";
  g_autoptr (GBytes) first = g_bytes_new_static (extended, sizeof extended - 1);
  g_autoptr (GBytes) second = g_bytes_new_static (lossless, sizeof lossless - 1);

  refuse (first, KIST_ERROR_TOO_LARGE, "64 million");
  refuse (second, KIST_ERROR_TOO_LARGE, "64 million");
}

/* Each scan is another walk over all of the picture. */
static void
test_a_jpeg_of_many_scans_is_refused (void)
{
  g_autoptr (GBytes) bytes = image_fixture_new (10, 10, "jpeg");
  g_autoptr (GByteArray) many = g_byte_array_new ();
  g_autoptr (GBytes) all = NULL;

  g_byte_array_append (many, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
  for (unsigned i = 0; i < 200; i++)
    g_byte_array_append (many, (const guint8 *)"\xff\xda", 2);
  all = g_byte_array_free_to_bytes (g_steal_pointer (&many));
  refuse (all, KIST_ERROR_INVALID, "busy");
}

static void
test_what_is_no_picture_is_refused (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Just words, and not few.", 24);
  g_autoptr (GBytes) heic = g_bytes_new_static ("\0\0\0\x18"
                                                "ftypheic\0\0\0\0",
                                                16);
  g_autoptr (GBytes) whole = image_fixture_new (300, 300, "jpeg");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, 400);
  g_autoptr (GBytes) head = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0", 9);
  g_autofree char *much = g_malloc0 (KIST_IMAGE_MAX_FILE + 1);
  g_autoptr (GBytes) large = g_bytes_new_static (much, KIST_IMAGE_MAX_FILE + 1);

  refuse (nothing, KIST_ERROR_INVALID, "no picture that Kist can read");
  refuse (text, KIST_ERROR_INVALID, "no picture that Kist can read");
  refuse (heic, KIST_ERROR_INVALID, "HEIC");
  refuse (half, KIST_ERROR_INVALID, "damaged");
  refuse (head, KIST_ERROR_INVALID, "damaged");
  refuse (large, KIST_ERROR_TOO_LARGE, "40 MiB");
}

static void
test_it_can_be_stopped (void)
{
  g_autoptr (GBytes) bytes = image_fixture_new (10, 10, "png");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kist_image_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A pipe that nobody writes to is not waited for. */
static void
test_only_files_are_read (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "pipe.png", NULL);
  g_autofree char *large = g_build_filename (g_get_user_data_dir (), "large.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (kist_image_load_file (path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, KIST_IMAGE_MAX_FILE + 1), ==, 0);
  g_assert_null (kist_image_load_file (large, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (kist_image_load_file ("/nowhere/at-all.png", &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
}

static void
test_a_file_is_read_whole (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "picture.png", NULL);
  g_autoptr (GBytes) bytes = image_fixture_new (30, 20, "png");
  g_autoptr (GBytes) read = NULL;
  g_autofree char *address = NULL;
  g_autoptr (KistImage) image = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), NULL));
  read = kist_image_load_file (path, NULL);
  g_assert_true (g_bytes_equal (read, bytes));
  image = read_well (read);
  address = kist_image_dup_data_uri (image);
  g_assert_true (g_str_has_prefix (address, "data:image/png;base64,iVBOR"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/image-reader/nothing-that-a-file-tells-is-kept/jpeg", "jpeg",
                        test_nothing_that_a_file_tells_is_kept);
  g_test_add_data_func ("/image-reader/nothing-that-a-file-tells-is-kept/png", "png",
                        test_nothing_that_a_file_tells_is_kept);
  g_test_add_func ("/image-reader/a-large-picture-is-made-smaller", test_a_large_picture_is_made_smaller);
  g_test_add_func ("/image-reader/a-thin-picture-keeps-a-pixel", test_a_thin_picture_keeps_a_pixel);
  g_test_add_func ("/image-reader/a-turned-picture-is-turned-back", test_a_turned_picture_is_turned_back);
  g_test_add_func ("/image-reader/transparency-stays", test_transparency_stays);
  g_test_add_func ("/image-reader/what-nobody-sees-is-not-kept", test_what_nobody_sees_is_not_kept);
  g_test_add_func ("/image-reader/a-picture-of-noise-is-small-enough", test_a_picture_of_noise_is_small_enough);
  g_test_add_func ("/image-reader/an-id-follows-from-the-pixels", test_an_id_follows_from_the_pixels);
  g_test_add_func ("/image-reader/a-bomb-is-refused-before-it-is-unpacked",
                   test_a_bomb_is_refused_before_it_is_unpacked);
  g_test_add_func ("/image-reader/of-a-moving-picture-the-first-is-taken", test_of_a_moving_picture_the_first_is_taken);
  g_test_add_func ("/image-reader/a-webp-bomb-is-refused", test_a_webp_bomb_is_refused);
  g_test_add_func ("/image-reader/a-jpeg-of-many-scans-is-refused", test_a_jpeg_of_many_scans_is_refused);
  g_test_add_func ("/image-reader/what-is-no-picture-is-refused", test_what_is_no_picture_is_refused);
  g_test_add_func ("/image-reader/it-can-be-stopped", test_it_can_be_stopped);
  g_test_add_func ("/image-reader/only-files-are-read", test_only_files_are_read);
  g_test_add_func ("/image-reader/a-file-is-read-whole", test_a_file_is_read_whole);
  return g_test_run ();
}
