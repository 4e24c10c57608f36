/* A picture in a document: read from its file on a worker thread, never taller than a page wants it, and spoken by its
 * alternative text; when the file cannot be shown, the alternative text stands in its place. Made by the document's
 * widgets. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_DOCUMENT_IMAGE (kist_document_image_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentImage, kist_document_image, KIST, DOCUMENT_IMAGE, AdwBin)

GtkWidget *kist_document_image_new (const char *path, const char *alternative);

G_END_DECLS
