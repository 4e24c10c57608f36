#include "kist-tag.h"

#include <string.h>

typedef struct
{
  char *tag;
  char *key;
} Tag;

static void
tag_free (gpointer data)
{
  Tag *self = data;

  g_free (self->tag);
  g_free (self->key);
  g_free (self);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Tag *)a)->key, ((const Tag *)b)->key);
}

/* Ends a list that was sorted on the way. */
static char **
to_list (GPtrArray *tags)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  g_ptr_array_sort_values (tags, compare_cb);
  for (unsigned i = 0; i < tags->len; i++)
    g_strv_builder_add (list, ((const Tag *)g_ptr_array_index (tags, i))->tag);
  return g_strv_builder_end (list);
}

/**
 * kist_tag_dup_clean:
 * @text: what somebody typed, or a label of another program
 *
 * Makes a tag of a text: composed characters (NFC, so that what looks the same is the same), one blank between words
 * and none at the ends, no control characters.
 *
 * Returns: (transfer full) (nullable): the tag; %NULL when nothing is left, when it is longer than
 *   %KIST_TAG_MAX_CHARACTERS or when it is no UTF-8
 */
char *
kist_tag_dup_clean (const char *text)
{
  g_autoptr (GString) clean = NULL;
  g_autofree char *composed = NULL;
  gboolean         has_gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (!composed)
    return NULL;
  clean = g_string_new (NULL);
  for (const char *at = composed; *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character))
        {
          has_gap = clean->len > 0;
          continue;
        }
      if (has_gap)
        g_string_append_c (clean, ' ');
      g_string_append_unichar (clean, character);
      has_gap = FALSE;
    }
  if (clean->len == 0 || g_utf8_strlen (clean->str, (gssize)clean->len) > KIST_TAG_MAX_CHARACTERS)
    return NULL;
  return g_strdup (clean->str);
}

/**
 * kist_tag_dup_key:
 * @tag: a tag
 *
 * Returns: (transfer full): what is the same for tags that differ in case alone, and what they are sorted by
 */
char *
kist_tag_dup_key (const char *tag)
{
  g_autofree char *folded = NULL;
  char            *key;

  g_return_val_if_fail (tag != NULL, NULL);

  folded = g_utf8_casefold (tag, -1);
  key = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
  return key ? key : g_steal_pointer (&folded);
}

/**
 * kist_tags_normalise:
 * @texts: (array zero-terminated=1): tags as they were typed, or labels of another program
 * @n_left_out: (out) (optional): how many are no tags, or too many; one that is there twice is not left out
 *
 * Of tags that differ in case alone the first stays; beyond %KIST_TAG_MAX none does.
 *
 * Returns: (transfer full): the tags in the order of their keys, which no computer's language changes
 */
char **
kist_tags_normalise (const char *const *texts, unsigned *n_left_out)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (tag_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  unsigned n = 0;

  g_return_val_if_fail (texts != NULL, NULL);

  for (; *texts; texts++)
    {
      g_autofree char *clean = kist_tag_dup_clean (*texts);
      g_autofree char *key = clean ? kist_tag_dup_key (clean) : NULL;
      Tag             *tag;

      if (key && g_hash_table_contains (seen, key))
        continue;
      if (!key || tags->len == KIST_TAG_MAX)
        {
          n++;
          continue;
        }
      tag = g_new0 (Tag, 1);
      tag->tag = g_steal_pointer (&clean);
      tag->key = g_steal_pointer (&key);
      g_hash_table_add (seen, tag->key);
      g_ptr_array_add (tags, tag);
    }
  if (n_left_out)
    *n_left_out = n;
  return to_list (tags);
}

/**
 * kist_tags_with:
 * @tags: (array zero-terminated=1): tags of an entry
 * @text: another one, as it was typed
 *
 * Returns: (transfer full) (nullable): the tags with that one; %NULL when it is no tag, is there already, or is too
 *   much
 */
char **
kist_tags_with (const char *const *tags, const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (tags != NULL && text != NULL, NULL);

  g_strv_builder_addv (builder, (const char **)tags);
  g_strv_builder_add (builder, text);
  all = g_strv_builder_end (builder);
  list = kist_tags_normalise ((const char *const *)all, NULL);
  return g_strv_length (list) > g_strv_length ((char **)tags) ? g_steal_pointer (&list) : NULL;
}

/**
 * kist_tags_without:
 * @tags: (array zero-terminated=1): tags of an entry
 * @tag: one of them, as it is written there
 *
 * Returns: (transfer full): the others
 */
char **
kist_tags_without (const char *const *tags, const char *tag)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  g_return_val_if_fail (tags != NULL && tag != NULL, NULL);

  for (; *tags; tags++)
    if (!g_str_equal (*tags, tag))
      g_strv_builder_add (list, *tags);
  return g_strv_builder_end (list);
}
