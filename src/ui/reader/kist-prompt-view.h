/* One prompt of a Reflect step and the place to answer it. The answer is saved while one writes: at most half a second
 * of typing is ever not on its way to disk. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_PROMPT_VIEW (kist_prompt_view_get_type ())
G_DECLARE_FINAL_TYPE (KistPromptView, kist_prompt_view, KIST, PROMPT_VIEW, GtkBox)

GtkWidget *kist_prompt_view_new (KistServices *services, KistThing *thing, KistStep *step, const KistPart *prompt);
void       kist_prompt_view_set_answer (KistPromptView *self, const char *answer);

G_END_DECLS
