/* Codes: each framework's parts and numbers in the project's own words, with how often one's own work touched each.
 * Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_CODES_PAGE (kist_codes_page_get_type ())
G_DECLARE_FINAL_TYPE (KistCodesPage, kist_codes_page, KIST, CODES_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_codes_page_new (KistServices *services);

G_END_DECLS
