#include "kist-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/kist-error.h"
#include "base/kist-disk.h"

struct _KistFolder
{
  char *path; /* (owned) */
  int   lock; /* (owned): a file descriptor, or -1 */
};

/* What tells this state of the file from any other, or NULL when it has none that can be told. */
static char *
describe_file (KistFolder *self)
{
  g_autofree char *path = g_build_filename (self->path, "kist.db", NULL);
  g_autofree char *log = g_build_filename (self->path, "kist.db-wal", NULL);
  GStatBuf         status;

  if (kist_disk_has_bytes (log) || g_stat (path, &status) < 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GUINT64_FORMAT "\n",
                          (gint64)status.st_size, (gint64)status.st_mtim.tv_sec, (long)status.st_mtim.tv_nsec,
                          (guint64)status.st_ino);
}

/**
 * kist_folder_new:
 * @path: a folder, which is made for its owner alone (0700) when it is not there
 * @error: where to put an error: %KIST_ERROR_BUSY when another holder has it
 *
 * Returns: (transfer full) (nullable): the right to write to it, held until it is freed
 */
KistFolder *
kist_folder_new (const char *path, GError **error)
{
  g_autoptr (KistFolder) self = NULL;
  g_autofree char *lock_path = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!kist_disk_make_folder (path, error))
    return NULL;
  self = g_new0 (KistFolder, 1);
  self->path = g_strdup (path);
  lock_path = g_build_filename (path, "kist.lock", NULL);
  self->lock = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    {
      kist_disk_fail (errno, lock_path, error);
      return NULL;
    }
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return g_steal_pointer (&self);

  if (errno == EWOULDBLOCK)
    g_set_error (error, KIST_ERROR, KIST_ERROR_BUSY, "Kist is already open with the folder %s.", path);
  else
    kist_disk_fail (errno, lock_path, error);
  return NULL;
}

/**
 * kist_folder_free:
 * @self: (transfer full) (nullable): a folder
 *
 * Gives the folder back. The lock's file stays: removing it would let two processes lock two files of the same name.
 */
void
kist_folder_free (KistFolder *self)
{
  if (!self)
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

/**
 * kist_folder_take_clean_mark:
 * @self: a folder, whose file is about to be opened
 *
 * Takes the mark away, so that only a proper close brings it back.
 *
 * Returns: whether there was one and the file is as it was left
 */
gboolean
kist_folder_take_clean_mark (KistFolder *self)
{
  g_autofree char *path = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  path = g_build_filename (self->path, "kist.clean", NULL);
  state = describe_file (self);
  if (!g_file_get_contents (path, &mark, NULL, NULL))
    return FALSE;
  return g_unlink (path) == 0 && g_strcmp0 (mark, state) == 0;
}

/**
 * kist_folder_leave_clean_mark:
 * @self: a folder, whose file was just closed
 *
 * Leaves the mark. A fault costs no more than the check at the next start, so it is not reported.
 */
void
kist_folder_leave_clean_mark (KistFolder *self)
{
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;

  g_return_if_fail (self != NULL);

  path = g_build_filename (self->path, "kist.clean", NULL);
  state = describe_file (self);
  if (state)
    g_file_set_contents_full (path, state, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}
