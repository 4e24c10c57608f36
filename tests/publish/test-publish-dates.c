/* Times that no calendar has, as a record can have that came from elsewhere: every format has a date all the same. */
#include "publish-fixture.h"

#include <string.h>

/* An entry and an event of @data, a number of microseconds. */
static KistPublication *
of_time (gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+05");
  gint64           time = *(const gint64 *)data;
  KistPublication *publication = kist_publication_new ("Journal", zone);
  g_autoptr (KistEntry) entry = kist_entry_new ("id", "core/a", NULL, "A title", "Words", time, time);
  g_autoptr (KistEvent) event = kist_event_new (time, KIST_VERB_OPENED, "core/a", "step", NULL, 0, NULL, NULL);

  kist_publication_add_entry (publication, entry, NULL, NULL);
  kist_publication_add_event (publication, event);
  return publication;
}

static void
assert_has (const KistPublication *publication, const char *format, const char *part)
{
  g_autofree char *text = fixture_make (format, publication, 0);

  g_test_message ("“%s” in %s", part, text);
  g_assert_nonnull (strstr (text, part));
  g_assert_null (strstr (text, "(null)"));
}

static void
test_a_time_of_no_calendar (gconstpointer data)
{
  g_autoptr (KistPublication) publication = of_time (data);

  assert_has (publication, "wxr", "<wp:post_date>1970-01-01 00:00:00</wp:post_date>");
  assert_has (publication, "wxr", "<wp:post_modified_gmt>1970-01-01 00:00:00</wp:post_modified_gmt>");
  assert_has (publication, "xapi", "\"timestamp\" : \"1970-01-01T00:00:00.000Z\"");
  assert_has (publication, "atom", "<updated>1970-01-01T05:00:00+05:00</updated>");
  assert_has (publication, "leap2a", "<updated>1970-01-01T05:00:00+05:00</updated>");
  assert_has (publication, "json", "1970-01-01T05:00:00+05:00");
  assert_has (publication, "md", "date: 1970-01-01T05:00:00+05:00");
  assert_has (publication, "html", "<time datetime=\"1970-01-01T05:00:00+05:00\">1 January 1970</time>");
}

/* None stops, or says more than its test knows of. */
static void
test_every_format_is_made (gconstpointer data)
{
  g_autoptr (KistPublication) publication = of_time (data);

  for (unsigned i = 0; i < kist_publish_get_n_formats (); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) files = kist_publish (kist_publish_get_format (i), publication, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (files->len, >, 0);
    }
}

/* A difference of two such times is no time. */
static void
test_the_order_of_entries (void)
{
  g_autoptr (KistEntry) first = kist_entry_new ("b", NULL, NULL, "", "", G_MININT64, 0);
  g_autoptr (KistEntry) last = kist_entry_new ("a", NULL, NULL, "", "", G_MAXINT64, 0);

  g_assert_cmpint (kist_publication_compare_entries (&first, &last), <, 0);
  g_assert_cmpint (kist_publication_compare_entries (&last, &first), >, 0);
  g_assert_cmpint (kist_publication_compare_entries (&last, &last), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const gint64 latest = G_MAXINT64, earliest = G_MININT64;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/publish/dates/latest", &latest, test_a_time_of_no_calendar);
  g_test_add_data_func ("/publish/dates/earliest", &earliest, test_a_time_of_no_calendar);
  g_test_add_data_func ("/publish/dates/every-format/latest", &latest, test_every_format_is_made);
  g_test_add_data_func ("/publish/dates/every-format/earliest", &earliest, test_every_format_is_made);
  g_test_add_func ("/publish/dates/order", test_the_order_of_entries);
  return g_test_run ();
}
