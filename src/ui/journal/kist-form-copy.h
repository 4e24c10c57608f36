/* Copy for the Form: an entry as the clean plain text that an application form takes. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "journal/kist-entry.h"

G_BEGIN_DECLS

void kist_form_copy (GtkWidget *widget, KistEntry *entry, const char *body);

G_END_DECLS
