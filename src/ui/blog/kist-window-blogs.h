/* What the window does about blogs: asks for the file or the folder, opens what was handed to it, says what was brought
 * in and takes that back. For kist-window.c. Main thread. */
#pragma once

#include "ui/kist-window.h"

G_BEGIN_DECLS

void     kist_window_blogs_install_actions (GtkWidgetClass *widget_class);
gboolean kist_window_blogs_open_file (KistWindow *window, const char *path);

G_END_DECLS
