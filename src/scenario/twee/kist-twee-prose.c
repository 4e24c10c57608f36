#include "kist-twee-prose.h"

#include <string.h>

#include "base/kist-text.h"
#include "kist-twee-keys.h"

/* Whether @line would be read as a key: indented, and a word of Kist's dialect with a colon behind it. */
static gboolean
is_like_a_key (const char *line)
{
  const char      *word = kist_text_skip_blanks (line);
  const char      *colon = strchr (word, ':');
  g_autofree char *key = word > line && colon ? g_strndup (word, colon - word) : NULL;

  return key && kist_twee_keys_is_known (key);
}

/**
 * kist_twee_prose_find_link_end:
 * @inside: what stands behind "[["
 *
 * Returns: (transfer none) (nullable): the "]]" that ends the link; one behind "\" ends none
 */
const char *
kist_twee_prose_find_link_end (const char *inside)
{
  for (const char *p = inside; *p; p += p[0] == '\\' && p[1] ? 2 : 1)
    if (p[0] == ']' && p[1] == ']')
      return p;
  return NULL;
}

/**
 * kist_twee_prose_protect:
 * @line: a line of Markdown
 *
 * A link and a header get a "\" before them, which means the same to Markdown, and what looks like a key loses its
 * indent. A line that needs none of this stays as it is, so that protecting twice is protecting once.
 *
 * Returns: (transfer full): a line that is read as narrative
 */
char *
kist_twee_prose_protect (const char *line)
{
  GString *safe = g_string_new (NULL);
  gboolean is_searching = TRUE;

  g_return_val_if_fail (line != NULL, NULL);

  if (is_like_a_key (line))
    line = kist_text_skip_blanks (line);
  if (strncmp (line, "::", 2) == 0)
    g_string_append_c (safe, '\\');
  for (; *line; line++)
    {
      if (is_searching && line[0] == '\\' && line[1])
        g_string_append_c (safe, *line++);
      else if (is_searching && line[0] == '[' && line[1] == '[')
        {
          is_searching = kist_twee_prose_find_link_end (line + 2) != NULL;
          g_string_append (safe, is_searching ? "\\" : "");
        }
      g_string_append_c (safe, *line);
    }
  return g_string_free (safe, FALSE);
}
