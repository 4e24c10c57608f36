/* What a kind of step adds below its text: tasks to tick, a scenario to play, questions, a scale, prompts, a draft.
 * Each is a widget of its own that is made from the services, the Thing and the step, and says what happens by
 * kist_services_record(). Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

GtkWidget *kist_activity_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
