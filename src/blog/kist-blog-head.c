#include "kist-blog-head.h"

#include <string.h>

/* What may stand before the element that holds all others, and how each ends. A document type with rules of its own
 * ends sooner here than it does: then what follows is no blog's, and that is right, for no blog has one. */
static const struct
{
  const char *start;
  const char *end;
} preambles[] = {
  { "<!--", "-->" },
  { "<!", ">" },
  { "<?", "?>" },
};

/* Returns: (nullable): what comes behind comments, instructions and blanks; NULL when that is out of sight */
static const char *
skip_preamble (const char *text)
{
  for (;;)
    {
      unsigned i = 0;

      while (g_ascii_isspace (*text))
        text++;
      while (i < G_N_ELEMENTS (preambles) && !g_str_has_prefix (text, preambles[i].start))
        i++;
      if (i == G_N_ELEMENTS (preambles))
        return text;
      text = strstr (text + strlen (preambles[i].start), preambles[i].end);
      if (!text)
        return NULL;
      text += strlen (preambles[i].end);
    }
}

/**
 * kist_blog_head_is_blog:
 * @head: the beginning of a file
 * @length: how many bytes there are, of which %KIST_BLOG_HEAD_BYTES at most count
 *
 * Says whether it is a feed of Blogger or an export of WordPress: whether the XML's outermost element is "feed" or
 * "rss", with whatever prefix. Nothing else that Kist reads begins so. What is no text says nothing.
 *
 * Returns: whether it is a blog
 */
gboolean
kist_blog_head_is_blog (const char *head, gsize length)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  const char      *at, *colon;

  g_return_val_if_fail (head != NULL, FALSE);

  text = g_strndup (head, MIN (length, KIST_BLOG_HEAD_BYTES));
  at = skip_preamble (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text);
  if (!at || *at != '<')
    return FALSE;
  name = g_strndup (at + 1, strcspn (at + 1, " \t\r\n/>"));
  colon = strchr (name, ':');
  return g_str_equal (colon ? colon + 1 : name, "feed") || g_str_equal (colon ? colon + 1 : name, "rss");
}
