/* An entry on A4: its pieces dealt out to pages, and each page drawn. A paragraph is never parted so that one line
 * stands alone, and no heading ends a page. The same code draws for a PDF, where it also says what is what, and for a
 * printer. One thread. */
#pragma once

#include "publish/kist-publication.h"
#include "publish/print/kist-print-piece.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KistPrintPages KistPrintPages;

/**
 * KistPrintOutline:
 * @title: the words of a heading
 * @level: from 1
 * @y: where it stands on the page, in points from the top
 * @data: of kist_print_pages_draw()
 *
 * Called for each heading of a page, in their order.
 */
typedef void (*KistPrintOutline) (const char *title, unsigned level, double y, gpointer data);

KistPrintPages *kist_print_pages_new (PangoContext          *context,
                                      const KistPublication *publication,
                                      const KistPublicEntry *item,
                                      GCancellable          *cancellable);
void            kist_print_pages_free (KistPrintPages *self);
unsigned        kist_print_pages_get_n (const KistPrintPages *self);
void
kist_print_pages_draw (const KistPrintPages *self, cairo_t *cr, unsigned page, unsigned number, gboolean is_tagged);
void
kist_print_pages_foreach_heading (const KistPrintPages *self, unsigned page, KistPrintOutline outline, gpointer data);
PangoContext *kist_print_create_context (void);
void          kist_print_pages_list_pictures (const KistPrintPages *self, unsigned page, GPtrArray *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPrintPages, kist_print_pages_free)

G_END_DECLS
