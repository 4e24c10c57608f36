#include "kist-date.h"

/* Years that are written with four digits, as all the standards of dates want them, and are so in every time zone. */
#define FIRST_YEAR 1001
#define LAST_YEAR 9998

/**
 * kist_date_new_utc:
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): the date in UTC
 */
GDateTime *
kist_date_new_utc (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc_usec (time);

  if (date && g_date_time_get_year (date) >= FIRST_YEAR && g_date_time_get_year (date) <= LAST_YEAR)
    return g_steal_pointer (&date);
  return g_date_time_new_from_unix_utc (0);
}

/**
 * kist_date_new:
 * @time: microseconds since 1970, UTC
 * @zone: a time zone
 *
 * Returns: (transfer full): the date in @zone
 */
GDateTime *
kist_date_new (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = kist_date_new_utc (time);

  g_return_val_if_fail (zone != NULL, NULL);

  return g_date_time_to_timezone (utc, zone);
}

/**
 * kist_date_new_local:
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): the date in the user's time zone
 */
GDateTime *
kist_date_new_local (gint64 time)
{
  g_autoptr (GDateTime) utc = kist_date_new_utc (time);

  return g_date_time_to_local (utc);
}

/**
 * kist_date_get_span:
 * @from: microseconds since 1970, UTC
 * @to: another time
 *
 * Returns: how long it is from @from to @to in microseconds, less than 0 when @to is before it; the longest time there
 *   is when it is longer than that
 */
gint64
kist_date_get_span (gint64 from, gint64 to)
{
  gint64 span;

  if (!__builtin_sub_overflow (to, from, &span))
    return span;
  return to < from ? G_MININT64 : G_MAXINT64;
}
