/* The bars of a run on a card, each with how it came to where it is. Fill it once. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_OUTCOMES_VIEW (kist_outcomes_view_get_type ())
G_DECLARE_FINAL_TYPE (KistOutcomesView, kist_outcomes_view, KIST, OUTCOMES_VIEW, GtkBox)

void kist_outcomes_view_fill (KistOutcomesView *self, GPtrArray *outcomes, gint64 limit);

G_END_DECLS
