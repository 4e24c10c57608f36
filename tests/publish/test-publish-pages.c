/* The web page and the site: nothing runs, nothing is fetched, every link leads somewhere. */
#include "publish-fixture.h"

#include <string.h>

static void
assert_harmless (const char *page)
{
  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n"));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strstr (page, "<link"));
  g_assert_null (strstr (page, "url("));
  g_assert_null (strstr (page, "@import"));
  g_assert_null (strstr (page, "\"javascript:"));
  g_assert_null (strstr (page, "<b>"));
  g_assert_nonnull (strstr (page, "default-src 'none'"));
  g_assert_nonnull (strstr (page, "@media print"));
}

static void
test_raw_html_stays_text (void)
{
  g_autoptr (KistPublication) publication = fixture_of (HOSTILE_TITLE, HOSTILE_BODY);
  g_autofree char *page = fixture_make ("html", publication, 0);

  assert_harmless (page);
  g_assert_nonnull (strstr (page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  g_assert_nonnull (strstr (page, "&lt;b&gt;&amp;"));
}

static void
test_one_entry_is_one_article (void)
{
  g_autoptr (KistPublication) publication =
      fixture_of ("Mine", "# Head\n\n## Deeper\n\nA [link](https://example.org/?a&b) and [a "
                          "passage](kist:code/workers-2024/2.8).\n\n- [x] done\n");
  g_autofree char *page = fixture_make ("html", publication, 0);

  assert_harmless (page);
  g_assert_nonnull (strstr (page, "<title>Mine</title>"));
  g_assert_nonnull (strstr (page, "<h1>Mine</h1>"));
  g_assert_nonnull (strstr (page, "<h2>Head</h2>\n<h3>Deeper</h3>"));
  g_assert_nonnull (
      strstr (page, "<a href=\"https://example.org/?a&amp;b\" rel=\"noreferrer\">link</a> and a passage."));
  g_assert_null (strstr (page, "kist:"));
  g_assert_nonnull (strstr (page, "<time datetime=\"2026-11-22T06:30:00+00:00\">22 November 2026</time>"));
  g_assert_nonnull (strstr (page, "<li><p>☑ done</p>"));
  g_assert_null (strstr (page, "<nav"));
}

static void
test_many_entries_have_contents (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  g_autofree char *page = fixture_make ("html", publication, 0);

  assert_harmless (page);
  g_assert_nonnull (strstr (page, "<h1>Journal</h1>"));
  g_assert_nonnull (strstr (page, "<a href=\"#e2\">Social media</a>"));
  g_assert_nonnull (strstr (page, "<article id=\"e2\">\n<h2>Social media</h2>"));
  g_assert_nonnull (strstr (page, "<h2>A first shift</h2>"));
  g_assert_nonnull (strstr (page, "<h3>Head</h3>"));
  g_assert_nonnull (strstr (page, "<dt>Tags</dt><dd>boundaries, team &amp; me</dd>"));
}

/* Every link of @page is to an address elsewhere or to one of @files. */
static void
assert_links_lead_somewhere (const char *page, GPtrArray *files)
{
  for (const char *link = strstr (page, "href=\""); link; link = strstr (link + 1, "href=\""))
    {
      g_autofree char *target = g_strndup (link + 6, strcspn (link + 6, "\""));
      gboolean         found = FALSE;

      for (unsigned i = 0; i < files->len; i++)
        found = found || g_str_equal (((KistZipEntry *)g_ptr_array_index (files, i))->name, target);
      g_assert_true (found);
    }
}

static void
test_a_site_is_whole (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  g_autoptr (GPtrArray) files = kist_publish (kist_publish_find_format ("site"), publication, NULL, NULL);

  g_assert_cmpuint (files->len, ==, 4);
  g_assert_cmpstr (((KistZipEntry *)g_ptr_array_index (files, 0))->name, ==, "index.html");
  g_assert_cmpstr (((KistZipEntry *)g_ptr_array_index (files, 2))->name, ==, "2026-11-22-social-media.html");
  for (unsigned i = 0; i < files->len; i++)
    {
      g_autofree char *page = fixture_make ("site", publication, i);

      assert_harmless (page);
      assert_links_lead_somewhere (page, files);
      if (i > 0)
        g_assert_nonnull (strstr (page, "<a href=\"index.html\">Journal</a>"));
    }
}

static void
test_the_same_entries_give_the_same_bytes (void)
{
  for (unsigned i = 0; i < kist_publish_get_n_formats (); i++)
    {
      g_autoptr (KistPublication) publication = fixture_new ();
      g_autoptr (KistPublication) again = fixture_new ();
      g_autoptr (GPtrArray) first = kist_publish (kist_publish_get_format (i), publication, NULL, NULL);
      g_autoptr (GPtrArray) second = kist_publish (kist_publish_get_format (i), again, NULL, NULL);

      g_assert_cmpuint (first->len, ==, second->len);
      for (unsigned j = 0; j < first->len; j++)
        {
          const KistZipEntry *a = g_ptr_array_index (first, j), *b = g_ptr_array_index (second, j);

          g_assert_cmpstr (a->name, ==, b->name);
          g_assert_true (g_bytes_equal (a->bytes, b->bytes));
        }
    }
}

static void
test_nothing_is_no_export (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistPublication) publication = kist_publication_new ("Journal", zone);

  for (unsigned i = 0; i < kist_publish_get_n_formats (); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kist_publish (kist_publish_get_format (i), publication, NULL, &error));
      g_assert_cmpstr (error->message, ==, "There is nothing to export yet.");
    }
  g_assert_null (kist_publish_find_format ("doc"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/pages/raw-html", test_raw_html_stays_text);
  g_test_add_func ("/publish/pages/one", test_one_entry_is_one_article);
  g_test_add_func ("/publish/pages/many", test_many_entries_have_contents);
  g_test_add_func ("/publish/pages/site", test_a_site_is_whole);
  g_test_add_func ("/publish/pages/deterministic", test_the_same_entries_give_the_same_bytes);
  g_test_add_func ("/publish/pages/nothing", test_nothing_is_no_export);
  return g_test_run ();
}
