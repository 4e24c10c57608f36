/* Days as blogs write them, and what is none. */
#include "blog/kist-blog-date.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

static void
test_days (void)
{
  g_assert_cmpint (kist_blog_date_parse ("1970-01-02"), ==, DAY);
  g_assert_cmpint (kist_blog_date_parse ("1970/01/02"), ==, DAY);
  g_assert_cmpint (kist_blog_date_parse ("1970-01-02 00:00"), ==, DAY);
  g_assert_cmpint (kist_blog_date_parse ("1970-01-02T01:00:00+01:00"), ==, DAY);
  g_assert_cmpint (kist_blog_date_parse (" 1970-01-02 00:00:00 UTC "), ==, DAY);
}

static void
test_no_days (void)
{
  g_assert_cmpint (kist_blog_date_parse (NULL), ==, 0);
  g_assert_cmpint (kist_blog_date_parse (""), ==, 0);
  g_assert_cmpint (kist_blog_date_parse ("soon"), ==, 0);
  g_assert_cmpint (kist_blog_date_parse ("2021-13-01"), ==, 0);
}

/* Such a time is one, but no clock can show it everywhere. */
static void
test_days_that_no_blog_has (void)
{
  g_assert_cmpint (kist_blog_date_parse ("9999-12-31T23:59:59-12:00"), ==, 0);
  g_assert_cmpint (kist_blog_date_parse ("0001-01-01T00:00:00+14:00"), ==, 0);
  g_assert_cmpint (kist_blog_date_parse ("0000-00-00 00:00:00"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blog-date/days", test_days);
  g_test_add_func ("/blog-date/no-days", test_no_days);
  g_test_add_func ("/blog-date/days-that-no-blog-has", test_days_that_no_blog_has);
  return g_test_run ();
}
