/* Everything that an entry can be linked to, to choose from by typing a few letters of it: Things, runs so far, codes
 * of each edition, core elements. Emits "chosen". Main thread. */
#pragma once

#include <adwaita.h>

#include "journal/kist-reference.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_REFERENCE_DIALOG (kist_reference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistReferenceDialog, kist_reference_dialog, KIST, REFERENCE_DIALOG, AdwDialog)

AdwDialog *kist_reference_dialog_new (KistServices *services, const char *title);

G_END_DECLS
