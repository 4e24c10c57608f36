/* A row that leads to a Thing: its number and title, how long it takes, a ring. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_THING_ROW (kist_thing_row_get_type ())
G_DECLARE_FINAL_TYPE (KistThingRow, kist_thing_row, KIST, THING_ROW, AdwActionRow)

GtkWidget *kist_thing_row_new (KistServices *services, KistThing *thing);

G_END_DECLS
