#include "kist-wordpress-text.h"

#include <string.h>

/* WordPress's own commands. Any other word in brackets may be the author's: "[sic]", "[name removed]". */
static const char *const shortcodes[] = { "audio", "caption",    "embed",   "gallery", "playlist",
                                          "video", "wp_caption", "youtube", "vimeo",   NULL };

/* The length of the command "[name …]" or "[/name]" at @p; 0 when it is none. */
static gsize
measure_shortcode (const char *p)
{
  const char      *name = p + 1 + (p[1] == '/');
  gsize            length = strspn (name, "abcdefghijklmnopqrstuvwxyz_");
  g_autofree char *word = g_strndup (name, MIN (length, 16));
  const char      *end;

  if (!g_strv_contains (shortcodes, word) || !strchr ("] /", name[length]) || !name[length])
    return 0;
  end = name + strcspn (name, "]\n");
  return *end == ']' ? (gsize)(end + 1 - p) : 0;
}

static gboolean
begins (const char *p, const char *tag)
{
  return g_ascii_strncasecmp (p, tag, strlen (tag)) == 0;
}

/* A line break between words is one that a reader saw; beside an element it is only how the author wrote it. */
static void
append_break (GString *html, const char *next, unsigned n_breaks)
{
  if (n_breaks > 1)
    g_string_append (html, "\n<p>\n");
  else if (*next == '<' || !*next || html->len == 0 || html->str[html->len - 1] == '>')
    g_string_append_c (html, '\n');
  else
    g_string_append (html, "<br>\n");
}

/**
 * kist_wordpress_text_to_html:
 * @text: what stands in content:encoded
 * @has_shortcode: (out): whether a command was left out
 *
 * Makes paragraphs of empty lines and breaks of others, as WordPress does when it shows a post that the old editor
 * wrote; a post that has paragraphs already is left as it is. Commands are left out; the words between them stay.
 *
 * Returns: (transfer full): HTML
 */
char *
kist_wordpress_text_to_html (const char *text, gboolean *has_shortcode)
{
  gboolean has_blocks = strstr (text, "<!-- wp:") || strstr (text, "<p>") || strstr (text, "<p ");
  gboolean is_verbatim = FALSE;
  GString *html = g_string_sized_new (strlen (text));

  *has_shortcode = FALSE;
  for (const char *p = text; *p;)
    {
      gsize length = *p == '[' ? measure_shortcode (p) : 0;

      if (*p == '<')
        is_verbatim = begins (p, "<pre") || (is_verbatim && !begins (p, "</pre"));
      *has_shortcode |= length > 0;
      if (length == 0 && *p == '\n' && !has_blocks && !is_verbatim)
        {
          unsigned n_breaks = 0;

          for (; g_ascii_isspace (*p); p++)
            n_breaks += *p == '\n';
          append_break (html, p, n_breaks);
          continue;
        }
      if (length == 0)
        g_string_append_c (html, *p);
      p += MAX (length, 1);
    }
  return g_string_free (html, FALSE);
}
