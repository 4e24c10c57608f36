/* One of several things to put in order: its place, its words, two buttons to move it. It emits "moved" with the number
 * of rows it is to go, and "dropped" with the row that was dragged onto it. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_ORDER_ROW (kist_order_row_get_type ())
G_DECLARE_FINAL_TYPE (KistOrderRow, kist_order_row, KIST, ORDER_ROW, AdwActionRow)

GtkWidget  *kist_order_row_new (const char *id, const char *markup, const char *plain);
const char *kist_order_row_get_id (KistOrderRow *self);
const char *kist_order_row_get_words (KistOrderRow *self);
void        kist_order_row_set_place (KistOrderRow *self, unsigned place, unsigned n_places);
void        kist_order_row_show_right (KistOrderRow *self, int is_right);

G_END_DECLS
