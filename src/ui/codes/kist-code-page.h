/* A code: what it says in the project's own words, the Things that touch it, and every decision and reflection of the
 * person that did. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_CODE_PAGE (kist_code_page_get_type ())
G_DECLARE_FINAL_TYPE (KistCodePage, kist_code_page, KIST, CODE_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_code_page_new (KistServices *services, const char *code);

G_END_DECLS
