#include "content/html/kist-html.h"

#include <string.h>

#include "content/html/kist-markdown-escape.h"
#include "content/kist-markdown.h"

static void
assert_becomes (const char *html, const char *markdown)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *result = kist_html_to_markdown (html, "a.html", 1, report);

  g_assert_cmpstr (result, ==, markdown);
}

static void
test_words_and_blocks_are_kept (void)
{
  assert_becomes ("<p>One <b>bold</b> and <em>soft </em>word.</p>\n<p>Two<br>lines</p>",
                  "One **bold** and *soft* word.\n\nTwo\\\nlines");
  assert_becomes ("<h2>Head</h2>text<hr/>more", "## Head\n\ntext\n\n---\n\nmore");
  assert_becomes ("<ul><li>a<li>b<ol><li>c</ol></ul>d", "- a\n\n- b\n\n  1. c\n\nd");
  assert_becomes ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n\n> b");
  assert_becomes ("x <code>a*b`c</code>", "x ``a*b`c``");
  assert_becomes ("<pre>\na\n  b\n</pre>", "```\na\n  b\n```");
  assert_becomes ("<table><tr><th>a<th>b|</tr><tr><td>1</td><td><p>2</p></td></tr></table>z",
                  "| a | b\\| |\n|---|---|\n| 1 | 2 |\n\nz");
  assert_becomes ("Fish &amp; chips &#163;3&eacute; &lt;b&gt; 2 * 3", "Fish \\& chips £3é \\<b> 2 \\* 3");
  assert_becomes ("1. no list", "1\\. no list");
  assert_becomes ("<div></div>  <b> </b>", "");
}

static void
test_only_addresses_of_the_web_pass (void)
{
  assert_becomes ("<a href=\"https://example.org/a(b)\">a <b>b</b></a>", "[a **b**](https://example.org/a%28b%29)");
  assert_becomes ("<a href='javascript:alert(1)'>a</a>", "a");
  assert_becomes ("<a href='&#106;avascript:alert(1)'>a</a> <a href=file:///etc/passwd>b</a>", "a b");
  assert_becomes ("<img src='https://example.org/x.png' onerror='alert(1)' alt='A kist'>", "A kist");
}

static void
test_scripts_and_styles_never_pass (void)
{
  const char *cases[] = {
    "<script>alert(1)</script>",
    "<SCRIPT\n>alert('<p>') // </p>\n</script >",
    "<style>alert {}</style>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src='x'>alert</iframe>",
    "<!-- <p>alert</p> -->",
    "<p onclick=\"alert(1)\" style='alert'></p>",
    "<script>alert(1)",
    "<scr<script>x</script>ipt>",
    "<title>alert</title>",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autofree char *result = kist_html_to_markdown (cases[i], "a.html", 1, report);

      g_test_message ("%s -> %s", cases[i], result);
      g_assert_null (strstr (result, "alert"));
      g_assert_null (strchr (result, '<'));
    }
}

static void
test_what_is_left_out_is_said_once_with_its_line (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *result = kist_html_to_markdown (
      "<p>a</p>\n<marquee>b</marquee><marquee>c</marquee>\n<script>d</script>", "a.html", 10, report);

  g_assert_cmpstr (result, ==, "a\n\nbc");
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 2);
  g_assert_cmpuint (kist_report_get_finding (report, 0)->line, ==, 11);
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "<marquee>"));
  g_assert_cmpuint (kist_report_get_finding (report, 1)->line, ==, 12);
  g_assert_nonnull (strstr (kist_report_get_finding (report, 1)->message, "<script>"));
}

/* However often something is begun, the work is in proportion: else these would not end. */
static void
test_floods_end (void)
{
  const char *cases[] = { "<div>", "<ul><li>",        "<b>",        "<a href='", "<!--",         "<script>",
                          "<",     "<a b c d ",       "</",         "&amp",      "<pre>",        "<td>",
                          "`",     "<table><tr><td>", "<a href=x>", "*",         "<blockquote>", "<br>" };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *result = NULL;
      g_autoptr (KistDocument) document = NULL;

      for (unsigned j = 0; j < 200000; j++)
        g_string_append (html, cases[i]);
      result = kist_html_to_markdown (html->str, "a.html", 1, report);
      g_assert_cmpuint (strlen (result), <, 8 * html->len);
      g_assert_cmpuint (kist_report_get_n_findings (report), <, 10);
    }
}

static void
test_plain_text_comes_through_markdown_as_it_is (void)
{
  const char *cases[] = { "a *b* _c_ snake_case `d` [e](f) <g> &amp; | ~h~ \\",
                          "# no heading",
                          "- no list",
                          "+ x",
                          "12. no list",
                          "3) x",
                          "> no quote",
                          "=====",
                          "a\nb" };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = kist_markdown_escape (cases[i]);
      g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);
      g_autofree char *text = kist_document_to_text (document);

      g_assert_cmpstr (g_strchomp (text), ==, cases[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/html/words-and-blocks-are-kept", test_words_and_blocks_are_kept);
  g_test_add_func ("/html/only-addresses-of-the-web-pass", test_only_addresses_of_the_web_pass);
  g_test_add_func ("/html/scripts-and-styles-never-pass", test_scripts_and_styles_never_pass);
  g_test_add_func ("/html/what-is-left-out-is-said-once-with-its-line",
                   test_what_is_left_out_is_said_once_with_its_line);
  g_test_add_func ("/html/floods-end", test_floods_end);
  g_test_add_func ("/html/plain-text-comes-through-markdown-as-it-is", test_plain_text_comes_through_markdown_as_it_is);
  return g_test_run ();
}
