/* The widgets of a document's blocks: headings, paragraphs, lists, quotes, tables and pictures, each with the role that
 * a screen reader knows it by. Builds and forgets; the view keeps what it is given back. Main thread. */
#pragma once

#include "ui/widgets/document/kist-document-text.h"

G_BEGIN_DECLS

GtkWidget *kist_document_blocks_build (const KistBlock *block, const char *folder, KistDocumentParts *parts);

G_END_DECLS
