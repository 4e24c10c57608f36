/* A document's spans as Pango markup for a GtkLabel. What an author wrote is only ever text here: markup in it is
 * escaped, and a target becomes a link only when it is of a kind that we are ready to follow. Pure functions; any
 * thread. */
#pragma once

#include "content/kist-document.h"

G_BEGIN_DECLS

gboolean kist_markup_is_link (const char *target);
gboolean kist_markup_is_external (const char *target);
char    *kist_markup_from_spans (GPtrArray *spans, GArray *links);
char    *kist_markup_dup_path (const char *folder, const char *target);

G_END_DECLS
