/* Shows a KistDocument, one widget per block, so that headings, lists and tables mean something to a screen reader and
 * each paragraph can be selected. Belongs inside a scrolled window with a viewport, in an AdwClamp that sets the
 * measure.
 *
 * Keyboard: Tab goes to the first text in sight and from link to link; Up and Down go from block to block and select
 * what they come to, so that it can be copied or quoted. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "content/kist-document.h"

G_BEGIN_DECLS

#define KIST_DOCUMENT_VIEW_MIN_ZOOM 0.8
#define KIST_DOCUMENT_VIEW_MAX_ZOOM 2.0

#define KIST_TYPE_DOCUMENT_VIEW (kist_document_view_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentView, kist_document_view, KIST, DOCUMENT_VIEW, GtkWidget)

void     kist_document_view_set_document (KistDocumentView *self, KistDocument *document);
void     kist_document_view_set_base_folder (KistDocumentView *self, const char *folder);
void     kist_document_view_set_zoom (KistDocumentView *self, double zoom);
void     kist_document_view_set_extra_menu (KistDocumentView *self, GMenuModel *menu);
gboolean kist_document_view_get_position (KistDocumentView *self, guint *block, double *fraction);
void     kist_document_view_scroll_to (KistDocumentView *self, guint block, double fraction);
guint    kist_document_view_find (KistDocumentView *self, const char *text);
guint    kist_document_view_find_step (KistDocumentView *self, int step);
char    *kist_document_view_dup_selection (KistDocumentView *self);

G_END_DECLS
