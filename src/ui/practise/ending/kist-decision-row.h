/* A decision of a run as a paragraph of its story: where one stood and what was chosen, and what followed. At the end
 * of the run that is being played it has a button that goes back there by player.go-back-to. Made by the story they
 * make up. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/kist-trail.h"

G_BEGIN_DECLS

#define KIST_TYPE_DECISION_ROW (kist_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (KistDecisionRow, kist_decision_row, KIST, DECISION_ROW, AdwBin)

void kist_decision_rows_fill (GtkBox *story, GPtrArray *decisions, gboolean is_beginning, gboolean can_go_back);

G_END_DECLS
