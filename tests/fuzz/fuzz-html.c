#include "kist-fuzz.h"

#include "content/html/kist-html-paste.h"
#include "content/html/kist-html.h"
#include "content/kist-markdown.h"
#include "fuzz-content.h"

/* Whatever the HTML: Markdown in proportion to it that our own reader takes and no script is in. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *markdown = kist_html_to_markdown (text, "fuzz.html", 1, report);
  g_autoptr (GBytes) copied = g_bytes_new (bytes, length);
  g_autofree char *pasted = kist_html_paste_to_markdown (copied);
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);

  check_report (report, text, TRUE);
  g_assert_true (g_utf8_validate (markdown, -1, NULL));
  g_assert_true (!pasted || (*pasted && g_utf8_validate (pasted, -1, NULL)));
  g_assert_cmpuint (strlen (markdown), <=, 100 * strlen (text) + 100);
  g_assert_null (strstr (markdown, "](javascript:"));
  if (document)
    check_document (document, markdown);
}
