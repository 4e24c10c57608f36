/* The one-file back-up: what goes in comes out, and a file that changed or was cut short is refused. */
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "backup-fixture.h"
#include "store/backup/kist-backup-format.h"

static void
test_what_it_says_of_itself (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistBackupInfo) made = backup_fixture_make (fixture);
  g_autoptr (KistBackupInfo) checked = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  gboolean needs;

  g_assert_cmpint (g_stat (fixture->file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, >, made->n_bytes);
  g_assert_true (kist_backup_reader_needs_passphrase (fixture->file, &needs, NULL));
  g_assert_true (needs == (data != NULL));
  checked = kist_backup_file_check (fixture->file, &fixture->job, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (checked, sizeof *checked, made, sizeof *made);
  g_assert_cmpint (checked->n_entries, ==, 2);
  g_assert_cmpint (checked->time, ==, FIXTURE_NOW);
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
}

/* kist-backup-format.h: how one gets at the database of an open file by hand. */
static void
test_an_open_file_can_be_taken_apart (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistBackupInfo) made = backup_fixture_make (fixture);
  g_autofree char *bytes = NULL;
  g_autofree char *sum = NULL;
  gsize            length;
  guint32          n_manifest;

  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  memcpy (&n_manifest, bytes + 16, sizeof n_manifest);
  n_manifest = GUINT32_FROM_LE (n_manifest);
  g_assert_cmpuint (length, ==, 20 + n_manifest + (gsize)made->n_bytes + 32);
  g_assert_cmpmem (bytes + 20 + n_manifest, 16, "SQLite format 3", 16);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *)bytes + 20 + n_manifest, (gsize)made->n_bytes);
  g_assert_cmpstr (sum, ==, made->sum);
}

/* WAL lets a reader and a writer be: what was saved a moment ago is in the file. */
static void
test_while_the_store_is_open (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistStore) store = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (KistEntry) entry = fixture_entry ("c", "a moment ago", FIXTURE_NOW);
  g_autoptr (KistBackupInfo) made = NULL;
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_save_entry (store, entry, NULL));
  made = backup_fixture_make (fixture);
  g_assert_cmpint (made->n_entries, ==, 3);
  g_assert_true (fixture_save_entry (store, entry, NULL));
  fixture_close (store);
}

/* What was deleted does not come back with a file that is finished after it. */
static void
test_while_something_is_deleted_for_good (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistStore) store = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (KistBackupInfo) made = NULL;
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  fixture->job.progress = backup_fixture_erase_cb;
  fixture->job.data = store;
  g_assert_null (kist_backup_file_make (fixture->folder, fixture->file, FIXTURE_NOW, &fixture->job, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "deleting for good"));
  g_assert_cmpuint (fixture_count_files (fixture->folder, "kist-"), ==, 0);
  g_assert_cmpuint (fixture_count_files (g_get_user_data_dir (), "mine"), ==, 0);
  fixture->job.progress = NULL;
  made = backup_fixture_make (fixture);
  g_assert_cmpint (made->n_entries, ==, 1);
  fixture_close (store);
}

