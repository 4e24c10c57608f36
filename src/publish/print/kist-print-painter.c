#include "kist-print-painter.h"

#include <string.h>

#include "kist-print-picture.h"

/* From a marker to the words behind it, in points. */
#define MARKER_SPACE 6.0
/* A line below or through words, as part of the font's height. */
#define STROKE 0.06
/* libadwaita's dark blue, which is read on white with a contrast of 7.1 to 1 (WCAG 2.2 asks for 4.5). */
#define LINK_RED 0.102
#define LINK_GREEN 0.373
#define LINK_BLUE 0.706

/*
 * kist_print_painter_begin:
 * @self: a painter
 * @tag: what begins
 * @attributes: (nullable): as cairo_tag_begin() has them
 */
void
kist_print_painter_begin (const KistPrintPainter *self, const char *tag, const char *attributes)
{
  if (self->is_tagged)
    cairo_tag_begin (self->cr, tag, attributes ? attributes : "");
}

/*
 * kist_print_painter_end:
 * @self: a painter
 * @tag: what ends
 */
void
kist_print_painter_end (const KistPrintPainter *self, const char *tag)
{
  if (self->is_tagged)
    cairo_tag_end (self->cr, tag);
}

static const KistPrintLink *
find_link (const KistPrintCell *cell, unsigned byte)
{
  for (unsigned i = 0; cell->links && i < cell->links->len; i++)
    {
      const KistPrintLink *link = &g_array_index (cell->links, KistPrintLink, i);

      if (link->start <= byte && byte < link->end)
        return link;
    }
  return NULL;
}

/* What cairo_tag_begin() takes: a PDF has ASCII there, and a quotation mark would end the address. */
static char *
dup_link_attributes (const KistPrintLink *link)
{
  g_autofree char *ascii =
      g_uri_escape_string (link->address, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS "!$&()*+,;=%", FALSE);

  return g_strdup_printf ("uri='%s'", ascii);
}

static gboolean
has_line_through (const PangoItem *item)
{
  for (GSList *l = item->analysis.extra_attrs; l; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_STRIKETHROUGH)
        return ((const PangoAttrInt *)attribute)->value;
    }
  return FALSE;
}

/* @y: of the baseline. Returns: how wide it is. */
static double
draw_run (const KistPrintPainter *self, const char *text, PangoGlyphItem *run, gboolean is_link, double x, double y)
{
  const KistPrintPicture *picture = kist_print_picture_find (run->item);
  PangoRectangle          logical;
  double                  width, height;

  if (picture)
    {
      kist_print_picture_draw (picture, self->cr, x, y);
      return 0; /* nothing stands behind it */
    }
  pango_glyph_string_extents (run->glyphs, run->item->analysis.font, NULL, &logical);
  width = pango_units_to_double (logical.width);
  height = pango_units_to_double (logical.height);
  cairo_save (self->cr);
  if (is_link)
    cairo_set_source_rgb (self->cr, LINK_RED, LINK_GREEN, LINK_BLUE);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_glyph_item (self->cr, text, run);
  if (is_link)
    cairo_rectangle (self->cr, x, y + 2 * STROKE * height / 2, width, STROKE * height / 2);
  if (has_line_through (run->item))
    cairo_rectangle (self->cr, x, y - height / 4, width, STROKE * height);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
  return width;
}

/* cairo leaves out what has no ink, as a blank has none, where that stands on whole points. */
static double
keep_off_points (double place)
{
  const double rest = place - (int)place;

  return rest < 0.01 || rest > 0.99 ? place + 0.02 : place;
}

/* The blank at which a line was broken is not drawn, and without one its last word and the first of the next would be
 * read out as one. */
static void
draw_blank (const KistPrintPainter *self, PangoLayout *of, PangoLayoutLine *line, double x, double y)
{
  const char *end = pango_layout_get_text (of) + line->start_index + line->length;
  g_autoptr (PangoLayout) blank = NULL;

  if (!*end || (!g_ascii_isspace (*end) && (line->length == 0 || !g_ascii_isspace (end[-1]))))
    return;
  blank = pango_layout_new (pango_layout_get_context (of));
  pango_layout_set_font_description (blank, pango_layout_get_font_description (of));
  pango_layout_set_text (blank, " ", 1);
  cairo_move_to (self->cr, keep_off_points (x), keep_off_points (y));
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (blank, 0));
}

