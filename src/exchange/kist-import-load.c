#include <string.h>

#include "base/kist-error.h"
#include "kist-import-private.h"

/* A published story carries its pictures with it; an .h5p its films. */
#define MAX_TEXT_BYTES (16 * 1024 * 1024)
#define MAX_ZIP_BYTES (48 * 1024 * 1024)

/**
 * kist_import_load:
 * @path: a file, but no device, pipe or folder
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all of it, when it is no larger than it may be
 */
GBytes *
kist_import_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *bytes = NULL;
  gsize            length, most;
  char             start[4] = { 0 };

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (!info)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "This is not a file.");
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (!stream || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &length, cancellable, error))
    return NULL;
  most = memcmp (start, "PK\003\004", 4) == 0 ? MAX_ZIP_BYTES : MAX_TEXT_BYTES;
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, cancellable, error))
    return NULL;
  if ((guint64)g_seekable_tell (G_SEEKABLE (stream)) > most)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "This file is larger than %" G_GSIZE_FORMAT " MiB.",
                   most / 1024 / 1024);
      return NULL;
    }
  length = (gsize)g_seekable_tell (G_SEEKABLE (stream));
  bytes = g_malloc (length + 1);
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error) ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, length, &length, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}
