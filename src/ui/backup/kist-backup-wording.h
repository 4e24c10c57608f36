/* What is said of back-ups: their names and dates, and for every fault one sentence with a way on. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kist_backup_wording_dup_name (gint64 now);
char *kist_backup_wording_dup_date (gint64 time);
char *kist_backup_wording_dup_entries (gint64 n_entries);
char *kist_backup_wording_dup_arrival (gint64 time, gint64 n_entries);
char *kist_backup_wording_dup_why_not_made (const GError *error);
char *kist_backup_wording_dup_why_not_restored (const GError *error, const char *name, const char *folder);

G_END_DECLS
