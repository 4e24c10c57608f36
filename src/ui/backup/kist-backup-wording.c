#include "kist-backup-wording.h"

#include <glib/gi18n.h>

#include "base/kist-date.h"
#include "base/kist-error.h"
#include "store/backup/kist-backup-file.h"

/**
 * kist_backup_wording_dup_name:
 * @now: what time it is, microseconds since 1970, UTC
 *
 * Returns: (transfer full): what a back-up file of today may be called, in no language, so that names sort by time:
 *   "Kist 2026-11-22.kist-backup"
 */
char *
kist_backup_wording_dup_name (gint64 now)
{
  g_autoptr (GDateTime) local = kist_date_new_local (now);

  return g_date_time_format (local, "Kist %Y-%m-%d" KIST_BACKUP_FILE_SUFFIX);
}

/**
 * kist_backup_wording_dup_date:
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): "Tuesday 4 March 2025, 14:05", where the person is
 */
char *
kist_backup_wording_dup_date (gint64 time)
{
  g_autoptr (GDateTime) local = kist_date_new_local (time);

  /* Translators: when a back-up was made, for example "Tuesday 4 March 2025, 14:05" */
  return g_date_time_format (local, _ ("%A %-d %B %Y, %H:%M"));
}

/**
 * kist_backup_wording_dup_entries:
 * @n_entries: how many
 *
 * Returns: (transfer full): "12 entries"
 */
char *
kist_backup_wording_dup_entries (gint64 n_entries)
{
  unsigned n = (unsigned)CLAMP (n_entries, 0, G_MAXINT);

  return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
}

/**
 * kist_backup_wording_dup_arrival:
 * @time: when what was restored was made, microseconds since 1970, UTC
 * @n_entries: how many are in it
 *
 * Returns: (transfer full): "Restored: 22 November 2026, 12 entries"
 */
char *
kist_backup_wording_dup_arrival (gint64 time, gint64 n_entries)
{
  g_autoptr (GDateTime) local = kist_date_new_local (time);
  g_autofree char *entries = kist_backup_wording_dup_entries (n_entries);
  /* Translators: the day on which a back-up was made, for example "4 March 2025" */
  g_autofree char *day = g_date_time_format (local, _ ("%-d %B %Y"));

  /* Translators: a day and how many entries: "Restored: 4 March 2025, 12 entries" */
  return g_strdup_printf (_ ("Restored: %s, %s"), day, entries);
}

/**
 * kist_backup_wording_dup_why_not_made:
 * @error: of kist_backup_file_make()
 *
 * Returns: (transfer full): one sentence with a way on
 */
char *
kist_backup_wording_dup_why_not_made (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_FULL))
    return g_strdup (_ ("There is not enough room for the back-up; free some space or choose another place, then "
                        "try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_READ_ONLY))
    return g_strdup (_ ("Kist may not write there; choose another folder, then try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_NOT_FOUND))
    return g_strdup (_ ("The folder is no longer there; choose another one, then try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_CORRUPT))
    return g_strdup (_ ("Your record is damaged, so no back-up was made of it; restore one of the copies below, "
                        "and back that up."));
  return g_strdup (error->message);
}

/**
 * kist_backup_wording_dup_why_not_restored:
 * @error: of kist_restoration_unpack(), kist_restoration_replace() or kist_backup_file_check()
 * @name: how the back-up is called
 * @folder: the person's folder
 *
 * Returns: (transfer full): one sentence with a way on
 */
char *
kist_backup_wording_dup_why_not_restored (const GError *error, const char *name, const char *folder)
{
  g_return_val_if_fail (error != NULL && name != NULL && folder != NULL, NULL);

  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_PASSPHRASE))
    return g_strdup (_ ("This is not the passphrase of this back-up; look at Caps Lock and the keyboard’s layout, "
                        "then try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_CORRUPT))
    /* Translators: %s is a back-up's name */
    return g_strdup_printf (_ ("“%s” is damaged; try another copy of the file, or an older back-up."), name);
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_INVALID))
    /* Translators: %s is a file's name */
    return g_strdup_printf (
        _ ("“%s” is not a back-up of Kist; choose a file whose name ends in “.kist-backup” or “.jsonl”."), name);
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_NEWER))
    /* Translators: %s is a back-up's name */
    return g_strdup_printf (_ ("“%s” was made by a newer Kist; update Kist on this computer, then restore it."), name);
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_NOT_FOUND))
    /* Translators: %s is a file's name */
    return g_strdup_printf (_ ("“%s” is no longer there; choose another file."), name);
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_FULL))
    return g_strdup (_ ("There is not enough room on the disk; free some space, then try again."));
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_READ_ONLY))
    /* Translators: %s is a folder */
    return g_strdup_printf (_ ("Kist may not write to %s; allow writing there, then try again."), folder);
  if (g_error_matches (error, KIST_ERROR, KIST_ERROR_BUSY))
    return g_strdup (_ ("Another program is using your record; close it, then try again."));
  return g_strdup (error->message);
}
