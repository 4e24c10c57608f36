/* When the state of an entry is kept as a revision of its own, and not just overwritten by the next autosave. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A pause of this length in the writing closes a revision. */
#define KIST_REVISION_PAUSE (10 * G_TIME_SPAN_MINUTE)

gboolean
kist_revision_is_due (gint64 last_revision, gint64 last_saved, gint64 now, const char *old_body, const char *new_body);

G_END_DECLS
