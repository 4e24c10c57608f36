#include "backup-fixture.h"

#include <sodium.h>
#include <string.h>

const KistSealStrength backup_fixture_weakest = { crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN };

void
backup_fixture_save (BackupFixture *fixture, const char *folder, const char *id, const char *body)
{
  g_autoptr (KistStore) store = kist_store_new (folder, fixture->clock);
  g_autoptr (KistEntry) entry = fixture_entry (id, body, kist_clock_now (fixture->clock));
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  fixture_save_entry (store, entry, &error);
  g_assert_no_error (error);
  fixture_close (store);
}

/* (transfer full) (nullable) */
char *
backup_fixture_read_body (BackupFixture *fixture, const char *folder, const char *id)
{
  g_autoptr (KistStore) store = kist_store_new (folder, fixture->clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = fixture_open (store, &error);
  KistEntry *entry;

  g_assert_no_error (error);
  entry = fixture_find_entry (contents, id);
  fixture_close (store);
  return entry ? g_strdup (kist_entry_get_body (entry)) : NULL;
}

/* @data: whether the file is to be sealed. */
void
backup_fixture_set_up (BackupFixture *fixture, gconstpointer data)
{
  g_autofree char *body = fixture_long_text ("word", BACKUP_FIXTURE_N_WORDS);

  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_folder ();
  fixture->other = g_build_filename (g_get_user_data_dir (), "other", NULL);
  fixture->file = g_build_filename (g_get_user_data_dir (), "mine.kist-backup", NULL);
  fixture->passphrase = kist_passphrase_new ("correct horse", NULL);
  if (data)
    fixture->job = (KistBackupJob){ .passphrase = fixture->passphrase, .strength = &backup_fixture_weakest };
  backup_fixture_save (fixture, fixture->folder, "a", body);
  backup_fixture_save (fixture, fixture->folder, "b", "short");
}

void
backup_fixture_tear_down (BackupFixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
  g_free (fixture->other);
  g_free (fixture->file);
  kist_passphrase_free (fixture->passphrase);
}

KistBackupInfo *
backup_fixture_make (BackupFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KistBackupInfo *info = kist_backup_file_make (fixture->folder, fixture->file, FIXTURE_NOW, &fixture->job, &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
  return info;
}

/* Deletes "b" for good when a job is about to read its first byte; @data: a KistStore that is open. */
void
backup_fixture_erase_cb (gint64 done, gint64 total, gpointer data)
{
  static const char *const ids[] = { "b", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (total == 0 || done > 0)
    return;
  kist_store_erase_entries_async (data, ids, fixture_result_cb, &result);
  fixture_wait (&result);
  kist_store_save_finish (data, result, &error);
  g_assert_no_error (error);
}

void
backup_fixture_assert_check_fails (BackupFixture *fixture, KistError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kist_backup_file_check (fixture->file, &fixture->job, &error));
  g_assert_error (error, KIST_ERROR, (int)code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_nonnull (strstr (error->message, "mine.kist-backup"));
}
