#include "kist-fuzz.h"

#include <string.h>

#include "journal/kist-text-difference.h"

/* Two texts in one, parted by the first NUL or in the middle: the parts give both back, whatever they are. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  const char      *end = memchr (bytes, '\0', length);
  gsize            first = end ? (gsize)(end - bytes) : length / 2;
  g_autofree char *old_text = g_utf8_make_valid (bytes, (gssize)first);
  g_autofree char *new_text = g_utf8_make_valid (bytes + first, (gssize)(length - first));
  g_autoptr (GArray) parts = kist_text_difference_new (old_text, new_text);
  g_autoptr (GString) as_old = g_string_new (NULL);
  g_autoptr (GString) as_new = g_string_new (NULL);

  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistTextPart *part = &g_array_index (parts, KistTextPart, i);
      const char         *text = (part->change == KIST_CHANGE_REMOVED ? old_text : new_text) + part->start;

      if (part->change != KIST_CHANGE_ADDED)
        g_string_append_len (as_old, text, (gssize)part->length);
      if (part->change != KIST_CHANGE_REMOVED)
        g_string_append_len (as_new, text, (gssize)part->length);
    }
  g_assert_cmpstr (as_old->str, ==, old_text);
  g_assert_cmpstr (as_new->str, ==, new_text);
}
