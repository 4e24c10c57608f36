#include "kist-tag-index.h"

#include "journal/kist-entry.h"
#include "journal/kist-tag.h"

static void
tag_use_free (gpointer data)
{
  KistTagUse *self = data;

  g_free (self->tag);
  g_free (self->key);
  g_free (self);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const KistTagUse *)a)->key, ((const KistTagUse *)b)->key);
}

/* How often each spelling stands there; the spellings belong to the entries, which @entries keeps. */
static GHashTable *
count_spellings (GListModel *entries)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  unsigned    n = g_list_model_get_n_items (entries);

  for (unsigned i = 0; i < n; i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (entries, i);

      for (const char *const *tag = kist_entry_get_tags (entry); *tag; tag++)
        {
          unsigned count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *tag));

          g_hash_table_insert (counts, g_strdup (*tag), GUINT_TO_POINTER (count + 1));
        }
    }
  return counts;
}

/**
 * kist_tag_index_of:
 * @entries: a list model of #KistEntry
 *
 * Returns: (transfer full) (element-type KistTagUse): every tag of theirs, in the order of an alphabet; those that
 *   differ in case alone are one
 */
GPtrArray *
kist_tag_index_of (GListModel *entries)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func (tag_use_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) most = g_hash_table_new (NULL, NULL); /* of a use: how often its spelling stands there */
  g_autoptr (GHashTable) counts = NULL;
  GHashTableIter iter;
  gpointer       tag, count;

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), uses);

  counts = count_spellings (entries);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, &count))
    {
      g_autofree char *key = kist_tag_dup_key (tag);
      KistTagUse      *use = g_hash_table_lookup (by_key, key);
      unsigned         before;

      if (!use)
        {
          use = g_new0 (KistTagUse, 1);
          use->key = g_steal_pointer (&key);
          g_hash_table_insert (by_key, use->key, use);
          g_ptr_array_add (uses, use);
        }
      use->n_entries += GPOINTER_TO_UINT (count);
      before = GPOINTER_TO_UINT (g_hash_table_lookup (most, use));
      /* Of two that stand there as often, the same one every time. */
      if (GPOINTER_TO_UINT (count) > before || (GPOINTER_TO_UINT (count) == before && g_strcmp0 (tag, use->tag) < 0))
        {
          g_set_str (&use->tag, tag);
          g_hash_table_insert (most, use, count);
        }
    }
  g_ptr_array_sort_values (uses, compare_cb);
  return uses;
}
