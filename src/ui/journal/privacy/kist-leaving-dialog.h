/* What the confidentiality check says of an entry, shown before the entry goes anywhere: once for each state of the
 * text, by whoever opens the way out. Going on is the writer's choice, and never asked to be justified. Main thread. */
#pragma once

#include "ui/journal/privacy/kist-privacy-watch.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_LEAVING_DIALOG (kist_leaving_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistLeavingDialog, kist_leaving_dialog, KIST, LEAVING_DIALOG, AdwDialog)

void
kist_leaving_dialog_ask (GtkWidget *parent, KistPrivacyWatch *watch, const char *way, GCallback leave, gpointer object);

G_END_DECLS
