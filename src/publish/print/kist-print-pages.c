#include "kist-print-pages.h"

#include "content/kist-markdown.h"
#include "kist-print-builder.h"
#include "kist-print-painter.h"
#include "kist-print-picture.h"

/* Lines of a paragraph that stand together, at the foot of a page and at the head of the next. */
#define TOGETHER 2

/* Lines of a piece on one page. */
typedef struct
{
  unsigned piece;
  unsigned first;
  unsigned n_lines;
  double   y; /* from the top of the page */
} Part;

struct _KistPrintPages
{
  PangoContext *context; /* (owned) */
  GPtrArray    *pieces;  /* (element-type KistPrintPiece) (owned) */
  GPtrArray    *pages;   /* (element-type GArray) (owned) of Part */
};

static const KistPrintPiece *
get_piece (const KistPrintPages *self, unsigned index)
{
  return g_ptr_array_index (self->pieces, index);
}

/* How many lines from @first on are no higher than @room. */
static unsigned
count_fitting (const KistPrintPiece *piece, unsigned first, double room)
{
  unsigned n = 0;

  while (first + n < piece->lines->len && kist_print_piece_get_height (piece, first, n + 1) <= room)
    n++;
  return n;
}

/* What a heading needs below it: the first lines of what follows, and of a heading there that one and what it needs. */
static double
get_following (const KistPrintPages *self, unsigned index)
{
  double height = 0;

  for (unsigned i = index + 1; i < self->pieces->len; i++)
    {
      const KistPrintPiece *piece = get_piece (self, i);
      unsigned              n = piece->keeps_next ? piece->lines->len : MIN (TOGETHER, piece->lines->len);

      height += piece->before + kist_print_piece_get_height (piece, 0, n);
      if (!piece->keeps_next)
        break;
    }
  return height;
}

/* How many lines of a piece go onto this page, in @room; 0 to begin another. At least one where the page is empty. */
static unsigned
count_lines (const KistPrintPages *self, unsigned index, unsigned first, double room, gboolean is_empty)
{
  const KistPrintPiece *piece = get_piece (self, index);
  unsigned              n_left = piece->lines->len - first;
  unsigned              n = count_fitting (piece, first, room);

  if (n == n_left)
    {
      gboolean has_room = !piece->keeps_next || is_empty ||
                          kist_print_piece_get_height (piece, first, n) + get_following (self, index) <= room;

      return has_room ? n : 0;
    }
  if (n_left - n < TOGETHER)
    n = n_left > TOGETHER ? n_left - TOGETHER : 0;
  if (n < TOGETHER || piece->keeps_next)
    n = is_empty ? MAX (1, count_fitting (piece, first, room)) : 0;
  return n;
}

static GArray *
add_page (KistPrintPages *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Part));

  g_ptr_array_add (self->pages, page);
  return page;
}

static void
deal_out (KistPrintPages *self)
{
  GArray *page = add_page (self);
  double  y = 0;

  for (unsigned i = 0; i < self->pieces->len; i++)
    {
      const KistPrintPiece *piece = get_piece (self, i);

      for (unsigned first = 0; first < piece->lines->len;)
        {
          double before = page->len > 0 ? piece->before : 0;
          Part   part = { i, first, count_lines (self, i, first, KIST_PRINT_HEIGHT - y - before, page->len == 0),
                          KIST_PRINT_MARGIN + y + before };

          if (part.n_lines > 0)
            {
              y += before + kist_print_piece_get_height (piece, first, part.n_lines);
              first += part.n_lines;
              g_array_append_val (page, part);
            }
          if (first < piece->lines->len)
            {
              page = add_page (self);
              y = 0;
            }
        }
    }
}

static char *
dup_facts (const KistPublication *publication, const KistPublicEntry *item)
{
  g_autofree char *created = kist_publication_dup_date (publication, kist_entry_get_created (item->entry));
  g_auto (GStrv) labels = kist_public_entry_dup_labels (item);
  g_autofree char *names = g_strjoinv (" · ", labels);

  return *names ? g_strdup_printf ("%s · %s", created, names) : g_steal_pointer (&created);
}

/**
 * kist_print_create_context:
 *
 * With fonts of its own, so that any thread can lay out with it, one at a time; and lines break in the same places
 * whatever the screen is like, since nothing is rounded to its dots.
 *
 * Returns: (transfer full): where pages are laid out, a point to the unit
 */
