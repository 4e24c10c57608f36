/* Practise: every scenario there is, in the order of the Things. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_PRACTISE_PAGE (kist_practise_page_get_type ())
G_DECLARE_FINAL_TYPE (KistPractisePage, kist_practise_page, KIST, PRACTISE_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_practise_page_new (KistServices *services);

G_END_DECLS
