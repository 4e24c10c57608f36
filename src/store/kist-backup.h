/* The rolling back-ups: whole, checked copies of the file in the folder backups/, one a day of use, the last seven
 * kept. And the way back: putting one in the place of a damaged file, which is moved aside and never removed. None of
 * it needs an open database but making a copy. The store's worker. */
#pragma once

#include "store/kist-database.h"
#include "store/kist-store.h"

G_BEGIN_DECLS

/* How many are kept. */
#define KIST_BACKUP_COUNT 7

void       kist_backup_free (KistBackup *self);
GPtrArray *kist_backup_list (const char *folder);
gboolean   kist_backup_exists (const char *folder);
gboolean   kist_backup_make (KistDatabase *database, const char *folder, gint64 now, GError **error);
gboolean   kist_backup_make_when_due (KistDatabase *database, const char *folder, gint64 now, GError **error);
gboolean   kist_backup_restore (const char *folder, const char *backup, gint64 now, GError **error);
gboolean   kist_backup_replace (const char *folder, const char *backup, gint64 now, char **kept, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBackup, kist_backup_free)

G_END_DECLS
