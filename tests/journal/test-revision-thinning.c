#include "journal/kist-revision-thinning.h"

#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY
#define MINUTE G_TIME_SPAN_MINUTE
#define MOST 600

/* Monday 5 January 1970 and two thousand weeks later: the beginning of a day and an hour. */
#define NOW ((4 + 7 * 2000) * DAY)

static unsigned
count_kept (const gint64 *times, unsigned n, gboolean *kept)
{
  static const gboolean named[MOST];
  unsigned              count = 0;

  kist_revision_thin (times, named, n, NOW, kept);
  for (unsigned i = 0; i < n; i++)
    count += kept[i];
  return count;
}

/* Every @apart from @oldest to @newest ago, oldest first. */
static unsigned
fill (gint64 *times, gint64 oldest, gint64 newest, gint64 apart)
{
  unsigned n = 0;

  for (gint64 ago = oldest; ago >= newest && n < MOST; ago -= apart)
    times[n++] = NOW - ago;
  return n;
}

static void
test_all_of_the_last_day_stay (void)
{
  gint64   times[MOST];
  gboolean kept[MOST];
  unsigned n = fill (times, DAY, 0, 10 * MINUTE);

  g_assert_cmpuint (n, ==, 145);
  g_assert_cmpuint (count_kept (times, n, kept), ==, n);
}

static void
test_one_an_hour_of_the_last_week (void)
{
  gint64   times[MOST];
  gboolean kept[MOST];
  unsigned n = fill (times, 2 * DAY, DAY + MINUTE, 10 * MINUTE);

  /* The first, and the last of each of 24 hours. */
  g_assert_cmpuint (count_kept (times, n, kept), ==, 25);
  g_assert_true (kept[0]);
  g_assert_false (kept[1]);
  g_assert_true (kept[5]); /* ten minutes before the hour */
  g_assert_false (kept[6]);
}

static void
test_one_a_day_of_the_last_month (void)
{
  gint64   times[MOST];
  gboolean kept[MOST];
  unsigned n = fill (times, 20 * DAY, 10 * DAY + MINUTE, HOUR);

  g_assert_cmpuint (count_kept (times, n, kept), ==, 11);
  g_assert_true (kept[23]);
  g_assert_false (kept[24]);
}

static void
test_one_a_week_of_what_is_older (void)
{
  gint64   times[MOST];
  gboolean kept[MOST];
  unsigned n = fill (times, (30 + 70) * DAY, 31 * DAY, DAY);

  /* Ten weeks, of which the first and the last are not whole: the first state, and the last of eleven weeks. */
  g_assert_cmpuint (count_kept (times, n, kept), >=, 11);
  g_assert_cmpuint (count_kept (times, n, kept), <=, 12);
}

static void
test_named_ones_and_the_ends_stay (void)
{
  gint64   times[] = { NOW - 90 * DAY, NOW - 90 * DAY + 1, NOW - 90 * DAY + 2, NOW - 90 * DAY + 3, NOW - 90 * DAY + 4 };
  gboolean named[] = { FALSE, FALSE, TRUE, FALSE, FALSE };
  gboolean kept[G_N_ELEMENTS (times)];

  kist_revision_thin (times, named, G_N_ELEMENTS (times), NOW, kept);
  g_assert_true (kept[0] && kept[2] && kept[4]);
  g_assert_false (kept[1] || kept[3]);
  kist_revision_thin (NULL, NULL, 0, NOW, NULL);
}

static void
test_a_wrong_clock_loses_nothing (void)
{
  gint64   times[] = { -3 * DAY, NOW + DAY, NOW + DAY + 1, NOW + 900 * DAY };
  gboolean kept[G_N_ELEMENTS (times)];

  g_assert_cmpuint (count_kept (times, G_N_ELEMENTS (times), kept), ==, G_N_ELEMENTS (times));
}

/* What stays once stays when it is done again at once; and done day by day as years go by, what is left is spread over
 * all of them and stays small. */
static void
test_it_settles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  gint64   times[MOST];
  gboolean named[MOST] = { FALSE };
  gboolean kept[MOST];
  gint64   first = NOW - 1500 * DAY, now;
  unsigned n = 0, n_left;

  for (now = first; now < NOW; now += g_rand_int_range (rand, 10, 60 * 8) * MINUTE)
    {
      g_assert_cmpuint (n, <, MOST);
      times[n++] = now;
      for (unsigned again = 0; again < 2; again++)
        {
          kist_revision_thin (times, named, n, now, kept);
          n_left = 0;
          for (unsigned i = 0; i < n; i++)
            if (kept[i])
              times[n_left++] = times[i];
          g_assert_true (again == 0 || n_left == n);
          n = n_left;
        }
    }
  g_assert_cmpint (times[0], ==, first);
  for (unsigned i = 1; i < n; i++)
    g_assert_cmpint (times[i] - times[i - 1], <=, 14 * DAY);
  g_assert_cmpuint (n, >, 1500 / 7);
  g_assert_cmpuint (n, <, 1500 / 7 + 24 + 7 * 24 + 40);
}

static void
test_times_of_no_calendar_are_long_ago (void)
{
  const gint64 times[] = { G_MININT64, G_MININT64 + 1, G_MININT64 + 2, -1, 0 };
  gboolean     kept[5];

  g_assert_cmpuint (count_kept (times, 5, kept), ==, 4);
  g_assert_false (kept[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/revision-thinning/all-of-the-last-day-stay", test_all_of_the_last_day_stay);
  g_test_add_func ("/revision-thinning/one-an-hour-of-the-last-week", test_one_an_hour_of_the_last_week);
  g_test_add_func ("/revision-thinning/one-a-day-of-the-last-month", test_one_a_day_of_the_last_month);
  g_test_add_func ("/revision-thinning/one-a-week-of-what-is-older", test_one_a_week_of_what_is_older);
  g_test_add_func ("/revision-thinning/named-ones-and-the-ends-stay", test_named_ones_and_the_ends_stay);
  g_test_add_func ("/revision-thinning/a-wrong-clock-loses-nothing", test_a_wrong_clock_loses_nothing);
  g_test_add_func ("/revision-thinning/times-of-no-calendar", test_times_of_no_calendar_are_long_ago);
  g_test_add_func ("/revision-thinning/it-settles", test_it_settles);
  return g_test_run ();
}
