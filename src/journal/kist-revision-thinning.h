/* Which earlier states of an entry are kept in the long run: close together for the last day, further apart the older
 * they are. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kist_revision_thin (const gint64 *times, const gboolean *named, unsigned n, gint64 now, gboolean *kept);

G_END_DECLS
