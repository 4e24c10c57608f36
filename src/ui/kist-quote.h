/* Puts a passage that was selected into the journal, as a quotation in the entry of its Thing. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

void kist_quote_into_journal (GtkWidget *widget, KistServices *services, KistThing *thing, const char *passage);

G_END_DECLS
