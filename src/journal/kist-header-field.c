#include "kist-header-field.h"

#include <string.h>

#include "kist-section.h"
#include "kist-visible.h"

static void
kist_header_field_free (KistHeaderField *field)
{
  g_free (field->label);
  g_free (field->value);
  g_free (field);
}

static gboolean
has_content (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static void
take_line (GPtrArray *fields, const char *line)
{
  const char      *colon = strchr (line, ':');
  g_autofree char *label = colon ? g_strstrip (g_strndup (line, (gsize)(colon - line))) : NULL;
  g_autofree char *value = colon ? g_strstrip (g_strdup (colon + 1)) : NULL;
  KistHeaderField *field;

  if (!colon || !has_content (label) || !has_content (value) ||
      g_utf8_strlen (label, -1) > KIST_HEADER_FIELD_MAX_LABEL || fields->len >= KIST_HEADER_FIELD_MAX)
    return;
  field = g_new (KistHeaderField, 1);
  field->label = g_steal_pointer (&label);
  field->value = g_steal_pointer (&value);
  g_ptr_array_add (fields, field);
}

/**
 * kist_header_fields_of:
 * @markdown: a draft
 *
 * The rules stand at the top of the header. That a badge can want such fields is said by CPL+ and CPL 2025 of the SSSC
 * (mylearning.scot/?p=1537380, ?p=1622160).
 *
 * Returns: (transfer full) (element-type KistHeaderField): the fields as they stand, at most %KIST_HEADER_FIELD_MAX
 */
GPtrArray *
kist_header_fields_of (const char *markdown)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_header_field_free);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  const KistSection *top;
  KistVisible        walk;
  gunichar           character;

  g_return_val_if_fail (markdown != NULL, fields);

  sections = kist_sections_of (markdown);
  top = sections->len > 0 ? g_ptr_array_index (sections, 0) : NULL;
  if (!top || top->level > 1)
    return fields;
  kist_visible_init (&walk, markdown + top->offset, top->length);
  do
    {
      character = kist_visible_next (&walk);
      if (character && character != '\n')
        {
          g_string_append_unichar (line, character);
          continue;
        }
      take_line (fields, line->str);
      g_string_truncate (line, 0);
    }
  while (character);
  return fields;
}
