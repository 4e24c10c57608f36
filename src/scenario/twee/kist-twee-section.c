#include "kist-twee-section.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/kist-text.h"

static void
section_free (KistTweeSection *self)
{
  g_free (self->name);
  g_strfreev (self->tags);
  g_array_unref (self->tag_columns);
  g_free (self);
}

/* The first of @characters from @text on that no '\' takes literally, or the end. */
static const char *
find_unescaped (const char *text, const char *characters)
{
  const char *p = text;

  while (*p && !strchr (characters, *p))
    p += p[0] == '\\' && p[1] ? 2 : 1;
  return p;
}

static unsigned
column_of (const char *line, const char *place)
{
  return (unsigned)g_utf8_pointer_to_offset (line, place) + 1;
}

/* Reads what stands between @place, which is "[", and the end of the tags, and moves @place behind it. */
static void
read_tags (KistTweeSection *self, const char *header, const char **place, const char *file, KistReport *report)
{
  const char *end = find_unescaped (*place + 1, "]");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  unsigned column = column_of (header, *place + 1);

  for (const char *word = *place + 1; word < end;)
    {
      const char *after = MIN (find_unescaped (word, " \t"), end);

      if (after > word)
        {
          g_strv_builder_take (builder, kist_twee_unescape (word, after - word));
          g_array_append_val (self->tag_columns, column);
        }
      column += (unsigned)g_utf8_strlen (word, after - word) + 1;
      word = after + 1;
    }
  g_strfreev (self->tags);
  self->tags = g_strv_builder_end (builder);
  if (!*end)
    kist_report_add_at (report, file, self->line, column_of (header, *place), KIST_SEVERITY_WARNING,
                        "End the tags with “]”.", "The list of tags of “%s” is not closed.", self->name);
  *place = *end ? end + 1 : end;
}

/* Twine keeps the place and size of a passage in its map here. Nothing in it matters to Kist, only that it is readable.
 */
static void
check_metadata (KistTweeSection *self, const char *header, const char *metadata, const char *file, KistReport *report)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gboolean is_readable;
  unsigned line;

  json_parser_set_strict (parser, TRUE);
  is_readable = kist_text_is_shallow (metadata, KIST_TWEE_MAX_NESTING, &line) &&
                json_parser_load_from_data (parser, metadata, -1, NULL);
  if (!is_readable || !json_parser_get_root (parser) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    kist_report_add_at (report, file, self->line, column_of (header, metadata), KIST_SEVERITY_WARNING,
                        "Mend it or take it away; to have “{” in a name, write “\\{”.",
                        "What stands in braces behind the name of “%s” cannot be read and was dropped.", self->name);
}

/* ":: Name [tag tag] {"position": "…"}"; everything but the name may be missing. */
static KistTweeSection *
read_header (const char *header, unsigned line, const char *file, KistReport *report)
{
  KistTweeSection *self = g_new0 (KistTweeSection, 1);
  const char      *name = header + strlen ("::");
  const char      *place = find_unescaped (name, "[{");

  self->line = line;
  self->tags = g_new0 (char *, 1);
  self->tag_columns = g_array_new (FALSE, FALSE, sizeof (unsigned));
  self->name = g_strstrip (kist_twee_unescape (name, place - name));
  if (*place == '[')
    read_tags (self, header, &place, file, report);
  while (g_ascii_isspace (*place))
    place++;
  if (*place == '{')
    check_metadata (self, header, place, file, report);
  else if (*place)
    kist_report_add_at (report, file, line, column_of (header, place), KIST_SEVERITY_WARNING,
                        "A header is “:: Name [tags]” and nothing more.",
                        "What stands behind the tags of “%s” was dropped.", self->name);
  return self;
}

static gboolean
check_line (const char *line, unsigned number, const char *file, KistReport *report)
{
  if (strlen (line) <= KIST_TWEE_MAX_LINE)
    return TRUE;
  kist_report_add_at (report, file, number, (unsigned)g_utf8_strlen (line, KIST_TWEE_MAX_LINE) + 1, KIST_SEVERITY_ERROR,
                      "Divide it into paragraphs.", "This line is longer than %d bytes.", KIST_TWEE_MAX_LINE);
  return FALSE;
}

/**
 * kist_twee_section_split:
 * @text: a normalised text; its line ends become NULs, and the sections point into it
 * @file: for findings
 * @report: for findings
 *
 * A header is a line *beginning* with "::".
 *
 * Returns: (transfer full) (nullable) (element-type KistTweeSection): the passages in their order, the nameless ones
 * left out; %NULL when a line is over the cap
 */
GPtrArray *
kist_twee_section_split (char *text, const char *file, KistReport *report)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify)section_free);
  KistTweeSection *section = NULL;
  gboolean         is_before = TRUE;
  unsigned         number = 0;
  char            *next;

  for (char *line = text; line; line = next)
    {
      next = strchr (line, '\n');
      if (next)
        *next++ = '\0';
      number++;
      if (!check_line (line, number, file, report))
        return NULL;
      if (g_str_has_prefix (line, "::"))
        {
          is_before = FALSE;
          section = read_header (line, number, file, report);
          section->body = next;
          if (*section->name)
            g_ptr_array_add (sections, section);
          else
            {
              kist_report_add_at (report, file, number, 1, KIST_SEVERITY_ERROR, "Write “:: Name”.",
                                  "This passage has no name and was dropped.");
              g_clear_pointer (&section, section_free);
            }
        }
      else if (section)
        section->n_lines++;
      else if (is_before && *line && line[strspn (line, " \t")])
        {
          is_before = FALSE; /* said once */
          kist_report_add_at (report, file, number, 1, KIST_SEVERITY_WARNING, "Begin the file with “:: Name”.",
                              "What stands before the first passage was dropped.");
        }
    }
  return g_steal_pointer (&sections);
}

/**
 * kist_twee_section_has_tag:
 * @self: a section
 * @tag: a tag
 *
 * Returns: whether @self bears @tag
 */
gboolean
kist_twee_section_has_tag (const KistTweeSection *self, const char *tag)
{
  return g_strv_contains ((const char *const *)self->tags, tag);
}

/**
 * kist_twee_section_dup_body:
 * @self: a section
 *
 * Returns: (transfer full): its lines as one text again
 */
char *
kist_twee_section_dup_body (const KistTweeSection *self)
{
  GString    *body = g_string_new (NULL);
  const char *line = self->body;

  for (unsigned i = 0; i < self->n_lines; i++, line += strlen (line) + 1)
    {
      g_string_append (body, line);
      g_string_append_c (body, '\n');
    }
  return g_string_free (body, FALSE);
}

/**
 * kist_twee_unescape:
 * @text: a text
 * @length: how much of it
 *
 * Returns: (transfer full): the text, in which each '\' took the next character literally
 */
char *
kist_twee_unescape (const char *text, gsize length)
{
  GString *plain = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\\' && i + 1 < length)
        i++;
      g_string_append_c (plain, text[i]);
    }
  return g_string_free (plain, FALSE);
}
