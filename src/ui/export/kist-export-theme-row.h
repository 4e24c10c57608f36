/* A row in which the look of web pages is chosen; it is the one of the preview, and remembered. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *kist_export_theme_row_new (void);

G_END_DECLS
