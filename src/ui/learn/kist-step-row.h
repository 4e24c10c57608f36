/* A row that leads to a step: its kind and title, how long it takes, where someone stands. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_STEP_ROW (kist_step_row_get_type ())
G_DECLARE_FINAL_TYPE (KistStepRow, kist_step_row, KIST, STEP_ROW, AdwActionRow)

GtkWidget *kist_step_row_new (KistServices *services, KistThing *thing, KistStep *step, gboolean names_thing);

G_END_DECLS
