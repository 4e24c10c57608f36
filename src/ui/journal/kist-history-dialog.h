/* What an entry was before: its revisions, newest first, with what changed in each, to read and to bring back. Bringing
 * one back is an edit like any other: undo takes it away again. Emits #KistHistoryDialog::restore with the revision.
 * Main thread. */
#pragma once

#include <adwaita.h>

#include "store/kist-store.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_HISTORY_DIALOG (kist_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistHistoryDialog, kist_history_dialog, KIST, HISTORY_DIALOG, AdwDialog)

AdwDialog *kist_history_dialog_new (KistServices *services, KistEntry *entry);

G_END_DECLS
