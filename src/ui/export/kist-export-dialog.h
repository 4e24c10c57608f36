/* A way out: first what the confidentiality check found, once for each state of what is to leave; then what it becomes
 * and where it goes. It stays when that fails, with one sentence that says why. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_EXPORT_DIALOG (kist_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistExportDialog, kist_export_dialog, KIST, EXPORT_DIALOG, AdwDialog)

AdwDialog *kist_export_dialog_new (KistServices *services, GPtrArray *entries, gboolean is_everything);

G_END_DECLS
