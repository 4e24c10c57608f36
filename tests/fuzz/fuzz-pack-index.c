#include "kist-fuzz.h"

#include "archive/kist-zip.h"
#include "base/kist-text.h"
#include "library/packing/kist-pack-index.h"

/* Whatever pack.json says: an error in words, or every file of the zip is listed in it as it is. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autoptr (GBytes) index = g_bytes_new (bytes, length);
  g_autoptr (GBytes) text = g_bytes_new_static ("A map.\n", 7);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_ptr_array_add (entries, kist_zip_entry_new ("media/map.txt", text));
  g_ptr_array_add (entries, kist_zip_entry_new ("pack.json", index));
  if (kist_pack_index_verify (entries, &id, &error))
    g_assert_true (kist_text_is_id (id));
  else
    g_assert_true (error && g_utf8_validate (error->message, -1, NULL) && !id);
}
