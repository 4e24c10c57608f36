#include <errno.h>
#include <glib/gstdio.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "kist-publish.h"

/* What says that a folder was made here and so may be replaced. */
#define MARK ".kist-export"
#define MARK_TEXT "Kist made this folder and replaces it with the next export to it.\n"

/* Returns %FALSE, with a sentence for the place @path instead of one for a temporary file beside it. */
static gboolean
fail (const GError *fault, const char *path, GError **error)
{
  if (g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return kist_disk_fail (ENOSPC, path, error);
  if (g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return kist_disk_fail (EROFS, path, error);
  if (g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return kist_disk_fail (EACCES, path, error);
  if (g_error_matches (fault, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    return kist_disk_fail (EISDIR, path, error);
  g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "%s could not be written: %s", path, fault->message);
  return FALSE;
}

/* What somebody wrote is for them alone until they hand it on: 0600. @path is what a message speaks of. */
static gboolean
save_bytes (GBytes *bytes, const char *to, const char *path, GFileSetContentsFlags flags, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_test (to, G_FILE_TEST_IS_DIR))
    return kist_disk_fail (EISDIR, path, error);
  return g_file_set_contents_full (to, data ? data : "", (gssize)length, flags, 0600, &fault) ||
         fail (fault, path, error);
}

/* Whether a folder may stand at @path: nothing is there, or nothing that somebody would miss. */
static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *mark = g_build_filename (path, MARK, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (mark, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  if (folder && !g_dir_read_name (folder))
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY,
               "%s is there already and no earlier export: choose a new folder or an empty one.", path);
  return FALSE;
}

static gboolean
fill_folder (GPtrArray *files, const char *folder, const char *path, GError **error)
{
  g_autoptr (GBytes) mark = g_bytes_new_static (MARK_TEXT, sizeof MARK_TEXT - 1);
  g_autofree char *mark_path = g_build_filename (folder, MARK, NULL);

  for (unsigned i = 0; i < files->len; i++)
    {
      const KistZipEntry *file = g_ptr_array_index (files, i);
      g_autofree char    *to = g_build_filename (folder, file->name, NULL);

      if (!save_bytes (file->bytes, to, path, G_FILE_SET_CONTENTS_NONE, error))
        return FALSE;
    }
  return save_bytes (mark, mark_path, path, G_FILE_SET_CONTENTS_NONE, error);
}

static gboolean
save_folder (GPtrArray *files, const char *path, GError **error)
{
  g_autofree char *plain = g_canonicalize_filename (path, NULL);
  g_autofree char *making = g_strdup_printf ("%s.XXXXXX", plain);
  gboolean         is_good;

  if (!check_folder (plain, error))
    return FALSE;
  if (!g_mkdtemp_full (making, 0700))
    return kist_disk_fail (errno, path, error);
  is_good = fill_folder (files, making, path, error) && kist_disk_put_folder (making, plain, error);
  /* The unfinished folder, or the one that was replaced. */
  if (g_file_test (making, G_FILE_TEST_IS_DIR))
    kist_disk_remove_folder (making);
  return is_good;
}

/**
 * kist_publish_save:
 * @files: (element-type KistZipEntry): what kist_publish() made
 * @is_folder: whether @path is to be a folder of @files, or, where it ends in ".zip", a zip file of them; else @files
 *   is one file
 * @path: where it goes. A file or an earlier export that is there is replaced; a folder with anything else in it is not
 * @error: where to put an error: %KIST_ERROR_FULL, %KIST_ERROR_READ_ONLY, %KIST_ERROR_NOT_FOUND or %KIST_ERROR_FAILED
 *
 * In one step: after a fault @path is what it was before. It waits for the disk.
 *
 * Returns: whether it is there now
 */
gboolean
kist_publish_save (GPtrArray *files, gboolean is_folder, const char *path, GError **error)
{
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  g_autoptr (GBytes) zip = NULL;

  g_return_val_if_fail (files != NULL && path != NULL, FALSE);
  g_return_val_if_fail (is_folder || files->len == 1, FALSE);

  if (!is_folder)
    return save_bytes (((KistZipEntry *)g_ptr_array_index (files, 0))->bytes, path, path, flags, error);
  if (!g_str_has_suffix (path, ".zip"))
    return save_folder (files, path, error);
  zip = kist_zip_write (files, error);
  return zip && save_bytes (zip, path, path, flags, error);
}
