/* What cairo cannot say of a PDF: in which language it is, that its title is to be shown rather than its file's name,
 * and what its pictures show. For publish/print/ alone; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kist_pdf_catalogue_end (GByteArray *pdf, GPtrArray *pictures);

G_END_DECLS
