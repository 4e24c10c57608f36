#include "kist-backup-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/backup/kist-backup-format.h"

#define SEALED_PIECE (KIST_SEAL_PIECE_BYTES + KIST_SEAL_EXTRA_BYTES)

struct _KistBackupReader
{
  char                    *path;   /* (owned) */
  int                      file;   /* (owned): a file descriptor, or -1 */
  KistSeal                *seal;   /* (owned) (nullable): NULL for an open file */
  crypto_hash_sha256_state sum;    /* of all that was read */
  gint64                   n_left; /* bytes of the file that are not read yet, without the sum at an open one's end */
  gsize                    at;     /* in piece */
  gsize                    n_ready;
  guint8                   piece[KIST_SEAL_PIECE_BYTES];
  guint8                   sealed[SEALED_PIECE];
};

static gboolean
read_all (KistBackupReader *self, guint8 *bytes, gsize length, GError **error)
{
  for (gsize done = 0; done < length;)
    {
      gssize n = read (self->file, bytes + done, length - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return kist_disk_fail (errno, self->path, error);
      if (n == 0)
        return kist_backup_format_fail (self->path, error);
      done += (gsize)n;
    }
  crypto_hash_sha256_update (&self->sum, bytes, length);
  return TRUE;
}

static gboolean
fill_piece (KistBackupReader *self, GError **error)
{
  gsize length = (gsize)MIN (self->n_left, (gint64)(self->seal ? SEALED_PIECE : KIST_SEAL_PIECE_BYTES));

  if (length == 0)
    return kist_backup_format_fail (self->path, error);
  if (!read_all (self, self->seal ? self->sealed : self->piece, length, error))
    return FALSE;
  self->n_left -= (gint64)length;
  if (self->seal)
    {
      if (!kist_seal_open_piece (self->seal, self->sealed, length, self->n_left == 0, self->piece))
        return kist_backup_format_fail (self->path, error);
      length -= KIST_SEAL_EXTRA_BYTES;
    }
  self->at = 0;
  self->n_ready = length;
  return TRUE;
}

static gboolean
open_file (KistBackupReader *self, GError **error)
{
  struct stat status;

  /* O_NONBLOCK: opening a pipe must not wait for who writes into it. */
  self->file = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->file < 0 || fstat (self->file, &status) < 0)
    {
      int number = errno;

      if (number == EACCES || number == EPERM)
        g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "%s may not be read by you.", self->path);
      else
        kist_disk_fail (number, self->path, error);
      return FALSE;
    }
  self->n_left = status.st_size;
  if (S_ISREG (status.st_mode))
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "%s is not a file.", self->path);
  return FALSE;
}

/* Reads the head; says what form the file has. */
static gboolean
read_head (KistBackupReader *self, guint8 *head, GError **error)
{
  const guint8 zero[6] = { 0 };

  if (self->n_left < KIST_BACKUP_HEAD_BYTES || !read_all (self, head, KIST_BACKUP_HEAD_BYTES, NULL) ||
      memcmp (head, KIST_BACKUP_MAGIC, KIST_BACKUP_MAGIC_BYTES) != 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "%s is not a back-up of Kist.", self->path);
      return FALSE;
    }
  self->n_left -= KIST_BACKUP_HEAD_BYTES;
  if (head[8] > KIST_BACKUP_VERSION)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NEWER,
                   "%s was made by a newer version of Kist; update Kist to use it.", self->path);
      return FALSE;
    }
  if (head[8] != KIST_BACKUP_VERSION || head[9] > KIST_BACKUP_SEALED || memcmp (head + 10, zero, sizeof zero) != 0)
    return kist_backup_format_fail (self->path, error);
  return TRUE;
}

static gboolean
begin_body (KistBackupReader *self, guint8 *header, const KistPassphrase *passphrase, GError **error)
{
  const gsize rest = KIST_SEAL_HEADER_BYTES - KIST_BACKUP_HEAD_BYTES;

  if (header[9] == KIST_BACKUP_OPEN)
    {
      self->n_left -= KIST_BACKUP_SUM_BYTES;
      return self->n_left > 0 || kist_backup_format_fail (self->path, error);
    }
  if (self->n_left < (gint64)(rest + KIST_SEAL_EXTRA_BYTES))
    return kist_backup_format_fail (self->path, error);
  if (!read_all (self, header + KIST_BACKUP_HEAD_BYTES, rest, error))
    return FALSE;
  self->n_left -= (gint64)rest;
  self->seal = kist_seal_open (header, self->path, passphrase, error);
  return self->seal != NULL;
}

