/* Words as they are set: in which font, how styled, how wide, and where their links are. For publish/print/ alone; one
 * thread. */
#pragma once

#include "publish/print/kist-print-piece.h"

G_BEGIN_DECLS

PangoLayout *kist_print_text_new (PangoContext *context, const char *text, const char *font, double size, double width);
PangoLayout *kist_print_text_new_styled (PangoContext *context,
                                         GPtrArray    *spans,
                                         const char   *font,
                                         double        size,
                                         double        width,
                                         GArray      **links);

G_END_DECLS
