/* What a picture's file says of itself before anything of it is unpacked: its kind and size. Decoders learn the size on
 * their way and some of them make room first, so it is asked here, with caps. For image/ alone; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistImageHeader:
 * @loader: what gdk-pixbuf calls the kind; static
 * @is_drawn: whether it is a kind for drawings and screens, which JPEG blurs
 * @length: how many bytes of the file are its first picture
 * @tail: what belongs behind them; static
 */
typedef struct
{
  const char *loader;
  gboolean    is_drawn;
  gsize       length;
  const char *tail;
} KistImageHeader;

gboolean kist_image_header_read (GBytes *bytes, KistImageHeader *header, GError **error);
gboolean kist_image_header_fail_damaged (GError **error);

G_END_DECLS
