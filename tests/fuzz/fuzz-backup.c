/* memfd_create () */
#define _GNU_SOURCE

#include "kist-fuzz.h"

#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/kist-error.h"
#include "store/backup/kist-backup-file.h"
#include "store/backup/kist-backup-format.h"

/* With which corpus/backup/sealed.kist-backup was made, at Argon2id's weakest. */
#define PASSPHRASE "fuzz"
#define WEAK_MEMORY (64 * 1024)

/* Makes the sums right, as somebody would who knows the format, so that what comes after them is reached too. A header
 * that asks for much memory keeps its wrong one: what is within the caps is slow, and above them test-backup-hostile.
 */
static void
mend_sums (guint8 *bytes, gsize length)
{
  guint64 memory;

  if (length < KIST_BACKUP_HEAD_BYTES + KIST_BACKUP_SUM_BYTES)
    return;
  if (bytes[9] == KIST_BACKUP_OPEN)
    crypto_hash_sha256 (bytes + length - KIST_BACKUP_SUM_BYTES, bytes, length - KIST_BACKUP_SUM_BYTES);
  if (bytes[9] != KIST_BACKUP_SEALED || length < KIST_SEAL_HEADER_BYTES)
    return;
  memcpy (&memory, bytes + 24, sizeof memory);
  if (GUINT64_FROM_LE (memory) <= WEAK_MEMORY)
    crypto_hash_sha256 (bytes + 104, bytes, 104);
}

static void
check (const guint8 *bytes, gsize length)
{
  g_autoptr (KistPassphrase) passphrase = kist_passphrase_new (PASSPHRASE, NULL);
  KistBackupJob job = { .passphrase = passphrase };
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int              file = memfd_create ("backup", MFD_CLOEXEC);

  g_assert_cmpint (write (file, bytes, length), ==, (gssize)length);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  info = kist_backup_file_check (path, &job, &error);
  close (file);
  g_assert_true ((info == NULL) == (error != NULL));
  g_assert_true (!error || (error->domain == KIST_ERROR && g_utf8_validate (error->message, -1, NULL)));
  g_assert_true (!info || (info->n_bytes > 0 && (gsize)info->n_bytes < length && info->n_entries >= 0));
}

/* Whatever the bytes: an error in words, or a file that holds what its manifest says. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree guint8 *mended = g_memdup2 (bytes, length);

  check ((const guint8 *)bytes, length);
  if (length == 0)
    return;
  mend_sums (mended, length);
  check (mended, length);
}
