#include "kist-fuzz.h"

#include "blog/kist-post-matcher.h"
#include "fuzz-content.h"

/* Whatever stands in titles, of Things as well as of posts: a Thing of the row, or none. The first line is the post's,
 * the second its label, and each other a Thing's. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 40);
  unsigned       n_lines = g_strv_length (lines);
  unsigned       n_things = n_lines > 2 ? n_lines - 2 : 0;
  KistMatchThing things[40];
  const char    *labels[] = { n_lines > 1 ? lines[1] : NULL, NULL };
  g_autoptr (KistPostMatcher) matcher = NULL;
  KistPostMatch match;

  for (unsigned i = 0; i < n_things; i++)
    things[i] = (KistMatchThing){ lines[i + 2], i % 24, lines[i + 2], i % 2 ? "Digital Things" : NULL };
  matcher = kist_post_matcher_new (things, n_things);
  match = kist_post_matcher_match (matcher, n_lines > 0 ? lines[0] : "", labels, text);
  g_assert_true ((match.thing == NULL) == (match.certainty == KIST_MATCH_NONE));
  g_assert_true (!match.thing || n_things > 0);
}
