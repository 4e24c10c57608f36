#include "kist-section.h"

#include <string.h>

#include "kist-visible.h"
#include "kist-word-count.h"

static void
kist_section_free (KistSection *section)
{
  g_free (section->heading);
  g_free (section);
}

static KistSection *
kist_section_new (char *heading, unsigned level, gsize offset)
{
  KistSection *section = g_new0 (KistSection, 1);

  section->heading = heading;
  section->level = level;
  section->offset = offset;
  return section;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* The text of a heading without its marks, or NULL when the line is none. */
static char *
read_heading (const char *line, const char *line_end, unsigned *level)
{
  const char *text = line, *end = line_end, *closing;

  while (text < line_end && *text == ' ' && text - line < 4)
    text++;
  for (*level = 0; text < line_end && *text == '#'; text++)
    ++*level;
  if (text - line > 3 + (gssize)*level || *level == 0 || *level > 6)
    return NULL;
  if (text < line_end && *text != ' ' && *text != '\t')
    return NULL;

  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  for (closing = end; closing > text && closing[-1] == '#'; closing--)
    ;
  if (closing > text && g_ascii_isspace (closing[-1]))
    end = closing;
  return g_strstrip (g_strndup (text, end - text));
}

static void
close_section (GPtrArray *sections, KistSection *section, const char *markdown, gsize end)
{
  section->length = end - section->offset;
  if (section->level == 0 && is_blank (markdown, section->length))
    {
      kist_section_free (section);
      return;
    }
  section->words = kist_word_count_length (markdown + section->offset, section->length);
  g_ptr_array_add (sections, section);
}

/**
 * kist_sections_of:
 * @markdown: a draft
 *
 * Cuts a draft at its headings: lines that begin with one to six '#', outside fenced code. Deeper headings cut as well;
 * what belongs together is told by the levels. What stands before the first heading is a section of its own, with
 * heading "" and level 0, unless it is blank. Headings underlined with '=' or '-' are text: no template of Kist has
 * them, and a criterion's heading comes from a template.
 *
 * Returns: (transfer full) (element-type KistSection): the sections as they stand; empty for a blank draft
 */
GPtrArray *
kist_sections_of (const char *markdown)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_section_free);
  KistSection *section;
  KistFence    fence = { 0 };
  const char  *line = markdown, *line_end;

  g_return_val_if_fail (markdown != NULL, NULL);

  section = kist_section_new (g_strdup (""), 0, 0);
  for (; *line; line = *line_end ? line_end + 1 : line_end)
    {
      char    *heading = NULL;
      unsigned level;

      line_end = line + strcspn (line, "\n");
      if (!kist_fence_takes (&fence, line, line_end) && !fence.mark)
        heading = read_heading (line, line_end, &level);
      if (!heading)
        continue;
      close_section (sections, section, markdown, line - markdown);
      section = kist_section_new (heading, level, (*line_end ? line_end + 1 : line_end) - markdown);
    }
  close_section (sections, section, markdown, line - markdown);
  return g_steal_pointer (&sections);
}
