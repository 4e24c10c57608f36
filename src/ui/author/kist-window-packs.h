/* What the window does with files that come from outside: packs are installed, removed and brought back, a pack's
 * folder is opened to work on it. For kist-window.c. Main thread. */
#pragma once

#include "ui/kist-window.h"

G_BEGIN_DECLS

void kist_window_packs_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
