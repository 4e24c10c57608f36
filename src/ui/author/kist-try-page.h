/* A scenario as its author tries it: its passages, any of which one can begin at. Main thread; the file is read on a
 * worker. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_TRY_PAGE (kist_try_page_get_type ())
G_DECLARE_FINAL_TYPE (KistTryPage, kist_try_page, KIST, TRY_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_try_page_new (const char *folder, const char *file);

G_END_DECLS
