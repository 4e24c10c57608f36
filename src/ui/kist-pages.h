/* Makes the page that an action of the window asks for: the one place that knows which page belongs to which action.
 * Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

AdwNavigationPage *kist_pages_create (KistServices *services, const char *action, GVariant *parameter);
gboolean           kist_pages_is_step (AdwNavigationPage *page);
KistEntry         *kist_pages_create_entry (KistServices *services, const char *thing);
void               kist_pages_ask_about_link (GtkWindow *window, const char *address);

char *kist_pages_dup_folder (KistServices *services, KistThing *thing);

G_END_DECLS
