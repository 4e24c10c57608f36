/* The only way to ask what time it is, so that a test can say. One clock is made in main and handed down; a fixed one
 * moves only when told to. Immutable for a system clock, and usable from any thread; a fixed clock belongs to the
 * thread of its test. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define KIST_TYPE_CLOCK (kist_clock_get_type ())
G_DECLARE_FINAL_TYPE (KistClock, kist_clock, KIST, CLOCK, GObject)

KistClock *kist_clock_new_system (void);
KistClock *kist_clock_new_fixed (gint64 now);
gint64     kist_clock_now (KistClock *self);
GDateTime *kist_clock_dup_local (KistClock *self);
void       kist_clock_get_today (KistClock *self, GDate *today);
void       kist_clock_advance (KistClock *self, gint64 microseconds);

G_END_DECLS
