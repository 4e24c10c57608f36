#include "kist-image-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "kist-image-encoder.h"
#include "kist-image-header.h"

/* How much of a file is handed to the decoder before anybody asks whether to go on. */
#define PIECE 4096
/* Nobody waits longer for one picture; an honest one of the largest size takes three seconds of an old machine. */
#define MOST_SECONDS 30

#define TOO_MANY_BYTES "The file is larger than 40 MiB. Save a smaller copy of the picture first, and take that."

static gboolean
fail (KistError code, const char *message, GError **error)
{
  g_set_error_literal (error, KIST_ERROR, code, message);
  return FALSE;
}

/* Asked before the pixels are unpacked: a JPEG is unpacked to no more than is wanted. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  double scale = (double)KIST_IMAGE_MAX_SIDE / MAX (MAX (width, height), 1);

  if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int)(width * scale + 0.5)), MAX (1, (int)(height * scale + 0.5)));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const KistImageHeader *header, GCancellable *cancellable, GError **error)
{
  const gint64  last = g_get_monotonic_time () + MOST_SECONDS * G_TIME_SPAN_SECOND;
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  for (gsize at = 0; at < header->length; at += PIECE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_get_monotonic_time () > last)
        return fail (KIST_ERROR_TOO_LARGE, "The picture takes too long to read.", error);
      if (!gdk_pixbuf_loader_write (loader, data + at, MIN (PIECE, header->length - at), error))
        return FALSE;
    }
  return gdk_pixbuf_loader_write (loader, (const guint8 *)header->tail, strlen (header->tail), error);
}

/* Says it in a sentence for people; what gdk-pixbuf says goes to the debug log. Takes @fault. */
static void
explain (GError *fault, GError **error)
{
  g_autoptr (GError) taken = fault;

  if (taken->domain == G_IO_ERROR || taken->domain == KIST_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&taken));
      return;
    }
  g_debug ("gdk-pixbuf: %s", taken->message);
  if (g_error_matches (taken, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    fail (KIST_ERROR_TOO_LARGE, "There is not enough memory to read the picture.", error);
  else
    kist_image_header_fail_damaged (error);
}

/* Returns (transfer full) (nullable): the pixels, no larger than they are kept. */
static GdkPixbuf *
decode (GdkPixbufLoader       *loader,
        GBytes                *bytes,
        const KistImageHeader *header,
        GCancellable          *cancellable,
        GError               **error)
{
  GError    *fault = NULL;
  GdkPixbuf *pixbuf;
  gboolean   is_fed;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  is_fed = feed (loader, bytes, header, cancellable, &fault);
  /* It must be closed in any case, and only the first fault counts. */
  if (!gdk_pixbuf_loader_close (loader, is_fed ? &fault : NULL) || !is_fed)
    {
      explain (g_steal_pointer (&fault), error);
      return NULL;
    }
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!pixbuf)
    {
      kist_image_header_fail_damaged (error);
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/**
 * kist_image_is_file_name:
 * @name: the name or path of a file
 *
 * Returns: whether it says that it is a picture, perhaps of a kind that cannot be read
 */
gboolean
kist_image_is_file_name (const char *name)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".heic", ".heif", ".avif" };

  g_return_val_if_fail (name != NULL, FALSE);

  for (unsigned i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize length = strlen (name), ending = strlen (endings[i]);

      if (length > ending && g_ascii_strcasecmp (name + length - ending, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static GBytes *
load (int file, const char *path, GError **error)
{
  struct stat      status;
  g_autofree char *bytes = NULL;
  gsize            length = 0;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    {
      fail (KIST_ERROR_INVALID, "It is no file.", error);
      return NULL;
    }
  if (status.st_size > KIST_IMAGE_MAX_FILE)
    {
      fail (KIST_ERROR_TOO_LARGE, TOO_MANY_BYTES, error);
      return NULL;
    }
  bytes = g_malloc ((gsize)status.st_size + 1);
  while (length < (gsize)status.st_size)
    {
      ssize_t n = read (file, bytes + length, (gsize)status.st_size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          kist_disk_fail (errno, path, error);
          return NULL;
        }
      if (n == 0)
        break;
      length += (gsize)n;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/**
 * kist_image_load_file:
 * @path: a file
 * @error: where to put an error: %KIST_ERROR_TOO_LARGE over %KIST_IMAGE_MAX_FILE, %KIST_ERROR_INVALID for what is no
 *   file, or what kist_disk_fail() says
 *
 * It waits for the disk, and never for the other end of a pipe.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
kist_image_load_file (const char *path, GError **error)
{
  GBytes *bytes;
  int     file;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (file < 0)
    {
      kist_disk_fail (errno, path, error);
      return NULL;
    }
  bytes = load (file, path, error);
  close (file);
  return bytes;
}

/**
 * kist_image_read:
 * @bytes: a file
 * @cancellable: (nullable): stops it
 * @error: where to put an error, in a sentence for people: %KIST_ERROR_INVALID for what is no picture, is one of a kind
 *   that cannot be read here, or is damaged; %KIST_ERROR_TOO_LARGE over a cap; %G_IO_ERROR_CANCELLED
 *
 * Of a moving picture the first one is taken.
 *
 * Returns: (transfer full) (nullable): the picture as it is kept: its pixels alone
 */
KistImage *
kist_image_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  KistImageHeader header;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > KIST_IMAGE_MAX_FILE)
    {
      fail (KIST_ERROR_TOO_LARGE, TOO_MANY_BYTES, error);
      return NULL;
    }
  if (!kist_image_header_read (bytes, &header, error))
    return NULL;
  loader = gdk_pixbuf_loader_new_with_type (header.loader, NULL);
  if (!loader)
    {
      fail (KIST_ERROR_INVALID, "This computer cannot read pictures of this kind. Save it as a JPEG, and take that.",
            error);
      return NULL;
    }
  pixbuf = decode (loader, bytes, &header, cancellable, error);
  return pixbuf ? kist_image_encode (pixbuf, header.is_drawn, error) : NULL;
}
