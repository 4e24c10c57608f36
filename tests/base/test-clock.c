#include "base/kist-clock.h"

static void
test_fixed_clock_moves_only_when_told (void)
{
  g_autoptr (KistClock) clock = kist_clock_new_fixed (1000);

  g_assert_cmpint (kist_clock_now (clock), ==, 1000);
  kist_clock_advance (clock, 2 * G_USEC_PER_SEC);
  g_assert_cmpint (kist_clock_now (clock), ==, 1000 + 2 * G_USEC_PER_SEC);
}

static void
test_system_clock_tells_real_time (void)
{
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  gint64 before = g_get_real_time ();
  gint64 now = kist_clock_now (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
}

static void
test_local_time_is_the_same_instant (void)
{
  g_autoptr (KistClock) clock = kist_clock_new_fixed (G_GINT64_CONSTANT (1763754000000000));
  g_autoptr (GDateTime) local = kist_clock_dup_local (clock);

  g_assert_cmpint (g_date_time_to_unix (local), ==, 1763754000);
}

static void
test_today_is_the_local_day (void)
{
  g_autoptr (KistClock) clock = kist_clock_new_fixed (G_GINT64_CONSTANT (1763754000000000));
  g_autoptr (GDateTime) local = kist_clock_dup_local (clock);
  GDate today;

  kist_clock_get_today (clock, &today);
  g_assert_true (g_date_valid (&today));
  g_assert_cmpint (g_date_get_day (&today), ==, g_date_time_get_day_of_month (local));
  g_assert_cmpint (g_date_get_month (&today), ==, 11);
  g_assert_cmpint (g_date_get_year (&today), ==, 2025);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/clock/fixed-clock-moves-only-when-told", test_fixed_clock_moves_only_when_told);
  g_test_add_func ("/clock/system-clock-tells-real-time", test_system_clock_tells_real_time);
  g_test_add_func ("/clock/local-time-is-the-same-instant", test_local_time_is_the_same_instant);
  g_test_add_func ("/clock/today-is-the-local-day", test_today_is_the_local_day);
  return g_test_run ();
}
