#include "content/kist-form-text.h"
#include "kist-publish-private.h"

/*
 * kist_publish_text:
 * @publication: what it is part of
 * @item: an entry
 * @error: where to put an error
 *
 * What it is in a few lines, an empty line, and its words as they are pasted into a form. What is over the caps of a
 * document stays as it is: nothing that somebody wrote is kept back.
 *
 * Returns: (transfer full): the file
 */
GBytes *
kist_publish_text (const KistPublication *publication, const KistPublicEntry *item, GError **error)
{
  g_autofree char *created = kist_publication_dup_date (publication, kist_entry_get_created (item->entry));
  g_autofree char *words = kist_form_text_new (NULL, kist_entry_get_body (item->entry), NULL);
  GString         *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n%s\n", item->title, created);
  if (item->thing)
    g_string_append_printf (out, "%s\n", item->thing);
  if (item->badge && g_strcmp0 (item->thing, item->badge) != 0)
    g_string_append_printf (out, "Badge: %s\n", item->badge);
  if (*item->tags)
    {
      g_autofree char *tags = g_strjoinv (", ", (char **)item->tags);

      g_string_append_printf (out, "Tags: %s\n", tags);
    }
  g_string_append_printf (out, "\n%s", words ? words : kist_entry_get_body (item->entry));
  return g_string_free_to_bytes (out);
}
