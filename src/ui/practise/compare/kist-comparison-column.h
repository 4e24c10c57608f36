/* One run's own part of a comparison: what was chosen where the runs part, what was decided from there, how it ended
 * and how it turned out. Made for one comparison and never changed. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/compare/kist-comparison.h"

G_BEGIN_DECLS

#define KIST_TYPE_COMPARISON_COLUMN (kist_comparison_column_get_type ())
G_DECLARE_FINAL_TYPE (KistComparisonColumn, kist_comparison_column, KIST, COMPARISON_COLUMN, AdwBin)

GtkWidget *kist_comparison_column_new (const KistComparisonSide *side, const char *title, gint64 limit);

G_END_DECLS
