/* A table of a document: as wide as it is given while its columns can wrap, then scrolling sideways. A
 * GtkScrolledWindow alone would always ask for the height of the narrowest columns. Main thread. */
#pragma once

#include "ui/widgets/document/kist-document-text.h"

G_BEGIN_DECLS

#define KIST_TYPE_DOCUMENT_TABLE (kist_document_table_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentTable, kist_document_table, KIST, DOCUMENT_TABLE, GtkWidget)

GtkWidget *kist_document_table_new (const KistBlock *block, KistDocumentParts *parts);

G_END_DECLS
