#include "kist-image-encoder.h"

#include "base/kist-error.h"

/* Of JPEG. 85 shows no difference at the size it is looked at; the next ones are for pictures full of detail. */
static const char *const qualities[] = { "85", "75", "60" };

/* How often a picture that is still too large is halved: noise of 1,600 pixels is small enough after two. */
#define MOST_HALVINGS 4

static gboolean
has_transparency (GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int           width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int           stride = gdk_pixbuf_get_rowstride (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize)y * (gsize)stride + (gsize)x * 4 + 3] != 255)
        return TRUE;
  return FALSE;
}

/* What is under a pixel that cannot be seen, as where a program rubbed something out, is kept by PNG like any other. */
static void
clear_unseen (GdkPixbuf *pixbuf)
{
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int     width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int     stride = gdk_pixbuf_get_rowstride (pixbuf);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint8 *pixel = pixels + (gsize)y * (gsize)stride + (gsize)x * 4;

        if (pixel[3] == 0)
          pixel[0] = pixel[1] = pixel[2] = 0;
      }
}

/* Returns (transfer full) (nullable): @pixbuf as a file. Nothing goes in but what is named here: gdk-pixbuf writes a
 * colour profile or a text only when it is given one. */
static GBytes *
save (GdkPixbuf *pixbuf, KistImageType type, const char *quality, GError **error)
{
  char    *data = NULL;
  gsize    length = 0;
  gboolean is_good = type == KIST_IMAGE_PNG
                         ? gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", error, "compression", "9", NULL)
                         : gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", error, "quality", quality, NULL);

  return is_good ? g_bytes_new_take (data, length) : NULL;
}

/* Takes @bytes. */
static KistImage *
finish (GdkPixbuf *pixbuf, KistImageType type, GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;

  return kist_image_new (type, (unsigned)gdk_pixbuf_get_width (pixbuf), (unsigned)gdk_pixbuf_get_height (pixbuf),
                         taken);
}

/* Returns (transfer full) (nullable): @pixbuf on white paper, since JPEG has no transparency. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  return gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                            GDK_INTERP_NEAREST, 255, 8, 0xffffff, 0xffffff);
}

/* Returns (transfer full) (nullable): @pixbuf as a JPEG that is small enough, made smaller if it must be. */
static KistImage *
encode_jpeg (GdkPixbuf *pixbuf, GError **error)
{
  g_autoptr (GdkPixbuf) current = gdk_pixbuf_get_has_alpha (pixbuf) ? flatten (pixbuf) : g_object_ref (pixbuf);

  for (unsigned halving = 0; current && halving <= MOST_HALVINGS; halving++)
    {
      g_autoptr (GdkPixbuf) smaller = NULL;

      for (unsigned i = 0; i < G_N_ELEMENTS (qualities); i++)
        {
          g_autoptr (GBytes) bytes = save (current, KIST_IMAGE_JPEG, qualities[i], error);

          if (!bytes)
            return NULL;
          if (g_bytes_get_size (bytes) <= KIST_IMAGE_MAX_BYTES)
            return finish (current, KIST_IMAGE_JPEG, g_steal_pointer (&bytes));
        }
      smaller = gdk_pixbuf_scale_simple (current, MAX (1, gdk_pixbuf_get_width (current) / 2),
                                         MAX (1, gdk_pixbuf_get_height (current) / 2), GDK_INTERP_BILINEAR);
      g_set_object (&current, smaller);
    }
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_TOO_LARGE,
                       "The picture could not be made small enough to be kept.");
  return NULL;
}

/*
 * kist_image_encode:
 * @pixbuf: what is to be kept, of its final size; what nobody sees in it is taken out
 * @is_drawn: whether it comes from a format of drawings and screens, which JPEG blurs
 * @error: where to put an error: %KIST_ERROR_TOO_LARGE, or what gdk-pixbuf says
 *
 * A picture that one sees through, or that was drawn and is no larger so, becomes a PNG, and every other one a JPEG; so
 * does one whose PNG is over %KIST_IMAGE_MAX_BYTES, on white where it is transparent.
 *
 * Returns: (transfer full) (nullable): the picture
 */
KistImage *
kist_image_encode (GdkPixbuf *pixbuf, gboolean is_drawn, GError **error)
{
  gboolean is_transparent = has_transparency (pixbuf);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (KistImage) jpeg = NULL;

  if (is_transparent)
    clear_unseen (pixbuf);
  if (is_transparent || is_drawn)
    png = save (pixbuf, KIST_IMAGE_PNG, NULL, error);
  if ((is_transparent || is_drawn) && !png)
    return NULL;
  if (is_transparent && g_bytes_get_size (png) <= KIST_IMAGE_MAX_BYTES)
    return finish (pixbuf, KIST_IMAGE_PNG, g_steal_pointer (&png));
  jpeg = encode_jpeg (pixbuf, error);
  if (jpeg && png && g_bytes_get_size (png) <= g_bytes_get_size (jpeg->bytes))
    return finish (pixbuf, KIST_IMAGE_PNG, g_steal_pointer (&png));
  return g_steal_pointer (&jpeg);
}
