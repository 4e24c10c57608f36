/* One item of a scale: what is rated, and the points to choose from. Main thread. */
#pragma once

#include <adwaita.h>

#include "content/kist-scale.h"

G_BEGIN_DECLS

#define KIST_TYPE_RATING_ROW (kist_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (KistRatingRow, kist_rating_row, KIST, RATING_ROW, GtkBox)

GtkWidget *kist_rating_row_new (KistScale *scale, unsigned item);
void       kist_rating_row_set_value (KistRatingRow *self, int value);

G_END_DECLS
