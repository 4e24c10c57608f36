/* What the tests of the one-file back-up share: a folder with two entries, and a file to back it up to. Argon2id is at
 * its weakest here, since it is libsodium's to test. */
#pragma once

#include "base/kist-error.h"
#include "store-fixture.h"
#include "store/backup/kist-backup-file.h"

G_BEGIN_DECLS

/* Of the long entry: so many that the file has more than two pieces, and no more, for it is read some thousand times.
 */
#define BACKUP_FIXTURE_N_WORDS 6000

typedef struct
{
  KistClock      *clock;
  char           *folder;
  char           *other; /* a folder that is not there yet */
  char           *file;
  KistPassphrase *passphrase;
  KistBackupJob   job;
} BackupFixture;

extern const KistSealStrength backup_fixture_weakest;

void            backup_fixture_set_up (BackupFixture *fixture, gconstpointer data);
void            backup_fixture_tear_down (BackupFixture *fixture, gconstpointer data);
void            backup_fixture_save (BackupFixture *fixture, const char *folder, const char *id, const char *body);
char           *backup_fixture_read_body (BackupFixture *fixture, const char *folder, const char *id);
KistBackupInfo *backup_fixture_make (BackupFixture *fixture);
void            backup_fixture_erase_cb (gint64 done, gint64 total, gpointer data);
void            backup_fixture_assert_check_fails (BackupFixture *fixture, KistError code);

G_END_DECLS
