/* A foreign file before it is brought in: what becomes of each of its parts, and where it is to go. Nothing is written
 * until a place is chosen, and nothing that is there is ever overwritten. Main thread; reading and writing are done on
 * workers. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_IMPORT_PAGE (kist_import_page_get_type ())
G_DECLARE_FINAL_TYPE (KistImportPage, kist_import_page, KIST, IMPORT_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_import_page_new (const char *path);

G_END_DECLS
