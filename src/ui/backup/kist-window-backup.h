/* What the window does about back-ups: the dialog, a file that is handed over, what was there before and is wanted
 * back. For kist-window.c. Main thread. */
#pragma once

#include "ui/kist-window.h"

G_BEGIN_DECLS

void kist_window_backup_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
