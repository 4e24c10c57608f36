#include "kist-fuzz.h"

#include <string.h>

#include "base/kist-text.h"
#include "blog/kist-blog-head.h"
#include "blog/kist-blog.h"
#include "blog/kist-post-matcher.h"

static const KistMatchThing things[] = {
  { "a", 5, "Social media 1: where the lines are", "Digital Things" },
  { "b", 14, "Email", "Digital Things" },
  { "c", 0, "Why is (everyday) leadership important", NULL },
};

static void
check_line (const char *text, unsigned most)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strpbrk (text, "\n\r\t\x1b"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, most + 1);
}

/* What kist-post.h promises, whatever was read. */
static void
check_post (const KistPost *post, const KistPostMatcher *matcher)
{
  KistPostMatch match = kist_post_matcher_match (matcher, post->title, (const char *const *)post->labels, post->body);
  g_autofree char *fingerprint = kist_post_dup_fingerprint (post);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc_usec (kist_post_get_time (post));

  g_assert_cmpuint (strlen (fingerprint), ==, 64);
  g_assert_nonnull (day);
  g_assert_true ((match.thing == NULL) == (match.certainty == KIST_MATCH_NONE));
  check_line (post->title, 500);
  g_assert_true (*post->title || *post->body);
  g_assert_true (g_utf8_validate (post->body, -1, NULL));
  g_assert_cmpuint (strlen (post->body), <=, KIST_TEXT_MAX_BYTES);
  g_assert_cmpuint (g_strv_length (post->labels), <=, KIST_BLOG_MAX_LABELS);
  for (char **label = post->labels; *label; label++)
    check_line (*label, 200);
  for (char **change = post->changes; *change; change++)
    g_assert_true (g_utf8_validate (*change, -1, NULL));
  g_assert_true (!post->is_draft || post->published == 0);
  g_assert_true (!post->address || g_utf8_validate (post->address, -1, NULL));
  g_assert_true (!post->origin || g_utf8_validate (post->origin, -1, NULL));
  g_assert_cmpuint (post->line, >=, 1);
}

static void
check_blog (GBytes *source, const char *name, const KistPostMatcher *matcher)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBlog) blog = kist_blog_read_bytes (source, name, NULL, &error);
  KistReport *report;

  g_assert_true ((blog == NULL) == (error != NULL));
  if (!blog)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return;
    }
  report = kist_blog_get_report (blog);
  for (unsigned i = 0; i < kist_blog_get_n_posts (blog); i++)
    check_post (kist_blog_get_post (blog, i), matcher);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    g_assert_true (g_utf8_validate (kist_report_get_finding (report, i)->message, -1, NULL));
}

/* Whatever the bytes, as a feed and as Markdown: one sentence of an error, or posts that keep what they promise. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes, length);
  g_autoptr (KistPostMatcher) matcher = kist_post_matcher_new (things, G_N_ELEMENTS (things));

  kist_blog_head_is_blog (bytes, length);
  check_blog (source, "feed.atom", matcher);
  check_blog (source, "post.md", matcher);
}
