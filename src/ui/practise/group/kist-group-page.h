/* A scenario in front of a team: KistPlayer in big type, with a show of hands before each consequence. The group's run
 * is kept apart from the person's own and goes on where it was left. Opened by win.open-group. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_GROUP_PAGE (kist_group_page_get_type ())
G_DECLARE_FINAL_TYPE (KistGroupPage, kist_group_page, KIST, GROUP_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_group_page_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
