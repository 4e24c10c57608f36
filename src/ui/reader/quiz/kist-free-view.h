/* A text of one's own, and then what to look for in it. The text is kept with the answers to prompts, under the
 * question's id, half a second after the last key; what one found in it is the response. Main thread. */
#pragma once

#include "ui/kist-services.h"
#include "ui/reader/quiz/kist-answer-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_FREE_VIEW (kist_free_view_get_type ())
G_DECLARE_FINAL_TYPE (KistFreeView, kist_free_view, KIST, FREE_VIEW, KistAnswerView)

GtkWidget *kist_free_view_new (KistServices *services, KistThing *thing, KistStep *step, const KistQuestion *question);

G_END_DECLS
