#include "kist-markdown-escape.h"

#include <string.h>

/* What would begin a heading, a list or the like at the start of a line. */
static gboolean
begins_block (const char *p)
{
  gsize digits = strspn (p, "0123456789");

  if (strchr ("#>=+-", *p))
    return TRUE;
  return digits > 0 && digits < 10 && (p[digits] == '.' || p[digits] == ')');
}

static void
append_escaped (GString *out, const char *p, const char *start, gboolean is_line_start)
{
  gboolean is_inside = p > start && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]);

  if (strchr ("\\`*[]<~|&", *p) || (*p == '_' && !is_inside) || (is_line_start && strchr ("#>=+-", *p)))
    g_string_append_c (out, '\\');
  g_string_append_c (out, *p);
}

/**
 * kist_markdown_append_escaped:
 * @out: what @text is appended to
 * @text: plain text of one line
 * @is_line_start: whether @text begins a line of @out
 *
 * Appends @text so that Markdown reads it as it stands.
 */
void
kist_markdown_append_escaped (GString *out, const char *text, gboolean is_line_start)
{
  const char *p = text;

  if (is_line_start && g_ascii_isdigit (*p) && begins_block (p))
    {
      gsize digits = strspn (p, "0123456789");

      g_string_append_len (out, p, (gssize)digits);
      g_string_append_c (out, '\\');
      g_string_append_c (out, p[digits]);
      p += digits + 1;
    }
  for (; *p; p++)
    append_escaped (out, p, text, is_line_start && p == text);
}

/**
 * kist_markdown_escape:
 * @text: plain text
 *
 * Returns: (transfer full): Markdown that is read as @text; its line breaks become hard ones
 */
char *
kist_markdown_escape (const char *text)
{
  GString *out = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (unsigned i = 0; lines[i]; i++)
    {
      g_string_append (out, i > 0 ? "\\\n" : "");
      kist_markdown_append_escaped (out, g_strstrip (lines[i]), TRUE);
    }
  return g_string_free (out, FALSE);
}
