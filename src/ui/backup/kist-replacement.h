/* A back-up takes the place of what the window shows: everything is saved, the pages and the store are given up, the
 * database is replaced, and the window asks to be opened again, whether or not it could be. What was there before is
 * kept, and the window offers it once the other has arrived. Owned by the window, and by itself until it is over; it
 * goes on when the window closes. Main thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KistWindow KistWindow;

#define KIST_TYPE_REPLACEMENT (kist_replacement_get_type ())
G_DECLARE_FINAL_TYPE (KistReplacement, kist_replacement, KIST, REPLACEMENT, GObject)

KistReplacement *
kist_replacement_start (KistWindow *window, const char *database, gboolean is_unpacked, const char *arrival);
const GError *kist_replacement_get_error (KistReplacement *self);
void          kist_replacement_say (KistReplacement *self, KistWindow *window);

G_END_DECLS
