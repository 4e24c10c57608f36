/* What a post is known by when its blog is read again. */
#include "blog/kist-post.h"

#include <string.h>

static KistPost *
new_post (const char *origin, const char *blog, const char *title, const char *body, gint64 created)
{
  KistPost *post = kist_post_new ("a file", 1);

  post->origin = g_strdup (origin);
  post->blog = g_strdup (blog);
  g_free (post->title);
  post->title = g_strdup (title);
  g_free (post->body);
  post->body = g_strdup (body);
  post->created = created;
  return post;
}

/* Takes both. */
static gboolean
are_same (KistPost *one, KistPost *other)
{
  g_autoptr (KistPost) first = one;
  g_autoptr (KistPost) second = other;
  g_autofree char *a = kist_post_dup_fingerprint (first);
  g_autofree char *b = kist_post_dup_fingerprint (second);

  g_assert_cmpuint (strlen (a), ==, 64);
  return g_str_equal (a, b);
}

static void
test_a_tag_is_enough (void)
{
  static const char tag[] = "tag:blogger.com,1999:blog-1.post-2";

  g_assert_true (are_same (new_post (tag, "A", "Then", "x", 1), new_post (tag, "B", "Now", "y", 2)));
  g_assert_false (are_same (new_post (tag, "A", "T", "x", 1), new_post ("https://a.example/?p=2", "A", "T", "x", 1)));
}

static void
test_the_name_of_a_file_is_not (void)
{
  g_assert_true (are_same (new_post ("a.md", NULL, "Then", "x", 1), new_post ("a.md", NULL, "Then", "changed", 1)));
  g_assert_false (are_same (new_post ("a.md", NULL, "Then", "x", 1), new_post ("a.md", NULL, "Now", "x", 1)));
  g_assert_false (are_same (new_post ("a.md", NULL, "Then", "x", 1), new_post ("a.md", NULL, "Then", "x", 2)));
  g_assert_false (are_same (new_post ("a.md", "A", "Then", "x", 1), new_post ("a.md", "B", "Then", "x", 1)));
}

static void
test_without_a_name_the_text_counts (void)
{
  g_assert_true (are_same (new_post (NULL, NULL, "Then", "x", 1), new_post (NULL, NULL, "Then", "x", 1)));
  g_assert_false (are_same (new_post (NULL, NULL, "Then", "x", 1), new_post (NULL, NULL, "Then", "y", 1)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post/a-tag-is-enough", test_a_tag_is_enough);
  g_test_add_func ("/post/the-name-of-a-file-is-not", test_the_name_of_a_file_is_not);
  g_test_add_func ("/post/without-a-name-the-text-counts", test_without_a_name_the_text_counts);
  return g_test_run ();
}
