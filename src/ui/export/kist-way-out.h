/* The ways out of the editor, "copy", "export" and "print", once the confidentiality result was seen. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

const char *kist_way_out_get_label (const char *way);
void        kist_way_out_go (const char *way, GtkWidget *page, KistServices *services, KistEntry *entry);

G_END_DECLS
