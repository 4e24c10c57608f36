/* Making a back-up file, and the ways to restore: the rolling back-ups, and a file. In a #KistBackupDialog of a window
 * that has its services. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_BACKUP_PAGE (kist_backup_page_get_type ())
G_DECLARE_FINAL_TYPE (KistBackupPage, kist_backup_page, KIST, BACKUP_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_backup_page_new (void);
void               kist_backup_page_make (KistBackupPage *self, const char *path);
void               kist_backup_page_complain (KistBackupPage *self, const GError *error);

G_END_DECLS