static void
test_what_cannot_be_backed_up (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "kist.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->other, "mine.kist-backup", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_backup_file_make (fixture->folder, path, FIXTURE_NOW, &fixture->job, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (kist_backup_file_make (fixture->folder, nowhere, FIXTURE_NOW, &fixture->job, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "other does not exist"));
  g_clear_error (&error);
  g_assert_null (kist_backup_file_make (fixture->other, fixture->file, FIXTURE_NOW, &fixture->job, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_damage (path, 4096, 20000);
  g_assert_null (kist_backup_file_make (fixture->folder, fixture->file, FIXTURE_NOW, &fixture->job, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

/* Nobody who finds the file can read in it, nor see that the same was sealed twice. */
static void
test_a_sealed_file_shows_nothing (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *other = NULL;
  gsize            length, other_length;

  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "word1", 5));
  g_assert_null (memmem (bytes, length, "SQLite", 6));
  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_true (g_file_get_contents (fixture->file, &other, &other_length, NULL));
  g_assert_cmpuint (length, ==, other_length);
  g_assert_true (memcmp (bytes + 32, other + 32, crypto_pwhash_SALTBYTES) != 0);
  g_assert_true (memcmp (bytes + 136, other + 136, 64) != 0);
}

/* Each of the first 300 bytes, of those at the borders of pieces, and of the last; then some in between. */
static gsize
next_place (gsize place, gsize length)
{
  gsize in_piece = (place + length - 136 % 65553) % 65553;

  if (place < 300 || place + 50 >= length || in_piece < 3)
    return place + 1;
  return place + 997;
}

static void
test_any_changed_byte_is_noticed (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;
  unsigned         n_tried = 0;

  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  for (gsize place = 0; place < length; place = next_place (place, length))
    {
      g_autoptr (GError) error = NULL;

      bytes[place] ^= (char)(1 << (place % 8));
      g_assert_true (
          g_file_set_contents_full (fixture->file, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      g_assert_null (kist_backup_file_check (fixture->file, &fixture->job, &error));
      g_assert_cmpint ((int)error->domain, ==, (int)KIST_ERROR);
      /* A changed file is never taken for a wrong passphrase. */
      g_assert_cmpint (error->code, !=, KIST_ERROR_PASSPHRASE);
      bytes[place] ^= (char)(1 << (place % 8));
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >, 400);
}

static void
test_any_cut_is_noticed (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  for (gsize place = 0; place < length; place = next_place (place, length))
    {
      g_assert_true (
          g_file_set_contents_full (fixture->file, bytes, (gssize)place, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      backup_fixture_assert_check_fails (fixture,
                                         place < KIST_BACKUP_HEAD_BYTES ? KIST_ERROR_INVALID : KIST_ERROR_CORRUPT);
    }
  /* Whole pieces: every one of them is as it was sealed, but the last is not the last. */
  for (gsize place = 136 + 65553; data && place < length; place += 65553)
    {
      g_assert_true (
          g_file_set_contents_full (fixture->file, bytes, (gssize)place, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      backup_fixture_assert_check_fails (fixture, KIST_ERROR_CORRUPT);
    }
}

/* A file that is cut between two pieces has only sound ones; that the last is not the last is in it all the same. */
static void
test_the_last_piece_is_known (BackupFixture *fixture, gconstpointer data)
{
  guint8 sealed[1][1 + KIST_SEAL_EXTRA_BYTES], piece;

  for (unsigned i = 0; i < 4; i++)
    {
      gboolean first_is_last = (i & 1) != 0, is_told = (i & 2) != 0;
      g_autoptr (KistSeal) seal = kist_seal_new (fixture->passphrase, &backup_fixture_weakest, NULL);
      g_autoptr (KistSeal) other = NULL;

      kist_seal_close_piece (seal, (const guint8 *)"x", 1, first_is_last, sealed[0]);
      other = kist_seal_open (kist_seal_get_header (seal), "a file", fixture->passphrase, NULL);
      g_assert_true (kist_seal_open_piece (other, sealed[0], sizeof sealed[0], is_told, &piece) ==
                     (first_is_last == is_told));
    }
}

/* Nor can two sound pieces change their places. */
static void
test_the_order_of_pieces_is_known (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistSeal) seal = kist_seal_new (fixture->passphrase, &backup_fixture_weakest, NULL);
  g_autoptr (KistSeal) other = NULL;
  guint8 sealed[2][1 + KIST_SEAL_EXTRA_BYTES], piece;

  kist_seal_close_piece (seal, (const guint8 *)"x", 1, FALSE, sealed[0]);
  kist_seal_close_piece (seal, (const guint8 *)"y", 1, FALSE, sealed[1]);
  other = kist_seal_open (kist_seal_get_header (seal), "a file", fixture->passphrase, NULL);
  g_assert_false (kist_seal_open_piece (other, sealed[1], sizeof sealed[1], FALSE, &piece));
}

static void
test_what_is_added_is_noticed (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  kist_backup_info_free (backup_fixture_make (fixture));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  bytes = g_realloc (bytes, length + 100);
  memset (bytes + length, 0, 100);
  g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize)length + 100, NULL));
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (fixture->file, bytes, (gssize)length + 1, NULL));
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_CORRUPT);
}

static void
test_the_passphrase (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistPassphrase) other = kist_passphrase_new ("correct house", NULL);

  kist_backup_info_free (backup_fixture_make (fixture));
  fixture->job.passphrase = other;
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_PASSPHRASE);
  fixture->job.passphrase = NULL;
  backup_fixture_assert_check_fails (fixture, KIST_ERROR_PASSPHRASE);
}

/* The same letter in two codings, as two systems type it. */
static void
test_a_passphrase_is_composed (BackupFixture *fixture, gconstpointer data)
{
  g_autoptr (KistPassphrase) composed = kist_passphrase_new ("caf\xc3\xa9", NULL);
  g_autoptr (KistPassphrase) decomposed = kist_passphrase_new ("cafe\xcc\x81", NULL);
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  fixture->job.passphrase = composed;
  kist_backup_info_free (backup_fixture_make (fixture));
  fixture->job.passphrase = decomposed;
  info = kist_backup_file_check (fixture->file, &fixture->job, &error);
  g_assert_no_error (error);
}

static void
test_what_cannot_be_a_passphrase (void)
{
  g_autofree char  *longest = g_strnfill (KIST_PASSPHRASE_MAX_BYTES, 'x');
  g_autofree char  *too_long = g_strnfill (KIST_PASSPHRASE_MAX_BYTES + 1, 'x');
  const char *const bad[] = { "", "\xff\xfe", too_long };

  kist_passphrase_free (kist_passphrase_new (longest, NULL));
  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kist_passphrase_new (bad[i], &error));
      g_assert_error (error, KIST_ERROR, KIST_ERROR_PASSPHRASE);
    }
}

