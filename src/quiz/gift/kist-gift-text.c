#include "kist-gift-text.h"

#include <string.h>

#include "content/html/kist-html.h"
#include "content/html/kist-markdown-escape.h"
#include "content/kist-markdown.h"

#define ESCAPABLE "~=#{}:\\"

/* Not g_str_has_prefix(), which measures all of @text each time. */
static gboolean
begins_with (const char *text, const char *start)
{
  return strncmp (text, start, strlen (start)) == 0;
}

/* What Markdown says without its marks. */
static char *
dup_without_marks (const char *markdown)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);

  return document ? g_strstrip (kist_document_to_text (document)) : g_strdup (markdown);
}

/**
 * kist_gift_find_place:
 * @reader: what is known of the question
 * @at: (nullable): a place in its text
 * @line: (out): where that is in the file
 * @column: (out): in characters from 1
 *
 * What is not in the text stands where the question begins.
 */
void
kist_gift_find_place (const KistGiftReader *reader, const char *at, unsigned *line, unsigned *column)
{
  gsize offset;

  *line = reader->line;
  *column = reader->column;
  if (!at || !reader->block || at < reader->block->str || at >= reader->block->str + reader->block->len)
    return;
  offset = (gsize)(at - reader->block->str);
  for (unsigned i = reader->lines->len; i > 0; i--)
    {
      const KistGiftLine *start = &g_array_index (reader->lines, KistGiftLine, i - 1);

      if (start->offset > offset)
        continue;
      *line = start->line;
      *column = start->column + (unsigned)g_utf8_pointer_to_offset (reader->block->str + start->offset, at);
      return;
    }
}

/**
 * kist_gift_find:
 * @text: a text
 * @mark: what to look for
 *
 * Returns: (transfer none) (nullable): the first @mark in @text that has no '\' before it
 */
char *
kist_gift_find (char *text, const char *mark)
{
  for (char *p = text; *p; p++)
    {
      if (*p == '\\' && p[1])
        p++;
      else if (begins_with (p, mark))
        return p;
    }
  return NULL;
}

/* The same, the last. */
char *
kist_gift_find_last (char *text, const char *mark)
{
  char *last = NULL;

  for (char *p = kist_gift_find (text, mark); p; p = kist_gift_find (p + strlen (mark), mark))
    last = p;
  return last;
}

/* The first of any of @signs. */
char *
kist_gift_find_any (char *text, const char *signs)
{
  for (char *p = text; *p; p++)
    {
      if (*p == '\\' && p[1])
        p++;
      else if (strchr (signs, *p))
        return p;
    }
  return NULL;
}

/**
 * kist_gift_cut:
 * @text: a text, which is cut off before @mark
 * @mark: what to look for
 *
 * Returns: (transfer none) (nullable): what stands behind @mark
 */
char *
kist_gift_cut (char *text, const char *mark)
{
  char *found = kist_gift_find (text, mark);

  if (!found)
    return NULL;
  *found = '\0';
  return found + strlen (mark);
}

/**
 * kist_gift_take_format:
 * @text: (inout): a text, past its "[markdown]" or the like when it has one
 * @otherwise: what it is when it says nothing
 *
 * Returns: the format of @text
 */
KistGiftFormat
kist_gift_take_format (const char **text, KistGiftFormat otherwise)
{
  const struct
  {
    const char    *mark;
    KistGiftFormat format;
  } formats[] = {
    { "[plain]", KIST_GIFT_PLAIN },
    { "[moodle]", KIST_GIFT_PLAIN },
    { "[markdown]", KIST_GIFT_MARKDOWN },
    { "[html]", KIST_GIFT_HTML },
  };

  *text += strspn (*text, " \t\n");
  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    if (begins_with (*text, formats[i].mark))
      {
        *text += strlen (formats[i].mark);
        return formats[i].format;
      }
  return otherwise;
}

/**
 * kist_gift_clean:
 * @text: a text as it stands in the file
 * @keeps_lines: whether its line breaks and indents mean something, as in Markdown
 *
 * Takes the '\' off what it protects, makes "\n" a line break, and "->" of "-\>". Where lines do not count, white space
 * is one space, but for a line that begins with "- ", which is a point of a list to whoever wrote it.
 *
 * Returns: (transfer full): what it says
 */
char *
kist_gift_clean (const char *text, gboolean keeps_lines)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    {
      if (g_ascii_isspace (*p) && !keeps_lines)
        {
          gsize    length = strspn (p, " \t\n");
          gboolean is_point = memchr (p, '\n', length) && strncmp (p + length, "- ", 2) == 0;

          if (result->len > 0 && (is_point || !g_ascii_isspace (result->str[result->len - 1])))
            g_string_append_c (result, is_point ? '\n' : ' ');
          p += length > 0 ? length - 1 : 0;
        }
      else if (strncmp (p, KIST_GIFT_NO_ARROW, 3) == 0)
        {
          g_string_append (result, "->");
          p += 2;
        }
      else if (*p == '\\' && p[1] == 'n')
        {
          g_string_append_c (result, '\n');
          p++;
        }
      else
        {
          if (*p == '\\' && p[1] && strchr (ESCAPABLE, p[1]))
            p++;
          g_string_append_c (result, *p);
        }
    }
  return g_strstrip (g_string_free (result, FALSE));
}

/**
 * kist_gift_dup_text:
 * @reader: what is known of the question
 * @text: a text of it as it stands in the file, perhaps with a format before it
 *
 * Returns: (transfer full): what it says, in Markdown when the question is in Markdown or HTML, else plain
 */
char *
kist_gift_dup_text (const KistGiftReader *reader, const char *text)
{
  KistGiftFormat   format = kist_gift_take_format (&text, reader->format);
  g_autofree char *cleaned = kist_gift_clean (text, format != KIST_GIFT_PLAIN);
  g_autofree char *markdown = NULL;

  if (format == KIST_GIFT_HTML)
    markdown = kist_html_to_markdown (cleaned, reader->file, reader->line, reader->report);
  else if (format == KIST_GIFT_MARKDOWN)
    markdown = g_steal_pointer (&cleaned);
  if (reader->format == KIST_GIFT_PLAIN)
    return markdown ? dup_without_marks (markdown) : g_steal_pointer (&cleaned);
  return markdown ? g_steal_pointer (&markdown) : kist_markdown_escape (cleaned);
}
