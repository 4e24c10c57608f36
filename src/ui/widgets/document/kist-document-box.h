/* A list, an item of one, or a quotation inside a text: a widget that holds blocks and lets KistDocumentLayout place
 * them. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_DOCUMENT_BOX (kist_document_box_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentBox, kist_document_box, KIST, DOCUMENT_BOX, GtkWidget)

GtkWidget      *
kist_document_box_new (GtkAccessibleRole role, GtkOrientation orientation, int spacing, const char *css_class);
void kist_document_box_append (KistDocumentBox *self, GtkWidget *child);

G_END_DECLS
