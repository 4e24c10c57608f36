/* Dialogs about what is on a page: they go with it. A new edition of a pack, or a restored record, makes the pages anew
 * while a dialog is open. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kist_page_dialog_present (AdwDialog *dialog, GtkWidget *owner);

G_END_DECLS
