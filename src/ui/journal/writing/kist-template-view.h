/* Prompts beside the draft: one chooses a way to think something through, reads what it asks, and puts its headings
 * into the text. Which one was chosen last is a setting. Main thread. */
#pragma once

#include <adwaita.h>

#include "library/kist-library.h"
#include "ui/journal/kist-writing-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_TEMPLATE_VIEW (kist_template_view_get_type ())
G_DECLARE_FINAL_TYPE (KistTemplateView, kist_template_view, KIST, TEMPLATE_VIEW, AdwBin)

void kist_template_view_set_up (KistTemplateView *self, KistLibrary *library, KistWritingView *view);

G_END_DECLS
