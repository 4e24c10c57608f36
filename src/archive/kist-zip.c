#include "kist-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/kist-error.h"
#include "kist-zip-private.h"
#include "kist-zip-names.h"

#define BLOCK (64 * 1024)

typedef struct archive       Archive;
typedef struct archive_entry ArchiveEntry;

static gboolean
fail_damaged (GError **error)
{
  g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "This is no zip file, or it is damaged or cut off.");
  return FALSE;
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE,
               "The zip file holds more than it says, more than %d MiB, or more than %d times its own size.",
               KIST_ZIP_MAX_BYTES >> 20, KIST_ZIP_MAX_RATIO);
  return FALSE;
}

/* By its list of contents at the end and by nothing else: a zip read in two ways can hold two things. */
static Archive *
open_reader (GBytes *bytes)
{
  Archive    *reader = archive_read_new ();
  gsize       length;
  const void *data = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip_seekable (reader);
  if (archive_read_open_memory (reader, data, length) == ARCHIVE_OK)
    return reader;
  archive_read_free (reader);
  return NULL;
}

static gboolean
check_header (Archive *reader, ArchiveEntry *entry, KistZipNames *names, GError **error)
{
  const char *name = archive_entry_pathname (entry);
  const char *format = archive_format_name (reader);
  unsigned    type = archive_entry_filetype (entry);

  if (!name)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "A name in the zip file is not UTF-8.");
      return FALSE;
    }
  if (!kist_zip_names_add (names, name, type == AE_IFDIR, error))
    return FALSE;
  if ((type != AE_IFREG && type != AE_IFDIR) || archive_entry_symlink (entry) || archive_entry_hardlink (entry))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "“%s” in the zip file is a link, or no plain file.", name);
      return FALSE;
    }
  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "“%s” in the zip file is locked with a password.", name);
      return FALSE;
    }
  /* The others may ask for gigabytes before the first byte is out. */
  if (type == AE_IFREG && !g_str_has_suffix (format, "(deflation)") && !g_str_has_suffix (format, "(uncompressed)"))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID,
                   "“%s” in the zip file is packed in a way that is not read here; make a plain zip.", name);
      return FALSE;
    }
  return TRUE;
}

static guint32
get_number (const guint8 *at, unsigned n_bytes)
{
  guint32 number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | at[n_bytes];
  return number;
}

/* libarchive makes "/" of "\\" in some names before one sees them, so these are looked for where they stand: in the
 * list of contents, whose place is in the last 22 bytes before the comment. */
static gboolean
check_backslashes (GBytes *bytes, GError **error)
{
  static const guint8 end_mark[] = "PK\5\6", entry_mark[] = "PK\1\2";
  gsize               length, at;
  const guint8       *data = g_bytes_get_data (bytes, &length);

  if (length < 22)
    return fail_damaged (error);
  for (at = length - 22; at > 0 && memcmp (data + at, end_mark, 4) != 0; at--)
    if (length - at > 22 + G_MAXUINT16)
      return fail_damaged (error);
  at = get_number (data + at + 16, 4);
  while (at + 46 <= length && memcmp (data + at, entry_mark, 4) == 0)
    {
      gsize n_name = get_number (data + at + 28, 2);
      gsize n_rest = get_number (data + at + 30, 2) + get_number (data + at + 32, 2);

      if (memchr (data + at + 46, '\\', MIN (n_name, length - at - 46)))
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "A name in the zip file has a “\\” in it.");
          return FALSE;
        }
      at += 46 + n_name + n_rest;
    }
  return TRUE;
}

/* Before anything is unpacked: every name, and every size as it is claimed. */
static gboolean
check_headers (GBytes *bytes, GError **error)
{
  g_autoptr (KistZipNames) names = kist_zip_names_new ();
  Archive      *reader = open_reader (bytes);
  ArchiveEntry *entry;
  guint64       claimed = 0;
  unsigned      n_entries = 0;
  int           status = ARCHIVE_FATAL;
  gboolean      is_good = reader != NULL;

  while (is_good && (status = archive_read_next_header (reader, &entry)) == ARCHIVE_OK)
    {
      is_good = check_header (reader, entry, names, error);
      claimed += MAX (archive_entry_size (entry), 0);
      if (is_good && ++n_entries > KIST_ZIP_MAX_ENTRIES)
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "The zip file has more than %d entries.",
                       KIST_ZIP_MAX_ENTRIES);
          is_good = FALSE;
        }
      if (is_good && !kist_zip_is_within_caps (claimed, g_bytes_get_size (bytes)))
        is_good = fail_too_large (error);
    }
  if (reader)
    archive_read_free (reader);
  if (error && *error)
    return FALSE;
  return is_good && status == ARCHIVE_EOF ? TRUE : fail_damaged (error);
}

