/* A decision of the run at its end: where one stood, what was chosen, what followed, and a button that goes back there
 * by player.go-back-to. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/practise/kist-trail.h"

G_BEGIN_DECLS

#define KIST_TYPE_DECISION_ROW (kist_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (KistDecisionRow, kist_decision_row, KIST, DECISION_ROW, GtkListBoxRow)

GtkWidget *kist_decision_row_new (const KistDecision *decision);

G_END_DECLS
