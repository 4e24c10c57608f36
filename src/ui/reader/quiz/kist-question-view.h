/* A question of a Check step: answer it, and read at once why it is so. It may be answered again; nothing is scored.
 * What one answered last is there after a restart. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_QUESTION_VIEW (kist_question_view_get_type ())
G_DECLARE_FINAL_TYPE (KistQuestionView, kist_question_view, KIST, QUESTION_VIEW, AdwBin)

GtkWidget *
kist_question_view_new (KistServices *services, KistThing *thing, KistStep *step, const KistQuestion *question);

G_END_DECLS
