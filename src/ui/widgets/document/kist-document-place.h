/* Where a reader is in a scrolled text, said by the block at the top of the viewport and how much of it has gone by. A
 * place that is held stays at the top through changes of width, text size and pictures, until the reader scrolls away.
 * Measures and moves the scrolled window around the view; owned by the view. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_DOCUMENT_PLACE (kist_document_place_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentPlace, kist_document_place, KIST, DOCUMENT_PLACE, GObject)

KistDocumentPlace *kist_document_place_new (GtkWidget *view, GPtrArray *blocks);
gboolean           kist_document_place_read (KistDocumentPlace *self, guint *block, double *fraction);
void               kist_document_place_hold (KistDocumentPlace *self, guint block, double fraction);
void               kist_document_place_release (KistDocumentPlace *self);
void               kist_document_place_restore (KistDocumentPlace *self);
guint              kist_document_place_first_text (KistDocumentPlace *self, GPtrArray *texts);
void               kist_document_place_reveal (KistDocumentPlace *self, GtkLabel *label, guint byte);

G_END_DECLS
