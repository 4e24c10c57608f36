/* One task: a tick, or a reason for not doing it. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_TASK_ROW (kist_task_row_get_type ())
G_DECLARE_FINAL_TYPE (KistTaskRow, kist_task_row, KIST, TASK_ROW, AdwActionRow)

GtkWidget *kist_task_row_new (KistServices *services, KistThing *thing, KistStep *step, const KistPart *task);

G_END_DECLS
