#include "kist-html-lexer.h"

#include <string.h>

#include "base/kist-entity.h"

/* No entity's name is longer. */
#define MAX_ENTITY 10

static const char *const dropped[] = { "script",   "style",  "iframe", "noembed", "noframes", "noscript", "template",
                                       "textarea", "object", "svg",    "math",    "title",    "applet",   "xmp",
                                       "select",   "audio",  "video",  "canvas",  NULL };

static void
advance (KistHtmlLexer *self, const char *to)
{
  for (const char *p = self->at; p < to; p++)
    self->line += *p == '\n';
  self->at = to;
}

/* Where the tag at @p ends: behind its '>', or at the end of the text when it has none. */
static const char *
find_tag_end (KistHtmlLexer *self, const char *p)
{
  char quote = '\0';

  for (; *p; p++)
    {
      if (quote)
        quote = *p == quote ? '\0' : quote;
      else if (*p == '>')
        return p + 1;
      else if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
    }
  self->is_cut = TRUE;
  return p;
}

/* Past "</name", which may stand in any case; at the end of the text when there is none. */
static const char *
find_element_end (KistHtmlLexer *self, const char *p, const char *name)
{
  gsize length = strlen (name);

  for (p = strstr (p, "</"); p; p = strstr (p + 2, "</"))
    if (g_ascii_strncasecmp (p + 2, name, length) == 0 && !g_ascii_isalnum (p[2 + length]))
      return find_tag_end (self, p);
  self->is_cut = TRUE;
  return self->at + strlen (self->at);
}

static void
skip_past (KistHtmlLexer *self, const char *mark)
{
  const char *end = strstr (self->at, mark);

  self->is_cut |= !end;
  advance (self, end ? end + strlen (mark) : self->at + strlen (self->at));
}

static void
read_tag (KistHtmlLexer *self, KistHtmlToken *token)
{
  gboolean    is_end = self->at[1] == '/';
  const char *p = self->at + (is_end ? 2 : 1);
  const char *end;
  gsize       n = 0;

  for (; g_ascii_isalnum (*p) || *p == '-' || *p == ':'; p++)
    if (n < sizeof token->name - 1)
      token->name[n++] = g_ascii_tolower (*p);
  token->name[n] = '\0';
  token->kind = is_end ? KIST_HTML_END : KIST_HTML_START;
  token->start = p;
  end = find_tag_end (self, p);
  token->length = (gsize)(end - p) - (end > p && end[-1] == '>' ? 1 : 0);
  advance (self, end);
  if (!is_end && g_strv_contains (dropped, token->name))
    {
      token->kind = KIST_HTML_DROPPED;
      if (token->length == 0 || token->start[token->length - 1] != '/')
        advance (self, find_element_end (self, end, token->name));
    }
}

static gboolean
is_tag (const char *p)
{
  return g_ascii_isalpha (p[1]) || (p[1] == '/' && g_ascii_isalpha (p[2]));
}

/**
 * kist_html_lexer_next:
 * @self: a lexer, begun as { html, first line }
 * @token: (out): what comes next
 *
 * A '<' that begins neither an element nor a comment is text.
 *
 * Returns: %FALSE at the end
 */
gboolean
kist_html_lexer_next (KistHtmlLexer *self, KistHtmlToken *token)
{
  const char *end;

  g_return_val_if_fail (self != NULL && token != NULL, FALSE);

  while (*self->at == '<' && (self->at[1] == '!' || self->at[1] == '?'))
    skip_past (self, g_str_has_prefix (self->at, "<!--") ? "-->" : ">");
  memset (token, 0, sizeof *token);
  token->line = self->line;
  if (!*self->at)
    return FALSE;
  if (*self->at == '<' && is_tag (self->at))
    {
      read_tag (self, token);
      return TRUE;
    }

  token->kind = KIST_HTML_TEXT;
  token->start = self->at;
  for (end = self->at + 1; *end && !(*end == '<' && (is_tag (end) || end[1] == '!' || end[1] == '?')); end++)
    ;
  token->length = (gsize)(end - token->start);
  advance (self, end);
  return TRUE;
}

/**
 * kist_html_token_dup_attribute:
 * @token: the start of an element
 * @name: an attribute's name
 *
 * Returns: (transfer full) (nullable): its value, decoded, or %NULL when the element has none of that name
 */
char *
kist_html_token_dup_attribute (const KistHtmlToken *token, const char *name)
{
  const char *p, *end;

  g_return_val_if_fail (token != NULL && name != NULL, NULL);

  p = token->start;
  end = p + token->length;
  while (p < end)
    {
      const char *key, *value;
      gsize       key_length;
      char        quote = '\0';

      while (p < end && (g_ascii_isspace (*p) || *p == '/'))
        p++;
      for (key = p; p < end && *p != '=' && !g_ascii_isspace (*p);)
        p++;
      key_length = (gsize)(p - key);
      if (p < end && *p == '=')
        p++;
      else if (key_length > 0)
        continue;
      if (p < end && (*p == '"' || *p == '\''))
        quote = *p++;
      for (value = p; p < end && (quote ? *p != quote : !g_ascii_isspace (*p));)
        p++;
      if (key_length == strlen (name) && g_ascii_strncasecmp (key, name, key_length) == 0)
        return kist_html_decode (value, (gsize)(p - value));
      p += quote && p < end;
    }
  return NULL;
}

/* The length of the reference "&…;" at @p; 0 when it is none. */
static gsize
measure_reference (const char *p, const char *end)
{
  const char *last = memchr (p, ';', (gsize)MIN (end - p, MAX_ENTITY + 2));
  const char *from = p + (p[1] == '#' ? g_ascii_tolower (p[2]) == 'x' ? 3 : 2 : 1);

  if (!last || last <= from)
    return 0;
  for (const char *c = from; c < last; c++)
    if (from == p + 1 ? !g_ascii_isalnum (*c) : from == p + 2 ? !g_ascii_isdigit (*c) : !g_ascii_isxdigit (*c))
      return 0;
  return (gsize)(last + 1 - p);
}

/**
 * kist_html_decode:
 * @text: text of an HTML file
 * @length: of it in bytes
 *
 * Returns: (transfer full): @text with its references ("&amp;", "&#163;") replaced by what they stand for
 */
char *
kist_html_decode (const char *text, gsize length)
{
  const char *end = text + length;
  GString    *result = g_string_sized_new (length);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; p < end;)
    {
      gsize reference = *p == '&' ? measure_reference (p, end) : 0;

      if (reference > 0)
        kist_entity_append (result, p, reference);
      else
        g_string_append_c (result, *p);
      p += MAX (reference, 1);
      if (g_ascii_iscntrl (result->str[result->len - 1]))
        result->str[result->len - 1] = result->str[result->len - 1] == '\n' ? '\n' : ' ';
    }
  return g_string_free (result, FALSE);
}
