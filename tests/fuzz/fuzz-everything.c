/* memfd_create () */
#define _GNU_SOURCE

#include "kist-fuzz.h"

#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/kist-error.h"
#include "store/everything/kist-everything.h"
#include "store/kist-database.h"

/* A file whose lines are in order is put into a database, too; that is slow, and rows are refused there one by one. */
static void
unpack (const char *path)
{
  const KistBackupJob job = { 0 };
  g_autofree char    *database = g_build_filename (g_get_tmp_dir (), "fuzz-everything-XXXXXX", NULL);
  int                 file = g_mkstemp (database);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBackupInfo) info = kist_everything_unpack (path, database, &job, &error);

  close (file);
  kist_database_remove (database);
  g_assert_true ((info == NULL) == (error != NULL));
  g_assert_true (!error || error->domain == KIST_ERROR);
}

/* Whatever the bytes: an error in words with a line, or a record. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  const KistBackupJob job = { 0 };
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int              file = memfd_create ("everything", MFD_CLOEXEC);

  g_assert_cmpint (write (file, bytes, length), ==, (gssize)length);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  info = kist_everything_check (path, &job, &error);
  g_assert_true ((info == NULL) == (error != NULL));
  g_assert_true (!error || (error->domain == KIST_ERROR && g_utf8_validate (error->message, -1, NULL)));
  if (info)
    unpack (path);
  close (file);
}
