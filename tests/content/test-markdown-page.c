/* Markdown as HTML: what is text stays text, and only what leads out of the page is a link. */
#include "content/html/kist-markdown-page.h"

static void
assert_becomes (const char *markdown, unsigned level, const char *html)
{
  g_autoptr (GString) out = g_string_new (NULL);

  kist_markdown_page_append (out, markdown, level);
  g_assert_cmpstr (out->str, ==, html);
}

static void
test_raw_html_is_text (void)
{
  assert_becomes ("a <b onclick=x>&amp; b</b>", 1, "<p>a &lt;b onclick=x&gt;&amp; b&lt;/b&gt;</p>\n");
  assert_becomes ("<script>x</script>", 1, "<p>&lt;script&gt;x&lt;/script&gt;</p>\n");
}

static void
test_only_addresses_are_links (void)
{
  assert_becomes ("[a](https://example.org/?a&b)", 1,
                  "<p><a href=\"https://example.org/?a&amp;b\" rel=\"noreferrer\">a</a></p>\n");
  assert_becomes ("[a](mailto:me@example.org)", 1,
                  "<p><a href=\"mailto:me@example.org\" rel=\"noreferrer\">a</a></p>\n");
  assert_becomes ("[a](javascript:x) [b](data:text/html,x) [c](file:///etc) [d](e.md)", 1, "<p>a b c d</p>\n");
}

static void
test_headings_stand_below_the_pages_own (void)
{
  assert_becomes ("# a\n\n## b\n", 2, "<h2>a</h2>\n<h3>b</h3>\n");
  assert_becomes ("##### a\n", 3, "<h6>a</h6>\n");
}

static void
test_a_task_says_whether_it_is_done (void)
{
  assert_becomes ("- [x] a\n- [ ] b\n- c\n", 1,
                  "<ul><li><p>☑ a</p>\n</li>\n<li><p>☐ b</p>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/markdown-page/raw-html", test_raw_html_is_text);
  g_test_add_func ("/markdown-page/links", test_only_addresses_are_links);
  g_test_add_func ("/markdown-page/headings", test_headings_stand_below_the_pages_own);
  g_test_add_func ("/markdown-page/tasks", test_a_task_says_whether_it_is_done);
  return g_test_run ();
}
