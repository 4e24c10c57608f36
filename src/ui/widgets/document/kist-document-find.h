/* A search in a document's labels: where the matches are, which one the reader is at, and their marks together with the
 * text size, since a label carries both in one list of attributes. Owned by the view. Main thread. */
#pragma once

#include "ui/widgets/document/kist-document-text.h"

G_BEGIN_DECLS

#define KIST_TYPE_DOCUMENT_FIND (kist_document_find_get_type ())
G_DECLARE_FINAL_TYPE (KistDocumentFind, kist_document_find, KIST, DOCUMENT_FIND, GObject)

KistDocumentFind *kist_document_find_new (GPtrArray *texts);
void              kist_document_find_set_zoom (KistDocumentFind *self, double zoom);
void              kist_document_find_clear (KistDocumentFind *self);
guint             kist_document_find_start (KistDocumentFind *self, const char *wanted, guint from);
guint             kist_document_find_step (KistDocumentFind *self, int step);
const KistMatch  *kist_document_find_get_current (KistDocumentFind *self);

G_END_DECLS
