#include "publish-fixture.h"

KistPublication *
fixture_of (const char *title, const char *body)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistEntry) entry =
      kist_entry_new ("id-1", NULL, NULL, title, body, FIXTURE_TIME, FIXTURE_TIME + G_TIME_SPAN_DAY);
  KistPublication *publication = kist_publication_new ("Journal", zone);

  kist_publication_add_entry (publication, entry, NULL, NULL);
  return publication;
}

KistPublication *
fixture_new (void)
{
  static const char *const tags[] = { "boundaries", "team & me", NULL };
  KistPublication         *publication = fixture_of ("A first shift", "# Head\n\nSome *words*.\n\n- one\n- two\n");
  g_autoptr (KistEntry) untagged = kist_entry_new ("id-2", "core/social-media-1", "thing-05", "Social media",
                                                   "Two words", FIXTURE_TIME + 60, FIXTURE_TIME + 120);
  g_autoptr (KistEntry) hostile =
      kist_entry_new ("id-3", NULL, NULL, HOSTILE_TITLE, HOSTILE_BODY, FIXTURE_TIME, FIXTURE_TIME);
  g_autoptr (KistEntry) evidence = kist_entry_new_with_marks (untagged, tags, NULL);

  kist_publication_add_entry (publication, evidence, "Social media 1", NULL);
  kist_publication_add_entry (publication, hostile, NULL, NULL);
  return publication;
}

/* Returns (transfer full): the file at @index. */
char *
fixture_make (const char *format, const KistPublication *publication, unsigned index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = kist_publish (kist_publish_find_format (format), publication, NULL, &error);
  gsize       length;
  const char *data;

  g_assert_no_error (error);
  g_assert_cmpuint (index, <, files->len);
  data = g_bytes_get_data (((KistZipEntry *)g_ptr_array_index (files, index))->bytes, &length);
  g_assert_true (g_utf8_validate (data, (gssize)length, NULL));
  return g_strndup (data, length);
}
