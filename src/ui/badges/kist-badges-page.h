/* Badges: every badge there is, by where someone stands with it. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_BADGES_PAGE (kist_badges_page_get_type ())
G_DECLARE_FINAL_TYPE (KistBadgesPage, kist_badges_page, KIST, BADGES_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_badges_page_new (KistServices *services);

G_END_DECLS
