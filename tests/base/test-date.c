/* Every number is a time of some calendar day, in every time zone. */
#include "base/kist-date.h"

static void
assert_date (gint64 time, const char *zone_name, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) date = kist_date_new (time, zone);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S%:z");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_time_of_a_calendar (void)
{
  assert_date (G_GINT64_CONSTANT (1795329000123456), "+02", "2026-11-22T08:30:00+02:00");
  assert_date (G_GINT64_CONSTANT (-14182940000000), "+00", "1969-07-20T20:17:40+00:00");
  assert_date (G_GINT64_CONSTANT (-30578688000000000), "-12", "1000-12-31T12:00:00-12:00");
  assert_date (G_GINT64_CONSTANT (253370764799999999), "+14", "9999-01-01T13:59:59+14:00");
}

static void
test_a_time_of_no_calendar (void)
{
  static const gint64 times[] = { G_MAXINT64, G_MININT64, G_GINT64_CONSTANT (253370764800000000),
                                  G_GINT64_CONSTANT (-30578688000000001) };

  for (unsigned i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GDateTime) utc = kist_date_new_utc (times[i]);
      g_autoptr (GDateTime) local = kist_date_new_local (times[i]);

      g_assert_cmpint (g_date_time_to_unix (utc), ==, 0);
      g_assert_cmpint (g_date_time_to_unix (local), ==, 0);
      assert_date (times[i], "+05", "1970-01-01T05:00:00+05:00");
    }
}

static void
test_spans (void)
{
  g_assert_cmpint (kist_date_get_span (2, 5), ==, 3);
  g_assert_cmpint (kist_date_get_span (5, 2), ==, -3);
  g_assert_cmpint (kist_date_get_span (-1, G_MAXINT64), ==, G_MAXINT64);
  g_assert_cmpint (kist_date_get_span (G_MININT64, 0), ==, G_MAXINT64);
  g_assert_cmpint (kist_date_get_span (G_MAXINT64, -2), ==, G_MININT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/a-time-of-a-calendar", test_a_time_of_a_calendar);
  g_test_add_func ("/date/a-time-of-no-calendar", test_a_time_of_no_calendar);
  g_test_add_func ("/date/spans", test_spans);
  return g_test_run ();
}
