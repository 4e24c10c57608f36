#include <archive.h>
#include <archive_entry.h>

#include "base/kist-error.h"
#include "kist-zip-private.h"

#define BLOCK (64 * 1024)

typedef struct archive       Archive;
typedef struct archive_entry ArchiveEntry;

/* What a search in one zip has so far. */
typedef struct
{
  Archive      *reader;
  KistZipWanted is_wanted;
  gpointer      data;
  guint64       room; /* how many bytes may still be unpacked */
  GCancellable *cancellable;
  GPtrArray    *entries; /* (element-type KistZipEntry) (owned) */
} Search;

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, KIST_ERROR, code, message);
  return FALSE;
}

/* A pipe would never end, and a folder is no zip. */
static gboolean
check_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (!info)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return fail (error, KIST_ERROR_INVALID, "This is not a file.");
  if (g_file_info_get_size (info) > KIST_ZIP_PICK_MAX_FILE)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "This zip file is larger than %d GiB.",
                   (int)(KIST_ZIP_PICK_MAX_FILE >> 30));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_header (ArchiveEntry *header, Archive *reader, const char *name, GError **error)
{
  const char *format = archive_format_name (reader);
  gboolean    is_plain = archive_entry_filetype (header) == AE_IFREG && !archive_entry_symlink (header) &&
                      !archive_entry_hardlink (header) && !archive_entry_is_encrypted (header);

  /* The other ways of packing may ask for gigabytes before the first byte is out. */
  if (is_plain && (g_str_has_suffix (format, "(deflation)") || g_str_has_suffix (format, "(uncompressed)")))
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID,
               "“%s” in the zip file is locked, no plain file, or packed in a way that is not read here.", name);
  return FALSE;
}

/* What is claimed may be a lie, so what comes out is what counts. */
static GBytes *
unpack (Search *self, const char *name, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t         n;

  while ((n = archive_read_data (self->reader, block, BLOCK)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;
      if ((guint64)n > self->room)
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "“%s” in the zip file is larger than is read here.",
                       name);
          return NULL;
        }
      self->room -= (guint64)n;
      g_byte_array_append (content, block, (guint)n);
    }
  if (n < 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "“%s” in the zip file is damaged or cut off.", name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
take (Search *self, ArchiveEntry *header, GError **error)
{
  const char      *shown = archive_entry_pathname (header);
  g_autofree char *name = shown && g_utf8_validate (shown, -1, NULL) ? g_strdup (shown) : NULL;
  g_autoptr (GBytes) content = NULL;

  if (!name || archive_entry_filetype (header) == AE_IFDIR ||
      !self->is_wanted (name, (guint64)MAX (archive_entry_size (header), 0), self->data))
    return TRUE;
  if (!check_header (header, self->reader, name, error))
    return FALSE;
  content = unpack (self, name, error);
  if (!content)
    return FALSE;
  g_ptr_array_add (self->entries, kist_zip_entry_new (name, content));
  return TRUE;
}

static gboolean
search (Search *self, const char *path, GError **error)
{
  ArchiveEntry *header;
  unsigned      n_entries = 0;
  int           status = ARCHIVE_FATAL;

  archive_read_support_format_zip_seekable (self->reader);
  if (archive_read_open_filename (self->reader, path, BLOCK) != ARCHIVE_OK)
    return fail (error, KIST_ERROR_CORRUPT, "This is no zip file, or it is damaged or cut off.");
  while ((status = archive_read_next_header (self->reader, &header)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (++n_entries > KIST_ZIP_PICK_MAX_ENTRIES)
        return fail (error, KIST_ERROR_TOO_LARGE, "The zip file has more entries than anybody's back-up.");
      if (!take (self, header, error))
        return FALSE;
    }
  return status == ARCHIVE_EOF || fail (error, KIST_ERROR_CORRUPT, "This is no zip file, or it is damaged or cut off.");
}

/**
 * kist_zip_pick:
 * @path: a zip file
 * @is_wanted: (scope call): asked of each file in it
 * @data: for @is_wanted
 * @max_bytes: how much may be unpacked altogether
 * @cancellable: (nullable): asked at every entry
 * @error: return location
 *
 * Takes a few files out of a large back-up that was made for another purpose: the rest is passed over unread, whatever
 * its names and sizes are, and the zip itself is never in memory. What is picked is for reading and never for
 * unpacking into a folder: its names are checked for being UTF-8 and nothing else. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type KistZipEntry) (nullable): the files that are wanted, which may be none, or
 * %NULL with #KistError or #GIOErrorEnum
 */
GPtrArray *
kist_zip_pick (const char   *path,
               KistZipWanted is_wanted,
               gpointer      data,
               gsize         max_bytes,
               GCancellable *cancellable,
               GError      **error)
{
  Search   self = { NULL, is_wanted, data, max_bytes, cancellable, NULL };
  locale_t own, utf8;
  gboolean is_good;

  g_return_val_if_fail (path != NULL && is_wanted != NULL, NULL);

  if (!check_file (path, cancellable, error))
    return NULL;
  utf8 = kist_zip_enter_utf8 (&own);
  self.reader = archive_read_new ();
  self.entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  is_good = search (&self, path, error);
  archive_read_free (self.reader);
  kist_zip_leave_utf8 (utf8, own);
  if (!is_good)
    g_clear_pointer (&self.entries, g_ptr_array_unref);
  return self.entries;
}
