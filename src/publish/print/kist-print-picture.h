/* A picture on paper: a layout of one letter that has the size of the picture, so that it stands where a word would and
 * goes to the next page as a line does. What it shows is said by the PDF, see kist-pdf-catalogue.h. For publish/print/
 * alone; one thread. */
#pragma once

#include <pango/pangocairo.h>

#include "image/kist-image.h"

G_BEGIN_DECLS

typedef struct _KistPrintPicture KistPrintPicture;

PangoLayout *kist_print_picture_new (PangoContext *context, KistImage *image, const char *words, double most_width);
const KistPrintPicture *kist_print_picture_find (const PangoItem *item);
const char             *kist_print_picture_find_words (PangoLayout *layout);
void                    kist_print_picture_draw (const KistPrintPicture *self, cairo_t *cr, double x, double y);

G_END_DECLS
