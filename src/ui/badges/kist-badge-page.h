/* A badge: how far the draft has come, what its issuer asks for, and where that was read. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_BADGE_PAGE (kist_badge_page_get_type ())
G_DECLARE_FINAL_TYPE (KistBadgePage, kist_badge_page, KIST, BADGE_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_badge_page_new (KistServices *services, KistBadge *badge);

G_END_DECLS
