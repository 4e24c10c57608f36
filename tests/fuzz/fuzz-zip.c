#include "kist-fuzz.h"

#include "archive/kist-zip.h"

/* Whatever the bytes: an error in words, or entries that are within every cap and that can be written and read again.
 */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autoptr (GBytes) zip = g_bytes_new_static (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = kist_zip_read (zip, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) again = NULL;
  gsize total = 0;

  g_assert_true ((entries == NULL) == (error != NULL));
  g_assert_true (!error || g_utf8_validate (error->message, -1, NULL));
  if (!entries || entries->len == 0)
    return;
  for (unsigned i = 0; i < entries->len; i++)
    {
      const KistZipEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (g_utf8_validate (entry->name, -1, NULL) && *entry->name && *entry->name != '/');
      total += g_bytes_get_size (entry->bytes);
    }
  g_assert_cmpuint (entries->len, <=, KIST_ZIP_MAX_ENTRIES);
  g_assert_cmpuint (total, <=, MIN (KIST_ZIP_MAX_BYTES, length * KIST_ZIP_MAX_RATIO));
  written = kist_zip_write (entries, &error);
  g_assert_no_error (error);
  again = kist_zip_read (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, entries->len);
}
