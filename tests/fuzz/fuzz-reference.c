#include "kist-fuzz.h"

#include <string.h>

#include "journal/kist-passage-link.h"
#include "journal/kist-tag.h"

/* What is read as an address is written as the same; a link's words are where it says; and what tags come to stays so.
 */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (bytes, (gssize)length);
  const char      *texts[] = { text, "tag", NULL, NULL };
  g_autofree char *raw = g_strndup (bytes, length);
  g_autoptr (KistReference) reference = kist_reference_parse (raw);
  g_autoptr (GPtrArray) links = kist_passage_links_of (text);
  g_auto (GStrv) tags = NULL;
  g_auto (GStrv) again = NULL;

  if (reference)
    g_assert_cmpstr (kist_reference_get_address (reference), ==, raw);
  for (unsigned i = 0; i < links->len; i++)
    {
      const KistPassageLink *link = g_ptr_array_index (links, i);
      g_autofree char       *target = g_strdup_printf ("](%s)", kist_reference_get_address (link->reference));

      g_assert_true (g_str_has_prefix (text + link->end, target));
      g_assert_cmpuint (link->start, <=, link->end);
      g_assert_true (link->start > 0 && text[link->start - 1] == '[');
      g_assert_null (memchr (text + link->start, '\n', link->end - link->start));
    }
  texts[2] = raw;
  tags = kist_tags_normalise (texts, NULL);
  again = kist_tags_normalise ((const char *const *)tags, NULL);
  g_assert_true (g_strv_equal ((const char *const *)tags, (const char *const *)again));
}