PangoContext *
kist_print_create_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext         *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en-gb"));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * kist_print_pages_new:
 * @context: kist_print_create_context()
 * @publication: what says in which zone dates are given
 * @item: the entry
 * @cancellable: (nullable): stops it; what it returns then is good for nothing
 *
 * Returns: (transfer full): its pages, at least one
 */
KistPrintPages *
kist_print_pages_new (PangoContext          *context,
                      const KistPublication *publication,
                      const KistPublicEntry *item,
                      GCancellable          *cancellable)
{
  g_autoptr (KistPrintBuilder) builder = kist_print_builder_new (context, publication, cancellable);
  g_autoptr (KistDocument) document = kist_markdown_parse (kist_entry_get_body (item->entry), 1, NULL);
  g_autofree char *facts = dup_facts (publication, item);
  KistPrintPages  *self = g_new0 (KistPrintPages, 1);

  kist_print_builder_add_heading (builder, item->title, 1);
  kist_print_builder_add_facts (builder, facts);
  if (document)
    kist_print_builder_add_document (builder, document, 2);
  else /* over the caps of a document */
    kist_print_builder_add_text (builder, kist_entry_get_body (item->entry));
  self->context = g_object_ref (context);
  self->pieces = kist_print_builder_finish (builder);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  deal_out (self);
  return self;
}

/**
 * kist_print_pages_free:
 * @self: (transfer full): pages
 */
void
kist_print_pages_free (KistPrintPages *self)
{
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * kist_print_pages_get_n:
 * @self: pages
 *
 * Returns: how many there are
 */
unsigned
kist_print_pages_get_n (const KistPrintPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * kist_print_pages_draw:
 * @self: pages
 * @cr: where to, in points from the page's upper left corner
 * @page: from 0
 * @number: what it is called at its foot
 * @is_tagged: whether @cr is of a PDF that is drawn from its first page to its last
 */
void
kist_print_pages_draw (const KistPrintPages *self, cairo_t *cr, unsigned page, unsigned number, gboolean is_tagged)
{
  const KistPrintPainter painter = { cr, is_tagged };
  const GArray          *parts;

  g_return_if_fail (self != NULL && page < self->pages->len);

  parts = g_ptr_array_index (self->pages, page);
  for (unsigned i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      kist_print_painter_draw (&painter, get_piece (self, part->piece), part->first, part->n_lines, part->y);
    }
  kist_print_painter_draw_number (&painter, self->context, number);
}

/**
 * kist_print_pages_foreach_heading:
 * @self: pages
 * @page: from 0
 * @outline: (scope call): called for each heading that begins there
 * @data: for @outline
 */
void
kist_print_pages_foreach_heading (const KistPrintPages *self, unsigned page, KistPrintOutline outline, gpointer data)
{
  const GArray *parts;

  g_return_if_fail (self != NULL && page < self->pages->len);

  parts = g_ptr_array_index (self->pages, page);
  for (unsigned i = 0; i < parts->len; i++)
    {
      const Part           *part = &g_array_index (parts, Part, i);
      const KistPrintPiece *piece = get_piece (self, part->piece);

      if (piece->outline > 0 && part->first == 0)
        outline (pango_layout_get_text (((KistPrintCell *)g_ptr_array_index (piece->cells, 0))->layout), piece->outline,
                 part->y, data);
    }
}

/**
 * kist_print_pages_list_pictures:
 * @self: pages
 * @page: from 0
 * @words: (element-type utf8): gets what each picture of that page shows, in their order
 */
void
kist_print_pages_list_pictures (const KistPrintPages *self, unsigned page, GPtrArray *words)
{
  const GArray *parts;

  g_return_if_fail (self != NULL && page < self->pages->len && words != NULL);

  parts = g_ptr_array_index (self->pages, page);
  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistPrintPiece *piece = get_piece (self, g_array_index (parts, Part, i).piece);
      const char           *shown =
          piece->cells->len == 1
                        ? kist_print_picture_find_words (((KistPrintCell *)g_ptr_array_index (piece->cells, 0))->layout)
                        : NULL;

      if (shown)
        g_ptr_array_add (words, g_strdup (shown));
    }
}
