/* What makes a back-up unreadable without its passphrase. Argon2id makes two keys of the passphrase and a fresh salt:
 * one for libsodium's secretstream (XChaCha20-Poly1305), one that proves the passphrase. The header of a sealed file,
 * numbers little-endian:
 *
 *     0   8  "KISTBAK" and 0x1A      32  16  salt
 *     8   1  version, 1              48  24  secretstream's header
 *     9   1  form, 1 for sealed      72  32  proof: BLAKE2b of what is before, keyed with the second key
 *    10   6  zero                   104  32  SHA-256 of what is before
 *    16   8  Argon2id's passes      136      pieces: 64 KiB each, the last shorter, 17 bytes more when sealed
 *    24   8  Argon2id's bytes
 *
 * A wrong sum is damage; a right sum and a wrong proof is another passphrase. Every piece is authenticated together
 * with the whole header, its place and whether it is the last. A seal is used for one file, from its first piece to its
 * last, by one thread, and is owned by who reads or writes that file. */
#pragma once

#include <glib.h>

#include "store/backup/kist-passphrase.h"

G_BEGIN_DECLS

#define KIST_SEAL_HEADER_BYTES 136
#define KIST_SEAL_PIECE_BYTES (64 * 1024)
#define KIST_SEAL_EXTRA_BYTES 17 /* that a sealed piece is longer */

/* What a file may ask of the machine that opens it: libsodium's strongest recommendation is 4 passes over 1 GiB. */
#define KIST_SEAL_MAX_PASSES 8
#define KIST_SEAL_MAX_MEMORY (G_GUINT64_CONSTANT (1) << 30)

/**
 * KistSealStrength:
 * @passes: over the memory
 * @memory: bytes
 *
 * How hard Argon2id makes it to try one passphrase.
 */
typedef struct
{
  guint64 passes;
  guint64 memory;
} KistSealStrength;

typedef struct _KistSeal KistSeal;

KistSeal     *kist_seal_new (const KistPassphrase *passphrase, const KistSealStrength *strength, GError **error);
KistSeal     *kist_seal_open (const guint8 *header, const char *path, const KistPassphrase *passphrase, GError **error);
void          kist_seal_free (KistSeal *self);
const guint8 *kist_seal_get_header (const KistSeal *self);
void kist_seal_close_piece (KistSeal *self, const guint8 *piece, gsize length, gboolean is_last, guint8 *sealed);
gboolean
kist_seal_open_piece (KistSeal *self, const guint8 *sealed, gsize sealed_length, gboolean is_last, guint8 *piece);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistSeal, kist_seal_free)

G_END_DECLS
