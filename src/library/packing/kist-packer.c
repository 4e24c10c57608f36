#include "kist-packer.h"

#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"
#include "kist-pack-index.h"
#include "library/kist-pack-check.h"
#include "library/kist-pack-loader.h"

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  const char *const *a_name = a, *const *b_name = b;

  return strcmp (*a_name, *b_name);
}

static GPtrArray *
read_files (KistPack *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (pack->files);
  guint64 total = 0;

  g_ptr_array_sort (names, compare_names_cb);
  for (unsigned i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (pack->folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;

      if (g_str_equal (name, KIST_PACK_INDEX_NAME))
        continue; /* made anew */
      bytes = kist_zip_load (path, cancellable, error);
      if (!bytes)
        return NULL;
      total += g_bytes_get_size (bytes);
      if (total > KIST_ZIP_MAX_BYTES)
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "The pack is larger than %d MiB.",
                       KIST_ZIP_MAX_BYTES >> 20);
          return NULL;
        }
      g_ptr_array_add (entries, kist_zip_entry_new (name, bytes));
    }
  return g_steal_pointer (&entries);
}

/**
 * kist_packer_pack:
 * @folder: a pack's folder
 * @report: where the check's findings go
 * @cancellable: (nullable): stops between two files
 * @error: return location; not set when it is @report that says why there is no pack
 *
 * Errors and warnings stop it, notes do not; so what is handed out is what kist_pack_check() calls clean.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
kist_packer_pack (const char *folder, KistReport *report, GCancellable *cancellable, GError **error)
{
  g_autofree char *manifest = NULL;
  g_autofree char *text = NULL;
  g_autoptr (KistPack) pack = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) index = NULL;

  g_return_val_if_fail (folder != NULL && KIST_IS_REPORT (report), NULL);

  manifest = g_build_filename (folder, "pack.md", NULL);
  if (!g_file_test (manifest, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is no pack.md in %s, so it is no pack.", folder);
      return NULL;
    }
  if (!kist_pack_check (folder, report, error) || kist_report_count (report, KIST_SEVERITY_WARNING) > 0)
    return NULL;
  pack = kist_pack_load (folder, folder, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!pack->manifest) /* changed since it was checked */
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "The pack changed while it was read; try again.");
      return NULL;
    }
  entries = read_files (pack, cancellable, error);
  if (!entries)
    return NULL;
  text = kist_pack_index_write (pack, entries);
  index = g_bytes_new (text, strlen (text));
  g_ptr_array_add (entries, kist_zip_entry_new (KIST_PACK_INDEX_NAME, index));
  return kist_zip_write (entries, error);
}

/**
 * kist_packer_write:
 * @folder: a pack's folder
 * @path: the file to make; one that is there is replaced
 * @report: where the check's findings go
 * @cancellable: (nullable): stops between two files
 * @error: return location; not set when it is @report that says why there is no pack
 *
 * In one step: after a fault @path is what it was before.
 *
 * Returns: whether @path is the pack now
 */
gboolean
kist_packer_write (const char *folder, const char *path, KistReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize       length;
  const char *data;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = kist_packer_pack (folder, report, cancellable, error);
  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return g_file_set_contents_full (path, data, (gssize)length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}
