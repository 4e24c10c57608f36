/* How files come and go between the window and other programs: they are dropped on it, and opened in what the person
 * edits or looks at them with. For kist-window.c. Main thread. */
#pragma once

#include "ui/kist-window.h"

G_BEGIN_DECLS

void kist_window_files_install_actions (GtkWidgetClass *widget_class);
void kist_window_files_accept_drops (KistWindow *window);

G_END_DECLS
