/* Two runs through one scenario beside each other, below each other where there is no room. Opened by
 * win.open-comparison with the run and, if one was chosen, the other; else that is the last that ended. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_COMPARISON_PAGE (kist_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (KistComparisonPage, kist_comparison_page, KIST, COMPARISON_PAGE, AdwNavigationPage)

AdwNavigationPage *
kist_comparison_page_new (KistServices *services, KistThing *thing, KistStep *step, const char *run, const char *other);

G_END_DECLS
