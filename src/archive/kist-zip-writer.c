#include "kist-zip-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/kist-error.h"
#include "kist-zip-names.h"

/* The file of a package that holds its media type. */
#define TYPE_NAME "mimetype"

typedef struct archive       Archive;
typedef struct archive_entry ArchiveEntry;

static la_ssize_t
append_cb (Archive *writer, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, length);
  return (la_ssize_t)length;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const KistZipEntry *const *a_entry = a, *const *b_entry = b;

  return strcmp ((*a_entry)->name, (*b_entry)->name);
}

static gboolean
write_entry (Archive *writer, const KistZipEntry *entry)
{
  ArchiveEntry *header = archive_entry_new ();
  gsize         length;
  const void   *data = g_bytes_get_data (entry->bytes, &length);
  gboolean      is_good;

  /* No time, no owner: the format's own earliest day stands there, whatever the clock and the time zone say. */
  archive_entry_set_pathname (header, entry->name);
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_size (header, (la_int64_t)length);
  is_good = archive_write_header (writer, header) == ARCHIVE_OK &&
            (length == 0 || archive_write_data (writer, data, length) == (la_ssize_t)length);
  archive_entry_free (header);
  return is_good;
}

/* ODF 1.2, part 3, 3.3: the file that says what a package is comes first and is not compressed, so that its words stand
 * at a fixed place. */
static gboolean
write_type (Archive *writer, const char *type)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (type, strlen (type));
  g_autoptr (KistZipEntry) entry = kist_zip_entry_new (TYPE_NAME, bytes);

  return archive_write_zip_set_compression_store (writer) == ARCHIVE_OK && write_entry (writer, entry);
}

static GBytes *
write_sorted (GPtrArray *sorted, const char *type, gboolean is_packed)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Archive *writer = archive_write_new ();
  gboolean is_good;

  is_good = archive_write_set_format_zip (writer) == ARCHIVE_OK &&
            archive_write_set_bytes_in_last_block (writer, 1) == ARCHIVE_OK &&
            archive_write_open (writer, bytes, NULL, append_cb, NULL) == ARCHIVE_OK;
  if (is_good && type)
    is_good = write_type (writer, type);
  is_good = is_good && (is_packed ? archive_write_zip_set_compression_deflate (writer)
                                  : archive_write_zip_set_compression_store (writer)) == ARCHIVE_OK;
  for (unsigned i = 0; is_good && i < sorted->len; i++)
    is_good = write_entry (writer, g_ptr_array_index (sorted, i));
  is_good = is_good && archive_write_close (writer) == ARCHIVE_OK;
  archive_write_free (writer);
  return is_good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
check_entries (GPtrArray *sorted, const char *type, guint64 *total, GError **error)
{
  g_autoptr (KistZipNames) names = kist_zip_names_new ();

  *total = 0;
  if (sorted->len == 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "There is no file to put into the zip file.");
      return FALSE;
    }
  if (type && !kist_zip_names_add (names, TYPE_NAME, FALSE, error))
    return FALSE;
  for (unsigned i = 0; i < sorted->len; i++)
    {
      const KistZipEntry *entry = g_ptr_array_index (sorted, i);

      if (!kist_zip_names_add (names, entry->name, FALSE, error))
        return FALSE;
      *total += g_bytes_get_size (entry->bytes);
    }
  if (sorted->len + (type ? 1 : 0) > KIST_ZIP_MAX_ENTRIES || *total > KIST_ZIP_MAX_BYTES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "A zip file holds at most %d files and %d MiB.",
                   KIST_ZIP_MAX_ENTRIES, KIST_ZIP_MAX_BYTES >> 20);
      return FALSE;
    }
  return TRUE;
}

/**
 * kist_zip_enter_utf8:
 * @own: (out): what the thread had before
 *
 * libarchive turns names into the thread's own encoding. From now on they stay UTF-8, wherever the program runs.
 *
 * Returns: for kist_zip_leave_utf8()
 */
locale_t
kist_zip_enter_utf8 (locale_t *own)
{
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);

  *own = utf8 ? uselocale (utf8) : (locale_t)0;
  return utf8;
}

/**
 * kist_zip_leave_utf8:
 * @utf8: what kist_zip_enter_utf8() gave
 * @own: what it set
 *
 * Gives the thread its own encoding back.
 */
void
kist_zip_leave_utf8 (locale_t utf8, locale_t own)
{
  if (!utf8)
    return;
  uselocale (own);
  freelocale (utf8);
}

/**
 * kist_zip_is_within_caps:
 * @unpacked: how many bytes come out
 * @packed: of how many
 *
 * Returns: whether anybody may be asked to unpack that
 */
gboolean
kist_zip_is_within_caps (guint64 unpacked, gsize packed)
{
  return unpacked <= KIST_ZIP_MAX_BYTES && unpacked <= (guint64)packed * KIST_ZIP_MAX_RATIO;
}

/**
 * kist_zip_write:
 * @entries: (element-type KistZipEntry): what is to be in it, in any order
 * @error: return location
 *
 * Sorted by name, with no time and no owner, so that the same entries always give the same bytes; and nothing is
 * written that kist_zip_read() would refuse. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the zip file, or %NULL with %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
GBytes *
kist_zip_write (GPtrArray *entries, GError **error)
{
  g_return_val_if_fail (entries != NULL, NULL);

  return kist_zip_write_package (entries, NULL, error);
}

/**
 * kist_zip_write_package:
 * @entries: (element-type KistZipEntry): what is to be in it, in any order
 * @type: (nullable): the media type, "application/vnd.oasis.opendocument.text"
 * @error: return location
 *
 * As kist_zip_write(), for formats that are zip files with their media type in front: OpenDocument, EPUB.
 *
 * Returns: (transfer full) (nullable): the zip file, or %NULL with %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
GBytes *
kist_zip_write_package (GPtrArray *entries, const char *type, GError **error)
{
  g_autoptr (GPtrArray) sorted = NULL;
  GBytes  *bytes = NULL;
  guint64  total;
  locale_t own, utf8;

  g_return_val_if_fail (entries != NULL, NULL);

  sorted = g_ptr_array_copy (entries, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_entries_cb);
  if (!check_entries (sorted, type, &total, error))
    return NULL;
  utf8 = kist_zip_enter_utf8 (&own);
  bytes = write_sorted (sorted, type, TRUE);
  if (bytes && !kist_zip_is_within_caps (total, g_bytes_get_size (bytes)))
    {
      /* So even that a reader would take it for a bomb. */
      g_bytes_unref (bytes);
      bytes = write_sorted (sorted, type, FALSE);
    }
  kist_zip_leave_utf8 (utf8, own);
  if (!bytes)
    g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "The zip file could not be made.");
  return bytes;
}
