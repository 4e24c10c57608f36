/* A core element: how much was done for it this year, and when opened, in which Things; of a gap, which Things would
 * fill it. Main thread. */
#pragma once

#include <adwaita.h>

#include "library/kist-record.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_ELEMENT_ROW (kist_element_row_get_type ())
G_DECLARE_FINAL_TYPE (KistElementRow, kist_element_row, KIST, ELEMENT_ROW, AdwExpanderRow)

GtkWidget *kist_element_row_new (KistServices *services);
void       kist_element_row_show (KistElementRow *self, const KistRecordElement *element);

G_END_DECLS
