/* A row in which a person notes that they have a badge, and since when. Kist takes their word for it. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_HELD_ROW (kist_held_row_get_type ())
G_DECLARE_FINAL_TYPE (KistHeldRow, kist_held_row, KIST, HELD_ROW, AdwExpanderRow)

GtkWidget *kist_held_row_new (KistServices *services, const char *badge, const char *title, const char *subtitle);
void       kist_held_row_set_remark (KistHeldRow *self, const char *remark);

G_END_DECLS
