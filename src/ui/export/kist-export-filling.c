#include "kist-export-filling.h"

#include "store/kist-store.h"

static void
add_entry (KistPublication *publication, KistLibrary *library, KistEntry *entry)
{
  const char *key = kist_entry_get_thing (entry);
  const char *id = kist_entry_get_badge (entry);
  KistThing  *thing = key ? kist_library_lookup_thing (library, key) : NULL;
  KistBadge  *badge = id ? kist_library_lookup_badge (library, id) : NULL;

  kist_publication_add_entry (publication, entry, thing ? kist_thing_get_title (thing) : NULL,
                              badge ? kist_badge_get_title (badge) : NULL);
}

/**
 * kist_export_filling_fill:
 * @publication: a publication
 * @library: what knows what entries are for
 * @folder: of the person's data, from which the pictures are read: the store may be closed meanwhile
 * @entries: (element-type KistEntry): what is to leave, in its order
 *
 * Returns: how many pictures are missing, or could not be read: their words stand in their place
 */
unsigned
kist_export_filling_fill (KistPublication *publication, KistLibrary *library, const char *folder, GPtrArray *entries)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GHashTable) images = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (publication != NULL && folder != NULL && entries != NULL, 0);

  for (unsigned i = 0; i < entries->len; i++)
    add_entry (publication, library, g_ptr_array_index (entries, i));
  ids = kist_publication_list_images (entries);
  if (ids->len == 0)
    return 0;
  g_ptr_array_add (ids, NULL);
  images = kist_contents_read_images (folder, (const char *const *)ids->pdata, &error);
  if (!images)
    {
      g_message ("The pictures could not be read: %s", error->message);
      images = g_hash_table_new (g_str_hash, g_str_equal);
    }
  return kist_publication_set_images (publication, images);
}
