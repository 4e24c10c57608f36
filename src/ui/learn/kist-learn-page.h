/* Learn: the programmes and their Things, each with how far one has come, and what could not be used and why. Main
 * thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_LEARN_PAGE (kist_learn_page_get_type ())
G_DECLARE_FINAL_TYPE (KistLearnPage, kist_learn_page, KIST, LEARN_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_learn_page_new (KistServices *services);

G_END_DECLS
