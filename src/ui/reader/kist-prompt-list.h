/* The prompts of a Reflect step. It asks the store for the answers there are and hands each to its prompt. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_PROMPT_LIST (kist_prompt_list_get_type ())
G_DECLARE_FINAL_TYPE (KistPromptList, kist_prompt_list, KIST, PROMPT_LIST, GtkBox)

GtkWidget *kist_prompt_list_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
