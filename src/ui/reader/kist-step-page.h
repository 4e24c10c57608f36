/* A step on its own page: the text, what there is to do in it, and the way to the next step. It remembers how far one
 * had read, to the line, says when a Read or Watch step was read to its end, finds in the text, and quotes a selection
 * into the journal. What the kinds of step add below the text is made by kist_activity_new(). Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_STEP_PAGE (kist_step_page_get_type ())
G_DECLARE_FINAL_TYPE (KistStepPage, kist_step_page, KIST, STEP_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_step_page_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
