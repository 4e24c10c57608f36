/* The map of a scenario: what one walked in this run and in all others, drawn or as a list, and how much of it there
 * is. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_MAP_PAGE (kist_map_page_get_type ())
G_DECLARE_FINAL_TYPE (KistMapPage, kist_map_page, KIST, MAP_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_map_page_new (KistServices *services, KistThing *thing, KistStep *step, const char *choices);

G_END_DECLS
