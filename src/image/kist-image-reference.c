#include "kist-image-reference.h"

#include <string.h>

#include "image/kist-image.h"

static gboolean
begins_with_id (const char *text)
{
  for (unsigned i = 0; i < KIST_IMAGE_ID_LENGTH; i++)
    if (text[i] < 'a' || text[i] > 'p')
      return FALSE;
  return !g_ascii_isalnum (text[KIST_IMAGE_ID_LENGTH]);
}

/**
 * kist_image_reference_get_id:
 * @target: (nullable): where an image of Markdown points
 *
 * Returns: (transfer none) (nullable): the id of one of Kist's pictures, within @target; %NULL when it is none
 */
const char *
kist_image_reference_get_id (const char *target)
{
  const char *id;

  if (!target || !g_str_has_prefix (target, KIST_IMAGE_REFERENCE))
    return NULL;
  id = target + strlen (KIST_IMAGE_REFERENCE);
  return begins_with_id (id) && id[KIST_IMAGE_ID_LENGTH] == '\0' ? id : NULL;
}

/**
 * kist_image_reference_find:
 * @text: Markdown
 *
 * Every id that stands in @text, also where Markdown would show no picture, as in a code block: what is looked for here
 * is what must be kept, and a picture too many does no harm.
 *
 * Returns: (transfer full) (element-type utf8): the ids, each once, in their order
 */
GPtrArray *
kist_image_reference_find (const char *text)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (text != NULL, ids);

  while ((text = strstr (text, KIST_IMAGE_REFERENCE)))
    {
      g_autofree char *id = NULL;

      text += strlen (KIST_IMAGE_REFERENCE);
      if (!begins_with_id (text))
        continue;
      id = g_strndup (text, KIST_IMAGE_ID_LENGTH);
      text += KIST_IMAGE_ID_LENGTH;
      if (g_hash_table_add (seen, id))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  return ids;
}

/**
 * kist_image_reference_to_markdown:
 * @id: a picture's id
 * @alt: what it shows, in words
 *
 * Square brackets in @alt become round ones, since not every reader of Markdown finds the end of an image otherwise;
 * what else means something in Markdown is escaped, and lines become one.
 *
 * Returns: (transfer full): the image
 */
char *
kist_image_reference_to_markdown (const char *id, const char *alt)
{
  GString *out = g_string_new ("![");

  g_return_val_if_fail (id != NULL && alt != NULL, g_string_free (out, FALSE));

  for (const char *p = alt; *p; p++)
    if (*p == '[' || *p == ']')
      g_string_append_c (out, *p == '[' ? '(' : ')');
    else if (g_ascii_isspace (*p) || g_ascii_iscntrl (*p))
      g_string_append_c (out, ' ');
    else
      {
        if (strchr ("\\`*_<&~", *p))
          g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
      }
  g_string_append_printf (out, "](" KIST_IMAGE_REFERENCE "%s)", id);
  return g_string_free (out, FALSE);
}

/* Returns (transfer full): @length bytes of Markdown without the escapes. */
static char *
unescape (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\\' && i + 1 < length && g_ascii_ispunct (text[i + 1]))
        i++;
      g_string_append_c (out, text[i]);
    }
  return g_string_free (out, FALSE);
}

/**
 * kist_image_reference_find_in_line:
 * @line: a line of Markdown
 * @alt: (out) (nullable): what the picture shows, in words; "" where nothing says it
 *
 * Returns: (transfer full) (nullable): the id of the first picture in @line
 */
char *
kist_image_reference_find_in_line (const char *line, char **alt)
{
  g_autoptr (GPtrArray) ids = kist_image_reference_find (line);
  g_autofree char *target = NULL;
  const char      *place, *start;

  *alt = NULL;
  if (ids->len == 0)
    return NULL;
  target = g_strconcat (KIST_IMAGE_REFERENCE, g_ptr_array_index (ids, 0), NULL);
  place = strstr (line, target);
  start = g_strrstr_len (line, place - line, "![");
  *alt = start && place - start >= 4 ? unescape (start + 2, (gsize)(place - start - 4)) : g_strdup ("");
  return g_strdup (g_ptr_array_index (ids, 0));
}
