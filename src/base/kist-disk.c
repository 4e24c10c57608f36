/* renameat2 () */
#define _GNU_SOURCE

#include "kist-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
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

/**
 * kist_disk_put_folder:
 * @from: a folder
 * @to: where it is to stand, beside @from; a folder that is there now is @from afterwards
 * @error: where to put an error
 *
 * Syncs the file system, puts @from in the place of @to in one step and returns when that is on the disk: after a crash
 * there is all of the old folder or all of the new one. On a file system that cannot exchange two names the old one is
 * moved out of the way first; then a crash between the two steps leaves it beside, as @to with ".old" behind it.
 *
 * Returns: whether @to is the new folder
 */
gboolean
kist_disk_put_folder (const char *from, const char *to, GError **error)
{
  g_autofree char *parent = NULL;
  g_autofree char *old = NULL;
  int              file;
  int              result;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  file = g_open (from, O_RDONLY | O_CLOEXEC, 0);
  if (file < 0)
    return kist_disk_fail (errno, from, error);
  result = syncfs (file) < 0 ? errno : 0;
  close (file);
  if (result != 0)
    return kist_disk_fail (result, from, error);

  parent = g_path_get_dirname (to);
  if (!g_file_test (to, G_FILE_TEST_EXISTS))
    return g_rename (from, to) == 0 ? sync_path (parent, error) : kist_disk_fail (errno, to, error);
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0)
    return sync_path (parent, error);
  if (errno != EINVAL && errno != ENOSYS)
    return kist_disk_fail (errno, to, error);
  old = g_strconcat (to, ".old", NULL);
  if (g_rename (to, old) < 0)
    return kist_disk_fail (errno, to, error);
  if (g_rename (from, to) < 0)
    {
      result = errno;
      if (g_rename (old, to) < 0)
        g_critical ("%s stayed behind: %s", old, g_strerror (errno));
      return kist_disk_fail (result, to, error);
    }
  return g_rename (old, from) == 0 ? sync_path (parent, error) : kist_disk_fail (errno, old, error);
}

/**
 * kist_disk_remove_folder:
 * @path: a folder, which need not exist
 *
 * Removes it with all that is in it, as far as that is possible, and follows no link.
 */
void
kist_disk_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_if_fail (path != NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        kist_disk_remove_folder (inside);
      else
        g_unlink (inside);
    }
  g_remove (path);
}
