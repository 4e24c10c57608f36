#include "kist-revision-thinning.h"

#include "base/kist-date.h"

/* How far apart they are kept when they are no older than @age; what is older than all of these is kept a week apart.
 * The screen says so in words: see kist-history-dialog.blp. */
static const struct
{
  gint64 age;
  gint64 apart;
} steps[] = {
  { G_TIME_SPAN_DAY, 0 },
  { 7 * G_TIME_SPAN_DAY, G_TIME_SPAN_HOUR },
  { 30 * G_TIME_SPAN_DAY, G_TIME_SPAN_DAY },
  { G_MAXINT64, 7 * G_TIME_SPAN_DAY },
};

/* The stretch of time in which one is kept; a number of its own for each when none is to go. Stretches stand still in
 * time, counted from 1970, so that thinning out again tomorrow does not choose others. */
static gint64
stretch_of (gint64 time, gint64 now, gint64 *apart)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (steps); i++)
    if (kist_date_get_span (time, now) <= steps[i].age)
      {
        *apart = steps[i].apart;
        break;
      }
  return *apart > 0 ? time / *apart - (time % *apart < 0) : 0;
}

/**
 * kist_revision_thin:
 * @times: (array length=n): when each state of one entry was saved, microseconds since 1970, the oldest first
 * @named: (array length=n): whether it has a name
 * @n: how many there are
 * @now: what time it is
 * @kept: (out caller-allocates) (array length=n): whether each one stays
 *
 * The rule: all of the last day stay, one an hour of the last week, one a day of the last thirty days, and one a week
 * of what is older: of each hour, day and week (in UTC) the last one, for it has most of what was written. The very
 * first stays, and so does each that has a name. One from the future, which a wrong clock has made, stays.
 *
 * Thinning out what was thinned out before changes nothing as long as it is the same time.
 */
void
kist_revision_thin (const gint64 *times, const gboolean *named, unsigned n, gint64 now, gboolean *kept)
{
  g_return_if_fail (n == 0 || (times != NULL && named != NULL && kept != NULL));

  for (unsigned i = 0; i < n; i++)
    {
      gint64 apart = 0, next_apart = 0;
      gint64 stretch = stretch_of (times[i], now, &apart);
      gint64 next_stretch = i + 1 < n ? stretch_of (times[i + 1], now, &next_apart) : 0;

      kept[i] = i == 0 || i + 1 == n || named[i] || apart == 0 || apart != next_apart || stretch != next_stretch;
    }
}
