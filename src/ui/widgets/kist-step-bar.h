/* How many of a Thing's steps are done: one segment each while there is room, else one bar. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_STEP_BAR (kist_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (KistStepBar, kist_step_bar, KIST, STEP_BAR, GtkWidget)

GtkWidget *kist_step_bar_new (void);
void       kist_step_bar_set_steps (KistStepBar *self, unsigned n_done, unsigned n_steps);

G_END_DECLS
