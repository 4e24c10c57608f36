/* All widgets of this folder in one include, and the one call that makes them ready: it names their types to
 * GtkBuilder, so that Blueprint files may use them, and adds widgets.css to the display. Main thread. */
#pragma once

#include "ui/widgets/kist-document-view.h"
#include "ui/widgets/kist-outcome-bar.h"
#include "ui/widgets/kist-ring.h"
#include "ui/widgets/kist-scale-chart.h"
#include "ui/widgets/kist-scenario-map.h"
#include "ui/widgets/kist-step-bar.h"

G_BEGIN_DECLS

void kist_widgets_init (void);

G_END_DECLS