/* What is claimed may be a lie, so that what really comes out is counted again. */
static GBytes *
read_entry (Archive *reader, guint64 claimed, gsize packed, guint64 *unpacked, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_sized_new ((guint)claimed);
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t         n;

  while ((n = archive_read_data (reader, block, BLOCK)) > 0)
    {
      *unpacked += n;
      if (content->len + (guint64)n > claimed || !kist_zip_is_within_caps (*unpacked, packed))
        {
          fail_too_large (error);
          return NULL;
        }
      g_byte_array_append (content, block, n);
    }
  if (n < 0)
    {
      fail_damaged (error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static GPtrArray *
read_entries (GBytes *bytes, KistZipWanted is_wanted, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  Archive      *reader = open_reader (bytes);
  ArchiveEntry *header;
  guint64       unpacked = 0;
  int           status = ARCHIVE_FATAL;
  gboolean      is_good = reader != NULL;

  while (is_good && (status = archive_read_next_header (reader, &header)) == ARCHIVE_OK)
    {
      g_autofree char *name = g_strdup (archive_entry_pathname (header));
      guint64          claimed = (guint64)MAX (archive_entry_size (header), 0);
      g_autoptr (GBytes) content = NULL;

      if (archive_entry_filetype (header) == AE_IFDIR || (is_wanted && !is_wanted (name, claimed, data)))
        continue;
      content = read_entry (reader, claimed, g_bytes_get_size (bytes), &unpacked, error);
      is_good = content != NULL;
      if (content)
        g_ptr_array_add (entries, kist_zip_entry_new (name, content));
    }
  if (reader)
    archive_read_free (reader);
  if (!is_good)
    return NULL;
  if (status != ARCHIVE_EOF)
    {
      fail_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&entries);
}

/**
 * kist_zip_entry_new:
 * @name: its path in the zip
 * @bytes: (transfer none): what is in it
 *
 * Returns: (transfer full): an entry
 */
KistZipEntry *
kist_zip_entry_new (const char *name, GBytes *bytes)
{
  KistZipEntry *entry = g_new0 (KistZipEntry, 1);

  entry->name = g_strdup (name);
  entry->bytes = g_bytes_ref (bytes);
  return entry;
}

/**
 * kist_zip_entry_free:
 * @entry: (transfer full): an entry
 */
void
kist_zip_entry_free (KistZipEntry *entry)
{
  g_free (entry->name);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

/**
 * kist_zip_load:
 * @path: a file
 * @cancellable: (nullable): stops reading
 * @error: return location
 *
 * Reads a file whole that is to be handed to kist_zip_read(). Devices, folders and what is over the cap are refused
 * before a byte is read. Blocks.
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL with #KistError or #GIOErrorEnum set
 */
GBytes *
kist_zip_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (!info)
    {
      if (error && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_clear_error (error);
          g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "%s does not exist.", path);
        }
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "This is not a file.");
      return NULL;
    }
  if (g_file_info_get_size (info) > KIST_ZIP_MAX_BYTES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "This file is larger than %d MiB.",
                   KIST_ZIP_MAX_BYTES >> 20);
      return NULL;
    }
  return g_file_load_bytes (file, cancellable, NULL, error);
}

/**
 * kist_zip_read:
 * @bytes: a zip file
 * @error: return location
 *
 * Names, kinds, number and sizes of all entries are checked before any is unpacked, and the sizes again while they are.
 * Folders are no entries of the result. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type KistZipEntry) (nullable): its files in the zip's order, or %NULL with
 * %KIST_ERROR_INVALID, %KIST_ERROR_TOO_LARGE or %KIST_ERROR_CORRUPT
 */
GPtrArray *
kist_zip_read (GBytes *bytes, GError **error)
{
  return kist_zip_read_some (bytes, NULL, NULL, error);
}

/**
 * kist_zip_read_some:
 * @bytes: a zip file
 * @is_wanted: (nullable) (scope call): asked of each file in the zip's order; %NULL wants all
 * @data: for @is_wanted
 * @error: return location
 *
 * As kist_zip_read(), but what is not wanted is never unpacked, and costs no memory.
 *
 * Returns: (transfer full) (element-type KistZipEntry) (nullable): the files that are wanted
 */
GPtrArray *
kist_zip_read_some (GBytes *bytes, KistZipWanted is_wanted, gpointer data, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  GPtrArray *entries = NULL;
  locale_t   own, utf8;

  g_return_val_if_fail (bytes != NULL, NULL);

  utf8 = kist_zip_enter_utf8 (&own);
  if (check_backslashes (bytes, &own_error) && check_headers (bytes, &own_error))
    entries = read_entries (bytes, is_wanted, data, &own_error);
  kist_zip_leave_utf8 (utf8, own);
  if (!entries)
    g_propagate_error (error, g_steal_pointer (&own_error));
  return entries;
}
