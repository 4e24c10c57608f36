#include "kist-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/kist-error.h"

/* A folder must be synced for a new name in it to last. */
static gboolean
sync_path (const char *path, GError **error)
{
  int file;
  int result;
  int number;

  file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0)
    return kist_disk_fail (errno, path, error);
  do
    result = fsync (file);
  while (result < 0 && errno == EINTR);
  number = errno;
  close (file);
  /* EINVAL and ENOTSUP: some file systems cannot sync a folder. There is nothing more that one can do. */
  if (result < 0 && number != EINVAL && number != ENOTSUP)
    return kist_disk_fail (number, path, error);
  return TRUE;
}

/**
 * kist_disk_fail:
 * @number: an errno
 * @path: what could not be written or read
 * @error: where to put the error
 *
 * Says what went wrong in terms of what a person can do about it: %KIST_ERROR_FULL, %KIST_ERROR_READ_ONLY,
 * %KIST_ERROR_NOT_FOUND or, for the rest, %KIST_ERROR_FAILED.
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
kist_disk_fail (int number, const char *path, GError **error)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, KIST_ERROR, KIST_ERROR_FULL, "There is no space left on the disk for %s.", path);
      break;
    case EROFS:
    case EACCES:
    case EPERM:
    case ENOTDIR:
    case EEXIST:
    case EISDIR:
      g_set_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY, "%s cannot be written to: %s.", path, g_strerror (number));
      break;
    case ENOENT:
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "%s does not exist.", path);
      break;
    default:
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "%s could not be used: %s.", path, g_strerror (number));
      break;
    }
  return FALSE;
}

/**
 * kist_disk_make_folder:
 * @path: a folder
 * @error: where to put an error
 *
 * Makes the folder and those above it for its owner alone (0700); one that is there is left as it is.
 *
 * Returns: whether it is there now
 */
gboolean
kist_disk_make_folder (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  return kist_disk_fail (errno, path, error);
}

/**
 * kist_disk_rename:
 * @from: a file
 * @to: its new name, in the same file system
 * @error: where to put an error
 *
 * Puts @from in the place of @to in one step, and returns when that is on the disk: after a crash there is the old file
 * or the new one, and never half of one.
 *
 * Returns: whether it was renamed
 */
gboolean
kist_disk_rename (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!sync_path (from, error))
    return FALSE;
  if (g_rename (from, to) < 0)
    return kist_disk_fail (errno, to, error);
  folder = g_path_get_dirname (to);
  return sync_path (folder, error);
}

/**
 * kist_disk_has_bytes:
 * @path: a file, which need not exist
 *
 * Returns: whether it exists and is not empty
 */
gboolean
kist_disk_has_bytes (const char *path)
{
  GStatBuf status;

  g_return_val_if_fail (path != NULL, FALSE);

  return g_stat (path, &status) == 0 && status.st_size > 0;
}