static void
test_a_passphrase_from_a_file (void)
{
  static const struct
  {
    const char *text;
    const char *passphrase;
  } cases[] = { { "one\ntwo\n", "one" }, { "one\r\n", "one" }, { "one", "one" }, { " one \n", " one " } };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "words", NULL);
  g_autofree char *too_long = g_strnfill (KIST_PASSPHRASE_MAX_BYTES + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistPassphrase) passphrase = NULL;
      const char *bytes;
      gsize       length;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      passphrase = kist_passphrase_read (path, &error);
      g_assert_no_error (error);
      bytes = kist_passphrase_get_bytes (passphrase, &length);
      g_assert_cmpmem (bytes, length, cases[i].passphrase, strlen (cases[i].passphrase));
    }
  g_assert_true (g_file_set_contents (path, too_long, -1, NULL));
  g_assert_null (kist_passphrase_read (path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_PASSPHRASE);
}

#define ADD(name, data, function)                                                                                      \
  g_test_add ("/backup-file/" name, BackupFixture, data, backup_fixture_set_up, function, backup_fixture_tear_down)
#define SEALED "sealed"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("what-it-says-of-itself/open", NULL, test_what_it_says_of_itself);
  ADD ("what-it-says-of-itself/sealed", SEALED, test_what_it_says_of_itself);
  ADD ("an-open-file-can-be-taken-apart", NULL, test_an_open_file_can_be_taken_apart);
  ADD ("while-the-store-is-open", SEALED, test_while_the_store_is_open);
  ADD ("while-something-is-deleted-for-good", SEALED, test_while_something_is_deleted_for_good);
  ADD ("what-cannot-be-backed-up", NULL, test_what_cannot_be_backed_up);
  ADD ("a-sealed-file-shows-nothing", SEALED, test_a_sealed_file_shows_nothing);
  ADD ("any-changed-byte-is-noticed/open", NULL, test_any_changed_byte_is_noticed);
  ADD ("any-changed-byte-is-noticed/sealed", SEALED, test_any_changed_byte_is_noticed);
  ADD ("any-cut-is-noticed/open", NULL, test_any_cut_is_noticed);
  ADD ("any-cut-is-noticed/sealed", SEALED, test_any_cut_is_noticed);
  ADD ("what-is-added-is-noticed/open", NULL, test_what_is_added_is_noticed);
  ADD ("what-is-added-is-noticed/sealed", SEALED, test_what_is_added_is_noticed);
  ADD ("the-last-piece-is-known", SEALED, test_the_last_piece_is_known);
  ADD ("the-order-of-pieces-is-known", SEALED, test_the_order_of_pieces_is_known);
  ADD ("the-passphrase", SEALED, test_the_passphrase);
  ADD ("a-passphrase-is-composed", SEALED, test_a_passphrase_is_composed);
  g_test_add_func ("/backup-file/what-cannot-be-a-passphrase", test_what_cannot_be_a_passphrase);
  g_test_add_func ("/backup-file/a-passphrase-from-a-file", test_a_passphrase_from_a_file);
  return g_test_run ();
}
