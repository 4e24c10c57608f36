#include "kist-moodle-text.h"

#include <string.h>

#include "base/kist-text.h"
#include "content/html/kist-html.h"
#include "content/html/kist-markdown-escape.h"
#include "content/kist-markdown.h"

/* A plain text as GIFT would give it back: single spaces, no spaces around line breaks. */
static char *
dup_tidy (const char *text)
{
  GString *tidy = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    {
      char last = tidy->len > 0 ? tidy->str[tidy->len - 1] : '\n';

      if (!g_ascii_isspace (*p) && !g_ascii_iscntrl (*p))
        g_string_append_c (tidy, *p);
      else if (*p == '\n')
        {
          if (last == ' ')
            g_string_truncate (tidy, tidy->len - 1);
          g_string_append_c (tidy, '\n');
        }
      else if (last != ' ' && last != '\n')
        g_string_append_c (tidy, ' ');
    }
  return g_strstrip (g_string_free (tidy, FALSE));
}

static char *
dup_without_marks (const char *markdown)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);

  return document ? g_strstrip (kist_document_to_text (document)) : g_strdup (markdown);
}

/**
 * kist_moodle_is:
 * @node: a node
 * @name: an element's name
 *
 * Returns: whether @node is an element of that name
 */
gboolean
kist_moodle_is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

/**
 * kist_moodle_find:
 * @node: (nullable): an element
 * @name: an element's name
 *
 * Returns: (nullable): the first child of that name
 */
xmlNode *
kist_moodle_find (xmlNode *node, const char *name)
{
  for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
    if (kist_moodle_is (child, name))
      return child;
  return NULL;
}

/* What stands in the "text" of @node, or in @node itself; "" when there is none. */
static char *
dup_raw (xmlNode *node)
{
  xmlNode *text = kist_moodle_find (node, "text");
  xmlChar *content = node ? xmlNodeGetContent (text ? text : node) : NULL;
  char    *copy = g_strdup (content ? (const char *)content : "");

  xmlFree (content);
  return copy;
}

/**
 * kist_moodle_dup_value:
 * @node: an element
 * @name: an element's name
 *
 * Returns: (transfer full): what stands in its child of that name, plain; "" when there is none
 */
char *
kist_moodle_dup_value (xmlNode *node, const char *name)
{
  g_autofree char *raw = dup_raw (kist_moodle_find (node, name));

  return dup_tidy (raw);
}

/**
 * kist_moodle_dup_attribute:
 * @node: an element
 * @name: an attribute's name
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
kist_moodle_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *)name);
  char    *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* HTML where nothing is said, as in Moodle; its own format is HTML when it looks like it. */
static const char *
format_of (xmlNode *node, const char *raw)
{
  g_autofree char *format = kist_moodle_dup_attribute (node, "format");

  if (!format || g_str_equal (format, "html"))
    return "html";
  if (g_str_equal (format, "markdown"))
    return "markdown";
  return g_str_equal (format, "moodle_auto_format") && strchr (raw, '<') ? "html" : "plain";
}

/**
 * kist_moodle_is_markdown:
 * @node: (nullable): an element with a text
 *
 * Returns: whether its text has more to say than plain text can
 */
gboolean
kist_moodle_is_markdown (xmlNode *node)
{
  g_autofree char *raw = node ? dup_raw (node) : NULL;

  return node && !g_str_equal (format_of (node, raw), "plain");
}

/**
 * kist_moodle_dup_text:
 * @node: (nullable): an element with a text
 * @to_markdown: whether Markdown is wanted, else plain text
 * @file: for findings
 * @report: for findings
 *
 * Returns: (transfer full): the text; "" for %NULL
 */
char *
kist_moodle_dup_text (xmlNode *node, gboolean to_markdown, const char *file, KistReport *report)
{
  g_autofree char *raw = dup_raw (node);
  g_autofree char *markdown = NULL;
  g_autofree char *plain = NULL;
  const char      *format;

  if (!node || !*raw)
    return g_strdup ("");
  format = format_of (node, raw);
  if (g_str_equal (format, "html"))
    {
      /* Written by other programs: what no text may hold cannot be there, for XML has no place for it. */
      markdown = kist_html_to_markdown (raw, file, (unsigned)xmlGetLineNo (node), report);
    }
  else if (g_str_equal (format, "markdown"))
    markdown = g_strstrip (g_strdup (raw));
  else
    plain = dup_tidy (raw);
  if (to_markdown)
    return markdown ? g_steal_pointer (&markdown) : kist_markdown_escape (plain);
  return markdown ? dup_without_marks (markdown) : g_steal_pointer (&plain);
}
