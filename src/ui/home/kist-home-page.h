/* Home: one Continue card that leads back to the same line, what fits into the next ten, twenty or forty minutes,
 * drafts in hand, and a quiet picture of progress. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_HOME_PAGE (kist_home_page_get_type ())
G_DECLARE_FINAL_TYPE (KistHomePage, kist_home_page, KIST, HOME_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_home_page_new (KistServices *services);

G_END_DECLS
