/* What is put on paper one below the other: a paragraph, a heading, a row of a table, a line across. A piece knows its
 * lines, which may stand on different pages, and what it means to a screen reader. But for the sizes, for
 * publish/print/ alone; one thread. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4 in points (ISO 216), with margins of 2.5 cm, as in the OpenDocument text. */
#define KIST_PRINT_PAGE_WIDTH 595.276
#define KIST_PRINT_PAGE_HEIGHT 841.89
#define KIST_PRINT_MARGIN 70.866
#define KIST_PRINT_WIDTH (KIST_PRINT_PAGE_WIDTH - 2 * KIST_PRINT_MARGIN)
#define KIST_PRINT_HEIGHT (KIST_PRINT_PAGE_HEIGHT - 2 * KIST_PRINT_MARGIN)

/**
 * KistPrintTag:
 * @name: a structure type of PDF (ISO 32000-1, 14.8.4), static: "LI"
 * @marker: (nullable): what stands before the first line of all that is inside: "•"
 *
 * Something that begins with a piece.
 */
typedef struct
{
  const char  *name;
  PangoLayout *marker;
} KistPrintTag;

/**
 * KistPrintLink:
 * @start: in bytes of the layout's text
 * @end: behind it
 * @address: where it leads: "https:…" or "mailto:…"
 */
typedef struct
{
  unsigned start;
  unsigned end;
  char    *address;
} KistPrintLink;

/**
 * KistPrintCell:
 * @name: what it is, as of #KistPrintTag
 * @layout: its text
 * @links: (element-type KistPrintLink): its links, in their order
 * @x: from the left edge of the page, in points
 */
typedef struct
{
  const char  *name;
  PangoLayout *layout;
  GArray      *links;
  double       x;
} KistPrintCell;

/**
 * KistPrintLine:
 * @top: from the top of the piece, in points
 * @bottom: the same
 */
typedef struct
{
  double top;
  double bottom;
} KistPrintLine;

/**
 * KistPrintPiece:
 * @opens: (element-type KistPrintTag): what begins with it, the outermost first
 * @closes: (element-type utf8): what ends with it, the innermost first
 * @cells: (element-type KistPrintCell): one; several in a row of a table; none in a line across
 * @lines: (element-type KistPrintLine): between which a page may end; a row of a table has one
 * @before: the space above it, where it does not begin a page, in points
 * @keeps_next: whether the next piece begins on the same page
 * @outline: the level of a heading, from 1; 0 for what is none
 */
typedef struct
{
  GArray    *opens;
  GPtrArray *closes;
  GPtrArray *cells;
  GArray    *lines;
  double     before;
  gboolean   keeps_next;
  unsigned   outline;
} KistPrintPiece;

void            kist_print_tag_clear (KistPrintTag *self);
KistPrintPiece *kist_print_piece_new (void);
void            kist_print_piece_free (KistPrintPiece *self);
KistPrintCell      *
kist_print_piece_add_cell (KistPrintPiece *self, const char *name, PangoLayout *layout, GArray *links, double x);
void kist_print_piece_end_cells (KistPrintPiece *self);
gboolean kist_print_is_right_to_left (PangoLayout *layout);
double   kist_print_piece_get_height (const KistPrintPiece *self, unsigned first, unsigned n_lines);

G_END_DECLS