/* Run by run, since a link is what is drawn between its beginning and its end. */
static void
draw_line (const KistPrintPainter *self, const KistPrintCell *cell, PangoLayoutLine *line, double x, double y)
{
  const char          *text = pango_layout_get_text (cell->layout);
  const KistPrintLink *open = NULL;

  for (GSList *l = line->runs; l; l = l->next)
    {
      PangoGlyphItem      *run = l->data;
      const KistPrintLink *link = find_link (cell, (unsigned)run->item->offset);

      if (open && open != link)
        kist_print_painter_end (self, CAIRO_TAG_LINK);
      if (link && open != link)
        {
          g_autofree char *attributes = dup_link_attributes (link);

          kist_print_painter_begin (self, CAIRO_TAG_LINK, attributes);
        }
      open = link;
      x += draw_run (self, text, run, link != NULL, x, y);
    }
  if (open)
    kist_print_painter_end (self, CAIRO_TAG_LINK);
  if (self->is_tagged)
    draw_blank (self, cell->layout, line, x, y);
}

/* @y: where the first line's top stands. */
static void
draw_cell (const KistPrintPainter *self, const KistPrintCell *cell, unsigned first, unsigned n_lines, double y)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (cell->layout);
  double   shift = 0;
  unsigned i = 0;

  kist_print_painter_begin (self, cell->name, NULL);
  do
    {
      PangoRectangle logical;
      int            top;

      if (i >= first && i - first < n_lines)
        {
          pango_layout_iter_get_line_yrange (iter, &top, NULL);
          if (i == first)
            shift = y - pango_units_to_double (top);
          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          draw_line (self, cell, pango_layout_iter_get_line_readonly (iter),
                     cell->x + pango_units_to_double (logical.x),
                     shift + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
        }
      i++;
    }
  while (pango_layout_iter_next_line (iter));
  kist_print_painter_end (self, cell->name);
}

/* Before the first line, on the side where it begins. */
static void
draw_marker (const KistPrintPainter *self, PangoLayout *marker, const KistPrintCell *cell, double y)
{
  int    width, height = pango_layout_get_baseline (cell->layout) - pango_layout_get_baseline (marker);
  double x = cell->x;

  pango_layout_get_size (marker, &width, NULL);
  if (kist_print_is_right_to_left (cell->layout))
    x += pango_units_to_double (pango_layout_get_width (cell->layout)) + MARKER_SPACE;
  else
    x -= pango_units_to_double (width) + MARKER_SPACE;
  kist_print_painter_begin (self, "Lbl", NULL);
  cairo_move_to (self->cr, x, y + pango_units_to_double (height));
  pango_cairo_show_layout (self->cr, marker);
  kist_print_painter_end (self, "Lbl");
}

static void
open_tags (const KistPrintPainter *self, const KistPrintPiece *piece, double y)
{
  for (unsigned i = 0; i < piece->opens->len; i++)
    {
      const KistPrintTag *tag = &g_array_index (piece->opens, KistPrintTag, i);

      if (tag->marker && piece->cells->len > 0)
        draw_marker (self, tag->marker, g_ptr_array_index (piece->cells, 0), y);
      kist_print_painter_begin (self, tag->name, NULL);
    }
}

static void
draw_rule (const KistPrintPainter *self, double y)
{
  kist_print_painter_begin (self, "Artifact", NULL);
  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0.45, 0.45, 0.45);
  cairo_rectangle (self->cr, KIST_PRINT_MARGIN, y, KIST_PRINT_WIDTH, 0.6);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
  kist_print_painter_end (self, "Artifact");
}

/*
 * kist_print_painter_draw:
 * @self: a painter
 * @piece: a piece
 * @first: the first of its lines on this page
 * @n_lines: how many of them
 * @y: where they begin, in points from the top of the page
 */
void
kist_print_painter_draw (const KistPrintPainter *self,
                         const KistPrintPiece   *piece,
                         unsigned                first,
                         unsigned                n_lines,
                         double                  y)
{
  if (first == 0)
    open_tags (self, piece, y);
  if (piece->cells->len == 0)
    draw_rule (self, y);
  for (unsigned i = 0; i < piece->cells->len; i++)
    draw_cell (self, g_ptr_array_index (piece->cells, i), first, piece->cells->len > 1 ? G_MAXUINT : n_lines, y);
  if (first + n_lines == piece->lines->len)
    for (unsigned i = 0; i < piece->closes->len; i++)
      kist_print_painter_end (self, g_ptr_array_index (piece->closes, i));
}

/*
 * kist_print_painter_draw_number:
 * @self: a painter
 * @context: whose fonts are used
 * @number: of the page
 *
 * Draws it at the foot. It is none of the text: a screen reader does not read it out between two sentences.
 */
void
kist_print_painter_draw_number (const KistPrintPainter *self, PangoContext *context, unsigned number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("sans 9");
  int                   width;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  kist_print_painter_begin (self, "Artifact", NULL);
  cairo_move_to (self->cr, (KIST_PRINT_PAGE_WIDTH - pango_units_to_double (width)) / 2,
                 KIST_PRINT_PAGE_HEIGHT - KIST_PRINT_MARGIN / 2);
  pango_cairo_show_layout (self->cr, layout);
  kist_print_painter_end (self, "Artifact");
}
