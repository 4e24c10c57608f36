/* A back-up file: it is read to its end, its passphrase is asked for when it is sealed, what is in it is shown, and it
 * is restored. Nothing is changed before that. In a #KistBackupDialog. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_RESTORE_PAGE (kist_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (KistRestorePage, kist_restore_page, KIST, RESTORE_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_restore_page_new (const char *path, const char *folder);
void               kist_restore_page_complain (KistRestorePage *self, const GError *error);

G_END_DECLS
