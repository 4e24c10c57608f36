#include "kist-seal.h"

#include <sodium.h>
#include <string.h>

#include "base/kist-error.h"
#include "store/backup/kist-backup-format.h"

#define PASSES_AT 16
#define MEMORY_AT 24
#define SALT_AT 32
#define STREAM_AT 48
#define PROOF_AT 72
#define SUM_AT 104

G_STATIC_ASSERT (STREAM_AT - SALT_AT == crypto_pwhash_SALTBYTES);
G_STATIC_ASSERT (PROOF_AT - STREAM_AT == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
G_STATIC_ASSERT (SUM_AT - PROOF_AT == crypto_generichash_BYTES);
G_STATIC_ASSERT (KIST_SEAL_HEADER_BYTES - SUM_AT == crypto_hash_sha256_BYTES);
G_STATIC_ASSERT (KIST_SEAL_EXTRA_BYTES == crypto_secretstream_xchacha20poly1305_ABYTES);

/* All of it in libsodium's own memory, which is locked and wiped: the state of the stream is as good as its key. */
struct _KistSeal
{
  crypto_secretstream_xchacha20poly1305_state stream;
  guint8                                      keys[2][32];
  guint8                                      header[KIST_SEAL_HEADER_BYTES];
};

G_STATIC_ASSERT (crypto_secretstream_xchacha20poly1305_KEYBYTES == 32 && crypto_generichash_KEYBYTES == 32);

static KistSeal *
allocate (GError **error)
{
  KistSeal *self = sodium_init () < 0 ? NULL : sodium_malloc (sizeof *self);

  if (!self)
    g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED, "There is not enough memory to keep a key safe.");
  return self;
}

static guint64
get_number (const KistSeal *self, unsigned at)
{
  guint64 number;

  memcpy (&number, self->header + at, sizeof number);
  return GUINT64_FROM_LE (number);
}

static void
set_number (KistSeal *self, unsigned at, guint64 number)
{
  number = GUINT64_TO_LE (number);
  memcpy (self->header + at, &number, sizeof number);
}

static gboolean
make_keys (KistSeal *self, const KistPassphrase *passphrase, GError **error)
{
  guint64     memory = get_number (self, MEMORY_AT);
  gsize       length;
  const char *bytes = kist_passphrase_get_bytes (passphrase, &length);

  if (crypto_pwhash ((guint8 *)self->keys, sizeof self->keys, bytes, length, self->header + SALT_AT,
                     get_number (self, PASSES_AT), memory, crypto_pwhash_ALG_ARGON2ID13) == 0)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED,
               "A passphrase needs %" G_GUINT64_FORMAT " MiB of free memory for a moment; close other programs and try "
               "again.",
               (memory >> 20) + 1);
  return FALSE;
}

static void
prove (const KistSeal *self, guint8 *proof)
{
  crypto_generichash (proof, crypto_generichash_BYTES, self->header, PROOF_AT, self->keys[1], sizeof self->keys[1]);
}

static gboolean
is_within_caps (const KistSeal *self)
{
  guint64 passes = get_number (self, PASSES_AT);
  guint64 memory = get_number (self, MEMORY_AT);

  return passes >= crypto_pwhash_OPSLIMIT_MIN && passes <= KIST_SEAL_MAX_PASSES &&
         memory >= crypto_pwhash_MEMLIMIT_MIN && memory <= KIST_SEAL_MAX_MEMORY;
}

/**
 * kist_seal_new:
 * @passphrase: what is to open the file again
 * @strength: (nullable): %NULL for what libsodium calls moderate: 3 passes over 256 MiB, most of a second
 * @error: where to put an error: there is not enough memory for @strength
 *
 * Salt and keys come from the system's randomness, the one place where a seed handed in would be a fault.
 *
 * Returns: (transfer full) (nullable): a seal for a new file
 */
KistSeal *
kist_seal_new (const KistPassphrase *passphrase, const KistSealStrength *strength, GError **error)
{
  g_autoptr (KistSeal) self = NULL;

  g_return_val_if_fail (passphrase != NULL, NULL);

  self = allocate (error);
  if (!self)
    return NULL;
  memset (self->header, 0, sizeof self->header);
  memcpy (self->header, KIST_BACKUP_MAGIC, KIST_BACKUP_MAGIC_BYTES);
  self->header[8] = KIST_BACKUP_VERSION;
  self->header[9] = KIST_BACKUP_SEALED;
  set_number (self, PASSES_AT, strength ? strength->passes : crypto_pwhash_OPSLIMIT_MODERATE);
  set_number (self, MEMORY_AT, strength ? strength->memory : crypto_pwhash_MEMLIMIT_MODERATE);
  g_return_val_if_fail (is_within_caps (self), NULL);
  randombytes_buf (self->header + SALT_AT, crypto_pwhash_SALTBYTES);
  if (!make_keys (self, passphrase, error))
    return NULL;
  crypto_secretstream_xchacha20poly1305_init_push (&self->stream, self->header + STREAM_AT, self->keys[0]);
  prove (self, self->header + PROOF_AT);
  crypto_hash_sha256 (self->header + SUM_AT, self->header, SUM_AT);
  return g_steal_pointer (&self);
}

