/* An entry as the web page that an export of it would be, in one of three themes: nothing is published from here.
 * WebKit draws it, which is opened when the page is and dropped when it is left; where there is none the page says so
 * and leads to the export. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_WEB_PAGE (kist_web_page_get_type ())
G_DECLARE_FINAL_TYPE (KistWebPage, kist_web_page, KIST, WEB_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_web_page_new (KistServices *services, KistEntry *entry);

G_END_DECLS
