/* Files that mean harm, or came to harm on the way: one sentence with a place, and nothing else happens. */
#include <string.h>

#include "base/kist-error.h"
#include "blog/kist-blog.h"

#define ATOM "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>\n"
#define POST(text) "<entry><blogger:type>POST</blogger:type>" text "</entry>\n"

static KistBlog *
read_length (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return kist_blog_read_bytes (bytes, name, NULL, error);
}

static void
assert_refused (const char *text, int code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_length (text, strlen (text), "feed.atom", &error));
  g_assert_error (error, KIST_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_null (strchr (error->message, '\n'));
}

static char *
repeat (const char *text, unsigned n)
{
  GString *result = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

static void
test_no_document_type (void)
{
  static const char says[] = "declares a document type";

  assert_refused (
      "<?xml version='1.0'?><!DOCTYPE feed [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>" ATOM POST (
          "<title>&d;</title>") "</feed>",
      KIST_ERROR_INVALID, says);
  assert_refused (
      "<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" ATOM POST ("<title>&x;</title>") "</feed>",
      KIST_ERROR_INVALID, says);
  assert_refused (
      "<!-- <a --><!DOCTYPE feed SYSTEM 'http://example.org/x.dtd'>" ATOM POST ("<title>a</title>") "</feed>",
      KIST_ERROR_INVALID, says);
  assert_refused ("<!DOCTYPE html><html><p>Sign in</p></html>", KIST_ERROR_INVALID, says);
}

/* The same in an encoding in which no byte pattern can be looked for. */
static void
test_no_document_type_in_utf_16 (void)
{
  g_autoptr (GError) error = NULL;
  gsize            length;
  g_autofree char *text = g_convert ("<!DOCTYPE feed [<!ENTITY a 'ha'>]>" ATOM POST ("<title>&a;</title>") "</feed>",
                                     -1, "UTF-16", "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_assert_null (read_length (text, length, "feed.atom", &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "declares a document type"));
}

static void
test_depth_and_attributes_have_caps (void)
{
  g_autofree char *deep = repeat ("<a>", 1000);
  g_autofree char *flood = repeat (" a=\"x\"", 2001);
  g_autofree char *with_depth = g_strconcat (ATOM "<entry>\n", deep, NULL);
  g_autofree char *with_flood = g_strconcat (ATOM "<entry", flood, "/></feed>", NULL);

  assert_refused (with_depth, KIST_ERROR_TOO_LARGE, "Line 3: It is nested too deeply.");
  assert_refused (with_flood, KIST_ERROR_TOO_LARGE, "flood of attributes");
}

/* What looks like attributes in a post's escaped HTML is text. */
static void
test_a_post_of_many_attributes_is_read (void)
{
  g_autofree char *many = repeat ("&lt;i style=\"a\"&gt;it's &lt;/i&gt; ", 3000);
  g_autofree char *text =
      g_strconcat (ATOM "<entry><blogger:type>POST</blogger:type><content>", many, "</content></entry></feed>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBlog) blog = read_length (text, strlen (text), "feed.atom", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 1);
}

static void
test_what_is_damaged_says_where (void)
{
  g_autoptr (GError) error = NULL;
  static const char nul[] = ATOM "\n<title>a\0b</title></feed>";

  assert_refused (ATOM POST ("<title>a</title>") "<entry>\n<title>b", KIST_ERROR_INVALID, "Line 4: Here it ends");
  assert_refused (ATOM POST ("<title>a</title>") "<entry></feed>", KIST_ERROR_INVALID, "Line 3: This is no XML");
  assert_refused (ATOM POST ("<title>&nbsp;</title>") "</feed>", KIST_ERROR_INVALID, "Line 2: ");
  assert_refused (ATOM "\n<title>caf\xe9</title></feed>", KIST_ERROR_INVALID, "Line 3: ");
  g_assert_null (read_length (nul, sizeof nul - 1, "feed.atom", &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "Line 3: "));
}

static void
test_what_is_no_blog_says_so (void)
{
  assert_refused ("", KIST_ERROR_INVALID, "This is no blog");
  assert_refused ("PK\003\004", KIST_ERROR_INVALID, "This is no blog");
  assert_refused ("\x89PNG\r\n", KIST_ERROR_INVALID, "This is no blog");
  assert_refused ("<svg/>", KIST_ERROR_INVALID, "no export of Blogger and none of WordPress");
  assert_refused ("<rss version='2.0'><channel><item><title>a</title></item></channel></rss>", KIST_ERROR_INVALID,
                  "a feed for readers");
  assert_refused ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title></entry></feed>",
                  KIST_ERROR_INVALID, "does not say what is a post");
}

/* One control character out of a word processor must not cost the blog. */
static void
test_control_characters_are_left_out (void)
{
  static const char text[] = ATOM POST ("<title>One\x0btwo</title>") "</feed>";
  g_autoptr (KistBlog) blog = read_length (text, strlen (text), "feed.atom", NULL);

  g_assert_nonnull (blog);
  g_assert_cmpstr (kist_blog_get_post (blog, 0)->title, ==, "One two");
  g_assert_cmpuint (kist_report_count (kist_blog_get_report (blog), KIST_SEVERITY_NOTE), ==, 1);
}

/* A post of its own is left out; the others are read. */
static void
test_a_post_has_a_longest_length (void)
{
  g_autofree char *much = repeat ("word ", 500000);
  g_autofree char *title = repeat ("long", 500);
  g_autofree char *text = g_strconcat (ATOM, "\n<entry><blogger:type>POST</blogger:type><title>Much</title><content>",
                                       much, "</content></entry><entry><blogger:type>POST</blogger:type><title>", title,
                                       "</title></entry></feed>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBlog) blog = read_length (text, strlen (text), "feed.atom", &error);
  const KistFinding *finding;

  g_assert_no_error (error);
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 1);
  g_assert_cmpuint (kist_blog_count_left_out (blog, KIST_LEFT_OUT_UNREADABLE), ==, 1);
  finding = kist_report_get_finding (kist_blog_get_report (blog), 0);
  g_assert_cmpuint (finding->line, ==, 3);
  g_assert_cmpstr (finding->message, ==, "This post is longer than a text may be. (“Much”)");
  g_assert_cmpint (g_utf8_strlen (kist_blog_get_post (blog, 0)->title, -1), ==, 501);
  g_assert_cmpuint (g_strv_length (kist_blog_get_post (blog, 0)->changes), ==, 1);
}

static void
test_there_is_a_largest_number_of_posts (void)
{
  g_autofree char *many = repeat (POST ("<title>a</title>"), KIST_BLOG_MAX_POSTS + 1);
  g_autofree char *text = g_strconcat (ATOM, many, "</feed>", NULL);

  assert_refused (text, KIST_ERROR_TOO_LARGE, "more than 20000 posts");
}

static void
test_what_is_not_there (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_blog_read ("/nowhere/at-all.xml", NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kist_blog_read ("/dev/null", NULL, NULL, NULL, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blog-hostile/no-document-type", test_no_document_type);
  g_test_add_func ("/blog-hostile/no-document-type-in-utf-16", test_no_document_type_in_utf_16);
  g_test_add_func ("/blog-hostile/depth-and-attributes-have-caps", test_depth_and_attributes_have_caps);
  g_test_add_func ("/blog-hostile/a-post-of-many-attributes-is-read", test_a_post_of_many_attributes_is_read);
  g_test_add_func ("/blog-hostile/what-is-damaged-says-where", test_what_is_damaged_says_where);
  g_test_add_func ("/blog-hostile/what-is-no-blog-says-so", test_what_is_no_blog_says_so);
  g_test_add_func ("/blog-hostile/control-characters-are-left-out", test_control_characters_are_left_out);
  g_test_add_func ("/blog-hostile/a-post-has-a-longest-length", test_a_post_has_a_longest_length);
  g_test_add_func ("/blog-hostile/there-is-a-largest-number-of-posts", test_there_is_a_largest_number_of_posts);
  g_test_add_func ("/blog-hostile/what-is-not-there", test_what_is_not_there);
  return g_test_run ();
}
