/* Turns a text into pieces, one below the other, with what each means to a screen reader. For publish/print/ alone; one
 * thread. */
#pragma once

#include <gio/gio.h>

#include "content/kist-document.h"
#include "publish/kist-publication.h"
#include "publish/print/kist-print-piece.h"

G_BEGIN_DECLS

typedef struct _KistPrintBuilder KistPrintBuilder;

KistPrintBuilder      *
kist_print_builder_new (PangoContext *context, const KistPublication *publication, GCancellable *cancellable);
void kist_print_builder_free (KistPrintBuilder *self);
void kist_print_builder_add_heading (KistPrintBuilder *self, const char *text, unsigned level);
void kist_print_builder_add_facts (KistPrintBuilder *self, const char *text);
void kist_print_builder_add_text (KistPrintBuilder *self, const char *text);
void kist_print_builder_add_document (KistPrintBuilder *self, KistDocument *document, unsigned level);
GPtrArray *kist_print_builder_finish (KistPrintBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPrintBuilder, kist_print_builder_free)

G_END_DECLS
