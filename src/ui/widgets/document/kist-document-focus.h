/* How the keyboard goes through a document: Tab from link to link, Up and Down from block to block. GTK's own order
 * would make every paragraph a stop for Tab and the buttons below a long text out of reach. Main thread. */
#pragma once

#include "ui/widgets/document/kist-document-text.h"

G_BEGIN_DECLS

gboolean kist_document_focus_move (KistDocumentParts *parts, guint entry, GtkDirectionType direction);

G_END_DECLS
