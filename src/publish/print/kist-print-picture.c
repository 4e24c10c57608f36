#include "kist-print-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "kist-print-piece.h"

/* At the 96 pixels to the inch of a web page; and a few lines of text have room below. */
#define POINTS 0.75
#define MOST_HEIGHT (KIST_PRINT_HEIGHT * 0.7)

/* What stands for an object in a text (Unicode). */
#define OBJECT "\xef\xbf\xbc"

struct _KistPrintPicture
{
  KistImage *image;
  char      *words;
  double     width; /* in points */
  double     height;
};

static KistPrintPicture *
picture_new (KistImage *image, const char *words, double width, double height)
{
  KistPrintPicture *self = g_new0 (KistPrintPicture, 1);

  self->image = kist_image_ref (image);
  self->words = g_strdup (words);
  self->width = width;
  self->height = height;
  return self;
}

static gpointer
picture_copy (gconstpointer data)
{
  const KistPrintPicture *self = data;

  return picture_new (self->image, self->words, self->width, self->height);
}

static void
picture_free (gpointer data)
{
  KistPrintPicture *self = data;

  kist_image_unref (self->image);
  g_free (self->words);
  g_free (self);
}

/* Returns (transfer full) (nullable): the pixels of @image. */
static GdkPixbuf *
unpack (const KistImage *image)
{
  g_autoptr (GdkPixbufLoader) loader =
      gdk_pixbuf_loader_new_with_type (image->type == KIST_IMAGE_PNG ? "png" : "jpeg", NULL);
  gboolean   is_read = loader && gdk_pixbuf_loader_write_bytes (loader, image->bytes, NULL);
  GdkPixbuf *pixbuf;

  if (!loader || !gdk_pixbuf_loader_close (loader, NULL) || !is_read)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf ? g_object_ref (pixbuf) : NULL;
}

/* cairo's pixels are words of alpha, red, green and blue, of which the colours are multiplied by the first. */
static cairo_surface_t *
create_surface (GdkPixbuf *pixbuf)
{
  int              width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int              n = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8    *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface =
      cairo_image_surface_create (n == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; data && y < height; y++)
    {
      const guint8 *from = pixels + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (pixbuf);
      guint32      *to = (guint32 *)(gpointer)(data + (gsize)y * (gsize)cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += n)
        {
          guint32 alpha = n == 4 ? from[3] : 255;

          to[x] = alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8 | from[2] * alpha / 255;
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Returns (nullable): the attribute by which an item of a layout is a picture. */
static const PangoAttrShape *
find_shape (const PangoItem *item)
{
  for (GSList *l = item->analysis.extra_attrs; l; l = l->next)
    if (((const PangoAttribute *)l->data)->klass->type == PANGO_ATTR_SHAPE)
      return l->data;
  return NULL;
}

/*
 * kist_print_picture_new:
 * @context: where it is laid out, a point to the unit
 * @image: a picture
 * @words: what it shows
 * @most_width: in points
 *
 * Returns: (transfer full): its layout
 */
PangoLayout *
kist_print_picture_new (PangoContext *context, KistImage *image, const char *words, double most_width)
{
  double scale = MIN (POINTS, MIN (most_width / MAX (image->width, 1), MOST_HEIGHT / MAX (image->height, 1)));
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoLayout      *layout = pango_layout_new (context);
  KistPrintPicture *self = picture_new (image, words, image->width * scale, image->height * scale);
  PangoRectangle    box = { 0, -pango_units_from_double (self->height), pango_units_from_double (self->width),
                            pango_units_from_double (self->height) };

  pango_attr_list_insert (list, pango_attr_shape_new_with_data (&box, &box, self, picture_copy, picture_free));
  pango_layout_set_text (layout, OBJECT, -1);
  pango_layout_set_attributes (layout, list);
  return layout;
}

/*
 * kist_print_picture_find:
 * @item: of a layout
 *
 * Returns: (transfer none) (nullable): the picture that it is
 */
const KistPrintPicture *
kist_print_picture_find (const PangoItem *item)
{
  const PangoAttrShape *shape = find_shape (item);

  return shape ? shape->data : NULL;
}

/*
 * kist_print_picture_find_words:
 * @layout: a layout
 *
 * Returns: (transfer none) (nullable): what it shows, when it is a picture
 */
const char *
kist_print_picture_find_words (PangoLayout *layout)
{
  PangoLayoutLine        *line = pango_layout_get_line_readonly (layout, 0);
  const KistPrintPicture *picture =
      line && line->runs ? kist_print_picture_find (((PangoGlyphItem *)line->runs->data)->item) : NULL;

  return picture ? picture->words : NULL;
}

/*
 * kist_print_picture_draw:
 * @self: a picture
 * @cr: where to
 * @x: of its left edge, in points
 * @y: of its lower edge
 */
void
kist_print_picture_draw (const KistPrintPicture *self, cairo_t *cr, double x, double y)
{
  g_autoptr (GdkPixbuf) pixbuf = unpack (self->image);
  cairo_surface_t *surface;

  if (!pixbuf)
    return;
  surface = create_surface (pixbuf);
  /* A PDF takes the file as it is, instead of all of its pixels. */
  if (self->image->type == KIST_IMAGE_JPEG)
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (self->image->bytes, NULL),
                                 g_bytes_get_size (self->image->bytes), (cairo_destroy_func_t)g_bytes_unref,
                                 g_bytes_ref (self->image->bytes));
  cairo_save (cr);
  cairo_translate (cr, x, y - self->height);
  cairo_scale (cr, self->width / gdk_pixbuf_get_width (pixbuf), self->height / gdk_pixbuf_get_height (pixbuf));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}
