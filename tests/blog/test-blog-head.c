/* Told by its first bytes: a blog, or some other XML. */
#include "blog/kist-blog-head.h"

#include <string.h>

static gboolean
is_blog (const char *head)
{
  return kist_blog_head_is_blog (head, strlen (head));
}

static gboolean
sample_is_blog (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, "samples", name, NULL);
  g_autofree char *text = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return kist_blog_head_is_blog (text, length);
}

static void
test_blogs (void)
{
  g_assert_true (sample_is_blog ("blog", "blogger.xml"));
  g_assert_true (sample_is_blog ("blog", "feed.atom"));
  g_assert_true (sample_is_blog ("blog", "wordpress.xml"));
  g_assert_true (is_blog ("<feed>"));
  g_assert_true (is_blog ("\xef\xbb\xbf <?xml version='1.0'?>\n<!DOCTYPE rss>\n<!-- a > b --><rss\tversion='2.0'>"));
  g_assert_true (is_blog ("<ns0:feed xmlns:ns0='http://www.w3.org/2005/Atom'/>"));
}

static void
test_other_things (void)
{
  g_assert_false (sample_is_blog ("blog", "notes.xml"));
  g_assert_false (is_blog ("<?xml version='1.0'?><quiz><question/></quiz>"));
  g_assert_false (is_blog ("<feedback>"));
  g_assert_false (is_blog ("<!-- <feed> -->"));
  g_assert_false (is_blog ("<!-- <rss>"));
  g_assert_false (is_blog ("<?xml "));
  g_assert_false (is_blog ("rss"));
  g_assert_false (is_blog ("<"));
  g_assert_false (is_blog (""));
  g_assert_false (kist_blog_head_is_blog ("\0<rss>", 6));
}

/* Nothing behind what is looked at is read. */
static void
test_only_the_beginning_counts (void)
{
  g_autofree char *blanks = g_strnfill (KIST_BLOG_HEAD_BYTES, ' ');
  g_autofree char *text = g_strconcat (blanks, "<rss>", NULL);

  g_assert_false (is_blog (text));
  g_assert_true (is_blog (text + 5));
  g_assert_false (kist_blog_head_is_blog ("<rss>", 3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blog-head/blogs", test_blogs);
  g_test_add_func ("/blog-head/other-things", test_other_things);
  g_test_add_func ("/blog-head/only-the-beginning-counts", test_only_the_beginning_counts);
  return g_test_run ();
}
