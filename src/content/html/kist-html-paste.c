#include "kist-html-paste.h"

#include <string.h>

#include "base/kist-text.h"
#include "content/html/kist-html.h"

/* Between these, CF_HTML says, is what was copied; the rest is there for its styles. */
#define FRAGMENT_START "<!--StartFragment-->"
#define FRAGMENT_END "<!--EndFragment-->"

/* UTF-8, or the UTF-16 with a byte order mark that some browsers offer; NULL for anything else. */
static char *
dup_text (GBytes *bytes)
{
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  const char      *zero;

  if (length == 0 || length > KIST_HTML_PASTE_MAX_BYTES)
    return NULL;
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return g_convert (data, (gssize)(length & ~(gsize)1), "UTF-8", "UTF-16", NULL, NULL, NULL);
  zero = memchr (data, '\0', length);
  text = g_strndup (data, zero ? (gsize)(zero - data) : length);
  return g_utf8_validate (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

static void
keep_fragment (char *html)
{
  char *start = strstr (html, FRAGMENT_START);
  char *end;

  if (!start)
    return;
  start += strlen (FRAGMENT_START);
  end = strstr (start, FRAGMENT_END);
  if (!end)
    return;
  *end = '\0';
  memmove (html, start, end - start + 1);
}

static char *
replace (char *text, const char *pattern, const char *replacement)
{
  g_autofree char *before = text;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, replacement, 0, NULL);
}

/* Word writes a list as paragraphs that begin with its sign, or its number, and no-break spaces up to the text. */
static char *
mend_lists (char *markdown)
{
  markdown = replace (markdown, "^(?:\\\\?[·•◦▪–-]|o|§)(?=[ \\x{a0}]*\\x{a0})[ \\x{a0}]+", "- ");
  return replace (markdown, "^([0-9]{1,3})\\\\?[.)](?=[ \\x{a0}]*\\x{a0})[ \\x{a0}]+", "\\1. ");
}

/**
 * kist_html_paste_to_markdown:
 * @bytes: what the clipboard holds as text/html
 *
 * Returns: (transfer full) (nullable): Markdown without line breaks around it; %NULL when there is no text in it that
 *   can be read, and what the clipboard holds as plain text is to be taken
 */
char *
kist_html_paste_to_markdown (GBytes *bytes)
{
  g_autoptr (KistReport) ignored = kist_report_new ();
  g_autofree char *html = NULL;
  g_autofree char *normalised = NULL;
  g_autofree char *markdown = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  html = dup_text (bytes);
  if (!html)
    return NULL;
  keep_fragment (html);
  normalised = kist_text_normalise (html, strlen (html), NULL);
  if (!normalised)
    return NULL;
  markdown = mend_lists (kist_html_to_markdown (normalised, "clipboard", 1, ignored));
  return *markdown ? g_steal_pointer (&markdown) : NULL;
}
