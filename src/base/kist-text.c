#include "kist-text.h"

#include <gio/gio.h>
#include <string.h>

#include "kist-error.h"

#define MAX_ID_LENGTH 64
#define NO_BREAK_SPACE "\xc2\xa0"

/**
 * kist_text_read_file:
 * @path: a file
 * @max_bytes: the size over which it is refused; usually %KIST_TEXT_MAX_BYTES
 * @error: return location
 *
 * Reads a text file, but no device, pipe or folder. Blocks; not for the main thread. A #KistError does not name @path,
 * which a finding or a caller puts before it; a #GIOErrorEnum does.
 *
 * Returns: (transfer full) (nullable): the normalised text, or %NULL with #KistError or #GIOErrorEnum set
 */
char *
kist_text_read_file (const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *bytes = NULL;
  gsize            length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (!info)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "This is not a file.");
      return NULL;
    }

  stream = g_file_read (file, NULL, error);
  if (!stream)
    return NULL;
  bytes = g_malloc (max_bytes + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, max_bytes + 1, &length, NULL, error))
    return NULL;
  if (length > max_bytes)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "This file is larger than %" G_GSIZE_FORMAT " KiB.",
                   max_bytes / 1024);
      return NULL;
    }
  return kist_text_normalise (bytes, length, error);
}

/**
 * kist_text_normalise:
 * @bytes: (array length=length): anything
 * @length: the number of bytes
 * @error: return location
 *
 * Skips a byte-order mark and turns every line ending into "\n".
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %KIST_ERROR_INVALID when it is no UTF-8 or has a NUL
 */
char *
kist_text_normalise (const char *bytes, gsize length, GError **error)
{
  GString    *text;
  const char *end;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  /* With a length given, a NUL is as invalid as a broken sequence. */
  if (length > 0 && !g_utf8_validate_len (bytes, length, &end))
    {
      unsigned line = 1;

      for (const char *p = bytes; p < end; p++)
        line += *p == '\n' || (*p == '\r' && p[1] != '\n');
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "Line %u is not UTF-8 text.", line);
      return NULL;
    }

  text = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] != '\r')
        g_string_append_c (text, bytes[i]);
      else if (i + 1 == length || bytes[i + 1] != '\n')
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/**
 * kist_text_line_of:
 * @text: a normalised text
 * @place: a pointer into @text
 *
 * Returns: the line of @place, from 1
 */
unsigned
kist_text_line_of (const char *text, const char *place)
{
  unsigned line = 1;

  g_return_val_if_fail (text != NULL && place >= text, 0);

  for (const char *p = text; p < place; p++)
    line += *p == '\n';
  return line;
}

/**
 * kist_text_is_shallow:
 * @text: a normalised text in JSON
 * @max_depth: how deep objects and lists may be nested
 * @line: (out): where @text gets deeper; set only when %FALSE is returned
 *
 * Readers of JSON call themselves for every level, so foreign text is asked this first. Brackets inside of quotes do
 * not count.
 *
 * Returns: whether @text is nested no deeper than @max_depth
 */
gboolean
kist_text_is_shallow (const char *text, unsigned max_depth, unsigned *line)
{
  gboolean is_quoted = FALSE;
  unsigned depth = 0;

  g_return_val_if_fail (text != NULL && line != NULL, FALSE);

  for (const char *p = text; *p; p++)
    {
      if (is_quoted && *p == '\\' && p[1])
        p++;
      else if (*p == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && (*p == '{' || *p == '['))
        depth++;
      else if (!is_quoted && (*p == '}' || *p == ']') && depth > 0)
        depth--;
      if (depth > max_depth)
        {
          *line = kist_text_line_of (text, p);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * kist_text_is_id:
 * @text: (nullable): any text
 *
 * Ids name Things, steps, prompts and criteria for good: 1 to 64 of a–z, 0–9, '-', '_' and '.', beginning with a letter
 * or digit. They are part of file names and of stored keys, hence neither '/' nor capitals.
 *
 * Returns: whether @text may be an id
 */
gboolean
kist_text_is_id (const char *text)
{
  gsize length = text ? strlen (text) : 0;

  if (length == 0 || length > MAX_ID_LENGTH || !g_ascii_isalnum (text[0]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && !strchr ("-_.", text[i]))
      return FALSE;
  return TRUE;
}

/**
 * kist_text_to_id:
 * @text: any text
 *
 * Makes an id out of a title, for authors who gave none: letters and digits in lower case, all else a single '-'.
 *
 * Returns: (transfer full): an id; "x" when nothing of @text can be part of one
 */
char *
kist_text_to_id (const char *text)
{
  g_autofree char *ascii = NULL;
  GString         *id;

  g_return_val_if_fail (text != NULL, NULL);

  ascii = g_str_to_ascii (text, "C");
  id = g_string_new (NULL);
  for (const char *p = ascii; *p && id->len < MAX_ID_LENGTH; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (id, g_ascii_tolower (*p));
      else if (id->len > 0 && id->str[id->len - 1] != '-' && *p != '\'')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append_c (id, 'x');
  return g_string_free (id, FALSE);
}

/**
 * kist_text_skip_blanks:
 * @text: a normalised text
 *
 * A no-break space (U+00A0) is a blank too: word processors make them of the spaces that somebody indents a line with,
 * and nobody can see it.
 *
 * Returns: (transfer none): behind the spaces, tabs and no-break spaces that @text begins with
 */
char *
kist_text_skip_blanks (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  while (*text == ' ' || *text == '\t' || strncmp (text, NO_BREAK_SPACE, 2) == 0)
    text += *text == ' ' || *text == '\t' ? 1 : 2;
  return (char *)text;
}

/**
 * kist_text_plain_indents:
 * @text: a normalised text
 *
 * Returns: (transfer full): @text with a space for each no-break space that a line begins with
 */
char *
kist_text_plain_indents (const char *text)
{
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_sized_new (strlen (text));
  for (const char *line = text; *line;)
    {
      const char *start = kist_text_skip_blanks (line);
      const char *end = start + strcspn (start, "\n");

      for (const char *p = line; p < start; p += *p == ' ' || *p == '\t' ? 1 : 2)
        g_string_append_c (plain, *p == '\t' ? '\t' : ' ');
      g_string_append_len (plain, start, end - start + (*end == '\n'));
      line = *end ? end + 1 : end;
    }
  return g_string_free (plain, FALSE);
}

/**
 * kist_text_count_characters:
 * @text: UTF-8
 * @length: how many bytes of it, up to the end of a character
 *
 * What g_utf8_strlen() counts, several times as fast: every byte that does not continue a character (RFC 3629, section
 * 3) begins one, so that no byte has to wait for the length of the character before it.
 *
 * Returns: how many characters that is
 */
gsize
kist_text_count_characters (const char *text, gsize length)
{
  gsize n = 0;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  for (gsize i = 0; i < length; i++)
    n += ((guchar)text[i] & 0xC0) != 0x80;
  return n;
}
