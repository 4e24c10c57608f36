#include <string.h>

#include "base/kist-error.h"
#include "kist-translator.h"

#define MOST_PROSE (1024 * 1024)

/**
 * kist_translator_append:
 * @self: a translator
 * @text: words to be shown
 * @length: how much of it
 */
void
kist_translator_append (KistTranslator *self, const char *text, gsize length)
{
  if (kist_translator_is_dropping (self))
    return;
  if (self->prose->len > MOST_PROSE && !self->error)
    self->error =
        g_error_new (KIST_ERROR, KIST_ERROR_TOO_LARGE, "The passage “%.100s” is too long.", self->source->name);
  for (gsize i = 0; i < length; i++)
    if ((unsigned char)text[i] >= ' ' || text[i] == '\n' || text[i] == '\t')
      g_string_append_c (self->prose, text[i]);
}

/* Whether there is nothing on the line from @start to @end but choices and the marks of a list. */
static gboolean
is_only_choices (const char *start, const char *end)
{
  gboolean is_link = FALSE;
  gboolean has_link = FALSE;

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\001' || *p == '\002')
        has_link = is_link = *p == '\001';
      else if (!is_link && !strchr (" \t*-|.>", *p))
        return FALSE;
      if (*p == '\002')
        has_link = TRUE;
    }
  return has_link;
}

/**
 * kist_translator_tidy:
 * @self: a translator at the end of a passage
 *
 * Makes the passage's text of the prose: without lines of nothing but choices, and with no more than one blank line
 * between two paragraphs.
 */
void
kist_translator_tidy (KistTranslator *self)
{
  GString *out = self->passage->text;

  for (const char *line = self->prose->str, *next; *line; line = next)
    {
      const char *end = strchrnul (line, '\n');

      next = *end ? end + 1 : end;
      if (is_only_choices (line, end))
        continue;
      for (; line < end; line++)
        if (*line != '\001' && *line != '\002')
          g_string_append_c (out, *line);
      while (out->len > 0 && strchr (" \t", out->str[out->len - 1]))
        g_string_truncate (out, out->len - 1);
      if (out->len > 0 && !g_str_has_suffix (out->str, "\n\n"))
        g_string_append_c (out, '\n');
    }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
}
