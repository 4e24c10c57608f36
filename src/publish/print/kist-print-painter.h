/* Draws lines of pieces, and in a tagged PDF says what each part is. For publish/print/ alone; one thread. */
#pragma once

#include "publish/print/kist-print-piece.h"

G_BEGIN_DECLS

/**
 * KistPrintPainter:
 * @cr: where it is drawn, in points
 * @is_tagged: whether @cr is of a PDF that is drawn from its first page to its last
 */
typedef struct
{
  cairo_t *cr;
  gboolean is_tagged;
} KistPrintPainter;

void kist_print_painter_draw (const KistPrintPainter *self,
                              const KistPrintPiece   *piece,
                              unsigned                first,
                              unsigned                n_lines,
                              double                  y);
void kist_print_painter_draw_number (const KistPrintPainter *self, PangoContext *context, unsigned number);
void kist_print_painter_begin (const KistPrintPainter *self, const char *tag, const char *attributes);
void kist_print_painter_end (const KistPrintPainter *self, const char *tag);

G_END_DECLS
