/* A Thing: why it matters, its steps, the badge it counts for, and where its text comes from. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_THING_PAGE (kist_thing_page_get_type ())
G_DECLARE_FINAL_TYPE (KistThingPage, kist_thing_page, KIST, THING_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_thing_page_new (KistServices *services, KistThing *thing);

G_END_DECLS
