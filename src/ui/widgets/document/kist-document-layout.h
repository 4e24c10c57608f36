/* How the blocks of a text stand: below each other, each as wide as the text; or, for an item of a list, its marker and
 * what it says beside it. A text is never asked how wide it would be: it takes any width, and asking costs a layout of
 * each paragraph at its narrowest and one at its widest, two of the four that opening a page would cost. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_DOCUMENT_LAYOUT (kist_document_layout_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentLayout, kist_document_layout, KIST, DOCUMENT_LAYOUT, GtkLayoutManager)

GtkLayoutManager *kist_document_layout_new (GtkOrientation orientation, int spacing);

G_END_DECLS