/**
 * kist_backup_reader_new:
 * @path: a file, perhaps of a stranger
 * @passphrase: (nullable): what may open it; of no matter for an open file
 * @error: where to put an error: %KIST_ERROR_INVALID for what is no back-up, %KIST_ERROR_NEWER, %KIST_ERROR_CORRUPT,
 *   and those of kist_seal_open()
 *
 * Returns: (transfer full) (nullable): the file, before the first byte of its body
 */
KistBackupReader *
kist_backup_reader_new (const char *path, const KistPassphrase *passphrase, GError **error)
{
  g_autoptr (KistBackupReader) self = NULL;
  guint8 header[KIST_SEAL_HEADER_BYTES] = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (KistBackupReader, 1);
  self->path = g_strdup (path);
  crypto_hash_sha256_init (&self->sum);
  if (!open_file (self, error) || !read_head (self, header, error) || !begin_body (self, header, passphrase, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kist_backup_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
kist_backup_reader_free (KistBackupReader *self)
{
  if (!self)
    return;
  if (self->file >= 0)
    close (self->file);
  kist_seal_free (self->seal);
  sodium_memzero (self->piece, sizeof self->piece);
  g_free (self->path);
  g_free (self);
}

/**
 * kist_backup_reader_is_sealed:
 * @self: a reader
 *
 * Returns: whether the file needed a passphrase
 */
gboolean
kist_backup_reader_is_sealed (KistBackupReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->seal != NULL;
}

/**
 * kist_backup_reader_get_n_left:
 * @self: a reader
 *
 * Returns: how many bytes of the body are still to be read, if the file is in order
 */
gint64
kist_backup_reader_get_n_left (KistBackupReader *self)
{
  gint64 n_pieces;

  g_return_val_if_fail (self != NULL, 0);

  n_pieces = self->seal ? (self->n_left + SEALED_PIECE - 1) / SEALED_PIECE : 0;
  return (gint64)(self->n_ready - self->at) + self->n_left - n_pieces * KIST_SEAL_EXTRA_BYTES;
}

/**
 * kist_backup_reader_read:
 * @self: a reader
 * @bytes: (out caller-allocates): the next of the body
 * @length: how many are wanted
 * @error: where to put an error: %KIST_ERROR_CORRUPT also when there are not as many
 *
 * Returns: whether all of @length were read
 */
gboolean
kist_backup_reader_read (KistBackupReader *self, void *bytes, gsize length, GError **error)
{
  guint8 *to = bytes;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  while (length > 0)
    {
      gsize n;

      if (self->at == self->n_ready && !fill_piece (self, error))
        return FALSE;
      n = MIN (length, self->n_ready - self->at);
      memcpy (to, self->piece + self->at, n);
      self->at += n;
      to += n;
      length -= n;
    }
  return TRUE;
}

/**
 * kist_backup_reader_finish:
 * @self: a reader whose body was read
 * @error: where to put an error: %KIST_ERROR_CORRUPT
 *
 * Returns: whether the body ended here and the file is as it was written
 */
gboolean
kist_backup_reader_finish (KistBackupReader *self, GError **error)
{
  guint8 own[KIST_BACKUP_SUM_BYTES], sum[KIST_BACKUP_SUM_BYTES];

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->at != self->n_ready || self->n_left != 0)
    return kist_backup_format_fail (self->path, error);
  if (self->seal)
    return TRUE;
  crypto_hash_sha256_final (&self->sum, own);
  if (!read_all (self, sum, sizeof sum, error))
    return FALSE;
  return memcmp (own, sum, sizeof sum) == 0 || kist_backup_format_fail (self->path, error);
}

/**
 * kist_backup_reader_needs_passphrase:
 * @path: a file, perhaps of a stranger
 * @needs: (out): whether it is sealed
 * @error: where to put an error, as of kist_backup_reader_new()
 *
 * Looks at the head alone. Returns: whether it is a back-up that this Kist knows
 */
gboolean
kist_backup_reader_needs_passphrase (const char *path, gboolean *needs, GError **error)
{
  g_autoptr (KistBackupReader) self = NULL;
  guint8 head[KIST_BACKUP_HEAD_BYTES];

  g_return_val_if_fail (path != NULL && needs != NULL, FALSE);

  self = g_new0 (KistBackupReader, 1);
  self->path = g_strdup (path);
  crypto_hash_sha256_init (&self->sum);
  if (!open_file (self, error) || !read_head (self, head, error))
    return FALSE;
  *needs = head[9] == KIST_BACKUP_SEALED;
  return TRUE;
}
