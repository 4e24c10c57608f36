#include "content/html/kist-html-paste.h"
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

static void
assert_pasted (const char *html, gssize length, const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length < 0 ? strlen (html) : (gsize)length);
  g_autofree char *result = kist_html_paste_to_markdown (bytes);

  g_assert_cmpstr (result, ==, markdown);
}

/* As Word, LibreOffice Writer and Google Docs put it on the clipboard, with most of the styles left out. */
static void
test_what_word_processors_copy (void)
{
  assert_pasted ("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8>"
                 "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><!--StartFragment-->"
                 "<h2><span style='mso-fareast-language:EN-GB'>What happened<o:p></o:p></span></h2>"
                 "<p class=MsoNormal>I <b style='mso-bidi-font-weight:normal'>rang</b> first.<o:p></o:p></p>"
                 "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
                 "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp;"
                 "&nbsp;&nbsp; </span></span></span><![endif]>One<o:p></o:p></p>"
                 "<p class=MsoListParagraphCxSpLast><![if !supportLists]><span>2.<span>&nbsp;&nbsp; </span></span>"
                 "<![endif]>Two</p><!--EndFragment--></body></html>",
                 -1, "## What happened\n\nI **rang** first.\n\n- One\n\n2. Two");
  assert_pasted (
      "<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>"
      "<style type=\"text/css\">h1 { margin-top: 0.42cm }</style></head><body><h1 class=\"western\">Head</h1>"
      "<ol><li><p>One</p></li></ol></body></html>",
      -1, "# Head\n\n1. One");
  assert_pasted ("<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\">"
                 "<span style=\"font-weight:400\">Plain</span></p></b>",
                 -1, "Plain");
}

static void
test_what_cannot_be_pasted_is_left_to_the_plain_text (void)
{
  g_autoptr (GString) long_text = g_string_new ("<p>");

  assert_pasted ("", -1, NULL);
  assert_pasted ("<p> </p>", -1, NULL);
  assert_pasted ("\xe9", -1, NULL);
  assert_pasted ("\xff\xfe<\0p\0>\0\xe9\0", 10, "é");
  while (long_text->len <= KIST_HTML_PASTE_MAX_BYTES)
    g_string_append (long_text, "words and words and words and words ");
  assert_pasted (long_text->str, (gssize)long_text->len, NULL);
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
  g_test_add_func ("/html/what-word-processors-copy", test_what_word_processors_copy);
  g_test_add_func ("/html/what-cannot-be-pasted-is-left-to-the-plain-text",
                   test_what_cannot_be_pasted_is_left_to_the_plain_text);
  return g_test_run ();
}