/**
 * kist_seal_open:
 * @header: %KIST_SEAL_HEADER_BYTES of a file that says it is sealed
 * @path: the file's name, for what is said of it
 * @passphrase: (nullable): what may open it
 * @error: where to put an error: %KIST_ERROR_PASSPHRASE when it is missing or another one, %KIST_ERROR_CORRUPT,
 *   %KIST_ERROR_TOO_LARGE when the file asks for more than the caps
 *
 * Returns: (transfer full) (nullable): the seal of the file
 */
KistSeal *
kist_seal_open (const guint8 *header, const char *path, const KistPassphrase *passphrase, GError **error)
{
  g_autoptr (KistSeal) self = NULL;
  guint8 sum[crypto_hash_sha256_BYTES], proof[crypto_generichash_BYTES];

  g_return_val_if_fail (header != NULL && path != NULL, NULL);

  self = allocate (error);
  if (!self)
    return NULL;
  memcpy (self->header, header, sizeof self->header);
  crypto_hash_sha256 (sum, self->header, SUM_AT);
  if (sodium_memcmp (sum, self->header + SUM_AT, sizeof sum) != 0)
    {
      kist_backup_format_fail (path, error);
      return NULL;
    }
  if (!is_within_caps (self))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE,
                   "%s asks for more memory or time than any back-up of Kist, so it was not opened.", path);
      return NULL;
    }
  if (!passphrase)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_PASSPHRASE, "%s is sealed and needs its passphrase.", path);
      return NULL;
    }
  if (!make_keys (self, passphrase, error))
    return NULL;
  prove (self, proof);
  if (sodium_memcmp (proof, self->header + PROOF_AT, sizeof proof) != 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_PASSPHRASE, "That is not the passphrase of %s.", path);
      return NULL;
    }
  if (crypto_secretstream_xchacha20poly1305_init_pull (&self->stream, self->header + STREAM_AT, self->keys[0]) == 0)
    return g_steal_pointer (&self);
  kist_backup_format_fail (path, error);
  return NULL;
}

/**
 * kist_seal_free:
 * @self: (transfer full) (nullable): a seal, which is wiped
 */
void
kist_seal_free (KistSeal *self)
{
  sodium_free (self);
}

/**
 * kist_seal_get_header:
 * @self: a seal
 *
 * Returns: (transfer none): the %KIST_SEAL_HEADER_BYTES with which its file begins
 */
const guint8 *
kist_seal_get_header (const KistSeal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->header;
}

/**
 * kist_seal_close_piece:
 * @self: a seal from kist_seal_new()
 * @piece: the next bytes
 * @length: how many, at most %KIST_SEAL_PIECE_BYTES
 * @is_last: whether none come after these
 * @sealed: (out): room for @length and %KIST_SEAL_EXTRA_BYTES more
 */
void
kist_seal_close_piece (KistSeal *self, const guint8 *piece, gsize length, gboolean is_last, guint8 *sealed)
{
  g_return_if_fail (self != NULL && length <= KIST_SEAL_PIECE_BYTES);

  crypto_secretstream_xchacha20poly1305_push (
      &self->stream, sealed, NULL, piece, length, self->header, sizeof self->header,
      is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

/**
 * kist_seal_open_piece:
 * @self: a seal from kist_seal_open()
 * @sealed: the next piece of the file
 * @sealed_length: its length in bytes
 * @is_last: whether the file ends with it
 * @piece: (out): room for @sealed_length less %KIST_SEAL_EXTRA_BYTES
 *
 * Returns: whether the piece is as it was sealed and was the last exactly when it is now
 */
gboolean
kist_seal_open_piece (KistSeal *self, const guint8 *sealed, gsize sealed_length, gboolean is_last, guint8 *piece)
{
  guint8 tag;

  g_return_val_if_fail (self != NULL && sealed != NULL, FALSE);

  return sealed_length >= KIST_SEAL_EXTRA_BYTES &&
         crypto_secretstream_xchacha20poly1305_pull (&self->stream, piece, NULL, &tag, sealed, sealed_length,
                                                     self->header, sizeof self->header) == 0 &&
         (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) == is_last;
}
