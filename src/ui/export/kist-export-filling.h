/* What is to leave becomes a publication: entries with the titles of what they are for, and their pictures. Waits for
 * the disk; any thread. */
#pragma once

#include "library/kist-library.h"
#include "publish/kist-publication.h"

G_BEGIN_DECLS

unsigned
kist_export_filling_fill (KistPublication *publication, KistLibrary *library, const char *folder, GPtrArray *entries);

G_END_DECLS
