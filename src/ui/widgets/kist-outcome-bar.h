/* What a choice did to someone or something, on a line with zero in its middle: "Trust: −2". In words and drawn;
 * neither good nor bad is coloured, since a consequence is no mark. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_OUTCOME_BAR (kist_outcome_bar_get_type ())
G_DECLARE_FINAL_TYPE (KistOutcomeBar, kist_outcome_bar, KIST, OUTCOME_BAR, GtkWidget)

GtkWidget *kist_outcome_bar_new (const char *title);
void       kist_outcome_bar_set_title (KistOutcomeBar *self, const char *title);
void       kist_outcome_bar_set_value (KistOutcomeBar *self, gint64 value, gint64 limit);

G_END_DECLS
