#include "kist-backup-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "store/backup/kist-backup-format.h"

struct _KistBackupWriter
{
  char                    *path;       /* (owned) */
  char                    *unfinished; /* (owned) (nullable): the file that is written; NULL when it has its name */
  int                      file;       /* (owned): a file descriptor, or -1 */
  KistSeal                *seal;       /* (not owned) (nullable) */
  crypto_hash_sha256_state sum;        /* of all that was written */
  gsize                    n_waiting;
  guint8                   piece[KIST_SEAL_PIECE_BYTES];
  guint8                   sealed[KIST_SEAL_PIECE_BYTES + KIST_SEAL_EXTRA_BYTES];
};

static gboolean
write_all (KistBackupWriter *self, const guint8 *bytes, gsize length, GError **error)
{
  crypto_hash_sha256_update (&self->sum, bytes, length);
  while (length > 0)
    {
      gssize n = write (self->file, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return kist_disk_fail (errno, self->path, error);
      bytes += n;
      length -= (gsize)n;
    }
  return TRUE;
}

static gboolean
write_piece (KistBackupWriter *self, gboolean is_last, GError **error)
{
  gsize length = self->n_waiting;

  self->n_waiting = 0;
  if (!self->seal)
    return write_all (self, self->piece, length, error);
  kist_seal_close_piece (self->seal, self->piece, length, is_last, self->sealed);
  return write_all (self, self->sealed, length + KIST_SEAL_EXTRA_BYTES, error);
}

static gboolean
write_head (KistBackupWriter *self, GError **error)
{
  guint8 head[KIST_BACKUP_HEAD_BYTES] = { 0 };

  if (self->seal)
    return write_all (self, kist_seal_get_header (self->seal), KIST_SEAL_HEADER_BYTES, error);
  memcpy (head, KIST_BACKUP_MAGIC, KIST_BACKUP_MAGIC_BYTES);
  head[8] = KIST_BACKUP_VERSION;
  head[9] = KIST_BACKUP_OPEN;
  return write_all (self, head, sizeof head, error);
}

/**
 * kist_backup_writer_new:
 * @path: the file to make; one that is there is replaced when the new one is finished
 * @seal: (transfer none) (nullable): from kist_seal_new(), kept by the caller until the writer is freed; %NULL for an
 *   open file
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): a file that has its head
 */
KistBackupWriter *
kist_backup_writer_new (const char *path, KistSeal *seal, GError **error)
{
  g_autoptr (KistBackupWriter) self = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (KistBackupWriter, 1);
  self->path = g_strdup (path);
  self->seal = seal;
  name = g_strconcat (path, ".XXXXXX", NULL);
  self->file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (self->file < 0)
    {
      folder = g_path_get_dirname (path);
      kist_disk_fail (errno, errno == ENOENT ? folder : path, error);
      return NULL;
    }
  self->unfinished = g_steal_pointer (&name);
  crypto_hash_sha256_init (&self->sum);
  return write_head (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_backup_writer_free:
 * @self: (transfer full) (nullable): a writer; an unfinished file is removed
 */
void
kist_backup_writer_free (KistBackupWriter *self)
{
  if (!self)
    return;
  if (self->file >= 0)
    close (self->file);
  if (self->unfinished)
    g_unlink (self->unfinished);
  sodium_memzero (self->piece, sizeof self->piece);
  g_free (self->unfinished);
  g_free (self->path);
  g_free (self);
}

/**
 * kist_backup_writer_write:
 * @self: a writer
 * @bytes: the next of the body
 * @length: how many
 * @error: where to put an error, among them %KIST_ERROR_FULL; after one the writer is only to be freed
 *
 * Returns: whether all is well so far
 */
gboolean
kist_backup_writer_write (KistBackupWriter *self, const void *bytes, gsize length, GError **error)
{
  const guint8 *from = bytes;

  g_return_val_if_fail (self != NULL && (bytes != NULL || length == 0), FALSE);

  while (length > 0)
    {
      gsize n;

      /* Only now is it certain that the piece is not the last. */
      if (self->n_waiting == sizeof self->piece && !write_piece (self, FALSE, error))
        return FALSE;
      n = MIN (length, sizeof self->piece - self->n_waiting);
      memcpy (self->piece + self->n_waiting, from, n);
      self->n_waiting += n;
      from += n;
      length -= n;
    }
  return TRUE;
}

/**
 * kist_backup_writer_finish:
 * @self: a writer that has the whole body
 * @error: where to put an error; then the file that was there is as it was
 *
 * Returns: whether the file is there under its name and on the disk
 */
gboolean
kist_backup_writer_finish (KistBackupWriter *self, GError **error)
{
  guint8 sum[KIST_BACKUP_SUM_BYTES];
  int    file;

  g_return_val_if_fail (self != NULL && self->unfinished != NULL, FALSE);

  if (!write_piece (self, TRUE, error))
    return FALSE;
  if (!self->seal)
    {
      crypto_hash_sha256_final (&self->sum, sum);
      if (!write_all (self, sum, sizeof sum, error))
        return FALSE;
    }
  /* A disk across a network says only now that it is full. */
  file = self->file;
  self->file = -1;
  if (close (file) < 0)
    return kist_disk_fail (errno, self->path, error);
  if (!kist_disk_rename (self->unfinished, self->path, error))
    return FALSE;
  g_clear_pointer (&self->unfinished, g_free);
  return TRUE;
}
