#include "kist-blog-date.h"

#include <string.h>

/* Where the day, and where the minutes and seconds end: "2021-05-04 10:11:12". */
#define DAY 10
#define MINUTES 16
#define SECONDS 19

/* Nobody's blog is older or younger, and in any zone of the world there is still a day to show. */
#define FIRST_YEAR 1900
#define LAST_YEAR 9000

/**
 * kist_blog_date_parse:
 * @text: (nullable): ISO 8601 or RFC 3339 as Atom has it, "2021-05-04 10:11:12" as WordPress, and what people write
 *   above a post: a day alone, "/" for "-", no seconds, a blank before the zone
 *
 * What names no zone is UTC: the file does not say which it was.
 *
 * Returns: microseconds since 1970 UTC; 0 when @text is no such date, or one that no blog has
 */
gint64
kist_blog_date_parse (const char *text)
{
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GString) tidy = NULL;
  g_autofree char *stripped = NULL;

  if (!text)
    return 0;
  stripped = g_strstrip (g_strdup (text));
  tidy = g_string_new (stripped);
  for (gsize i = 0; i < MIN (tidy->len, DAY); i++)
    if (tidy->str[i] == '/')
      tidy->str[i] = '-';
  if (tidy->len == DAY)
    g_string_append (tidy, "T00:00:00");
  if (tidy->len == MINUTES || (tidy->len > MINUTES && tidy->str[MINUTES] != ':'))
    g_string_insert (tidy, MINUTES, ":00");
  if (g_str_has_suffix (tidy->str, " UTC"))
    g_string_truncate (tidy, tidy->len - strlen (" UTC"));
  if (tidy->len > SECONDS + 1 && tidy->str[SECONDS] == ' ')
    g_string_erase (tidy, SECONDS, 1);
  utc = g_time_zone_new_utc ();
  date = g_date_time_new_from_iso8601 (tidy->str, utc);
  if (!date || g_date_time_get_year (date) < FIRST_YEAR || g_date_time_get_year (date) > LAST_YEAR)
    return 0;
  return g_date_time_to_unix_usec (date);
}
