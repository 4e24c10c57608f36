/* Back-up files that somebody made up who knows the format: every sum is right, and still they are refused. */
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "backup-fixture.h"
#include "store/backup/kist-backup-format.h"
#include "store/backup/kist-restoration.h"

/* Changes the header of a sealed file as somebody would who knows the format, sum and all. */
static void
forge (BackupFixture *fixture, unsigned at, guint64 number)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  number = GUINT64_TO_LE (number);
  memcpy (bytes + at, &number, sizeof number);
  crypto_hash_sha256 ((guint8 *)bytes + 104, (const guint8 *)bytes, 104);
  g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize)length, NULL));
}

static void
test_a_file_cannot_ask_for_too_much (BackupFixture *fixture, gconstpointer data)
{
  static const guint64 memories[] = { 0, 1, (G_GUINT64_CONSTANT (1) << 30) + 1, G_GUINT64_CONSTANT (1) << 36,
                                      G_MAXUINT64 };
  static const guint64 passes[] = { 0, KIST_SEAL_MAX_PASSES + 1, G_MAXUINT32, G_MAXUINT64 };

  for (unsigned i = 0; i < G_N_ELEMENTS (memories); i++)
    {
      forge (fixture, 24, memories[i]);
      backup_fixture_assert_check_fails (fixture, KIST_ERROR_TOO_LARGE);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      forge (fixture, 16, passes[i]);
      backup_fixture_assert_check_fails (fixture, KIST_ERROR_TOO_LARGE);
    }
}

/* Writes an open file with any body, its sum right. */
static void
write_open (BackupFixture *fixture, guint8 version, const char *body, gsize length)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint8 head[8] = { version, KIST_BACKUP_OPEN };
  guint8       sum[crypto_hash_sha256_BYTES];

  g_byte_array_append (bytes, (const guint8 *)KIST_BACKUP_MAGIC, KIST_BACKUP_MAGIC_BYTES);
  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *)body, (guint)length);
  crypto_hash_sha256 (sum, bytes->data, bytes->len);
  g_byte_array_append (bytes, sum, sizeof sum);
  g_assert_true (g_file_set_contents (fixture->file, (const char *)bytes->data, bytes->len, NULL));
}

#define SUM_OF_X "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"

/* A database of one byte, "x", and whatever manifest. */
static void
write_manifest (BackupFixture *fixture, const char *manifest)
{
  guint32          length = GUINT32_TO_LE ((guint32)strlen (manifest));
  g_autofree char *body = g_malloc (sizeof length + strlen (manifest) + 1);

  memcpy (body, &length, sizeof length);
  memcpy (body + sizeof length, manifest, strlen (manifest));
  body[sizeof length + strlen (manifest)] = 'x';
  write_open (fixture, KIST_BACKUP_VERSION, body, sizeof length + strlen (manifest) + 1);
}

static void
test_hostile_manifests (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char  *deep = g_strnfill (60000, '[');
  const char *const bad[] = {
    "{}",
    "[]",
    "",
    "7",
    "{\"format\": \"kist-backup\"}",
    "{\"format\": 1, \"made\": \"2025-11-22T09:30:00Z\", \"schema\": 1, \"entries\": 0, \"events\": 0, \"bytes\": 1, "
    "\"sha256\": \"" SUM_OF_X "\"}",
    "{\"format\": \"kist-backup\", \"made\": \"2025-11-22T09:30:00Z\", \"schema\": 1, \"entries\": 0, \"events\": 0, "
    "\"bytes\": 9223372036854775807, \"sha256\": \"" SUM_OF_X "\"}",
    "{\"format\": \"kist-backup\", \"made\": \"2025-11-22T09:30:00Z\", \"schema\": -1, \"entries\": 0, \"events\": 0, "
    "\"bytes\": 1, \"sha256\": \"" SUM_OF_X "\"}",
    "{\"format\": \"kist-backup\", \"made\": \"now\", \"schema\": 1, \"entries\": 0, \"events\": 0, \"bytes\": 1, "
    "\"sha256\": \"" SUM_OF_X "\"}",
    "{\"format\": \"kist-backup\", \"made\": \"2025-11-22T09:30:00Z\", \"schema\": 1, \"entries\": 0, \"events\": 0, "
    "\"bytes\": 1, \"sha256\": \"0\"}",
    deep,
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      write_manifest (fixture, bad[i]);
      backup_fixture_assert_check_fails (fixture, KIST_ERROR_CORRUPT);
    }
}

static void
test_what_is_no_back_up (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "SQLite format 3", 16, NULL));
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_INVALID);
  g_unlink (fixture->file);
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_NOT_FOUND);
  g_assert_cmpint (g_mkdir (fixture->file, 0700), ==, 0);
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_INVALID);
  g_rmdir (fixture->file);
  write_open (fixture, KIST_BACKUP_VERSION + 1, "later", 5);
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_NEWER);
}

static KistBackupInfo *
restore (BackupFixture *fixture, const char *folder, GError **error)
{
  return kist_restoration_run (fixture->file, folder, FIXTURE_NOW, &fixture->job, error);
}

#define SOUND                                                                                                          \
  "\"made\": \"2025-11-22T09:30:00Z\", \"entries\": 0, \"events\": 0, \"bytes\": 1, \"sha256\": \"" SUM_OF_X "\""

static void
test_what_cannot_be_restored (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  write_manifest (fixture, "{\"format\": \"kist-backup\", \"schema\": 99, " SOUND "}");
  g_assert_null (restore (fixture, fixture->folder, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NEWER);
  g_clear_error (&error);
  /* All sums are right, and yet it is no database. */
  write_manifest (fixture, "{\"format\": \"kist-backup\", \"schema\": 1, " SOUND "}");
  kist_backup_info_free (kist_backup_file_check (fixture->file, &fixture->job, &error));
  g_assert_no_error (error);
  g_assert_null (restore (fixture, fixture->folder, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (restore (fixture, fixture->other, &error));
  g_assert_false (g_file_test (fixture->other, G_FILE_TEST_EXISTS));
  body = backup_fixture_read_body (fixture, fixture->folder, "b");
  g_assert_cmpstr (body, ==, "short");
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
}

#define ADD(name, data, function)                                                                                      \
  g_test_add ("/backup-hostile/" name, BackupFixture, data, backup_fixture_set_up, function, backup_fixture_tear_down)
#define SEALED "sealed"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("a-file-cannot-ask-for-too-much", SEALED, test_a_file_cannot_ask_for_too_much);
  ADD ("hostile-manifests", NULL, test_hostile_manifests);
  ADD ("what-is-no-back-up", NULL, test_what_is_no_back_up);
  ADD ("what-cannot-be-restored", NULL, test_what_cannot_be_restored);
  return g_test_run ();
}
