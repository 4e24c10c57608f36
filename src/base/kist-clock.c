#include "kist-clock.h"

#include "kist-date.h"

struct _KistClock
{
  GObject parent_instance;

  gint64   fixed_now; /* microseconds; used only when is_fixed */
  gboolean is_fixed;
};

G_DEFINE_FINAL_TYPE (KistClock, kist_clock, G_TYPE_OBJECT)

static void
kist_clock_class_init (KistClockClass *klass)
{
}

static void
kist_clock_init (KistClock *self)
{
}

/**
 * kist_clock_new_system:
 *
 * Returns: (transfer full): a clock that tells the computer's time
 */
KistClock *
kist_clock_new_system (void)
{
  return g_object_new (KIST_TYPE_CLOCK, NULL);
}

/**
 * kist_clock_new_fixed:
 * @now: microseconds since 1 January 1970, UTC
 *
 * Returns: (transfer full): a clock that stands at @now until kist_clock_advance()
 */
KistClock *
kist_clock_new_fixed (gint64 now)
{
  KistClock *self = g_object_new (KIST_TYPE_CLOCK, NULL);

  self->fixed_now = now;
  self->is_fixed = TRUE;
  return self;
}

/**
 * kist_clock_now:
 * @self: a clock
 *
 * Returns: microseconds since 1 January 1970, UTC
 */
gint64
kist_clock_now (KistClock *self)
{
  g_return_val_if_fail (KIST_IS_CLOCK (self), 0);

  return self->is_fixed ? self->fixed_now : g_get_real_time ();
}

/**
 * kist_clock_dup_local:
 * @self: a clock
 *
 * Returns: (transfer full): the clock's time in the user's time zone
 */
GDateTime *
kist_clock_dup_local (KistClock *self)
{
  g_return_val_if_fail (KIST_IS_CLOCK (self), NULL);

  return kist_date_new_local (kist_clock_now (self));
}

/**
 * kist_clock_get_today:
 * @self: a clock
 * @today: (out caller-allocates): the day in the user's time zone
 */
void
kist_clock_get_today (KistClock *self, GDate *today)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_if_fail (KIST_IS_CLOCK (self) && today != NULL);

  local = kist_clock_dup_local (self);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay)g_date_time_get_day_of_month (local), (GDateMonth)g_date_time_get_month (local),
                  (GDateYear)g_date_time_get_year (local));
}

/**
 * kist_clock_advance:
 * @self: a clock made by kist_clock_new_fixed()
 * @microseconds: how far to move it on
 */
void
kist_clock_advance (KistClock *self, gint64 microseconds)
{
  g_return_if_fail (KIST_IS_CLOCK (self));
  g_return_if_fail (self->is_fixed);

  self->fixed_now += microseconds;
}
