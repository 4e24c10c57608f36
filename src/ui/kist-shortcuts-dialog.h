/* The list of keys. libadwaita 1.7 has no shortcuts dialog of its own yet and GTK's is deprecated, so this is a plain
 * dialog with rows. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_SHORTCUTS_DIALOG (kist_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistShortcutsDialog, kist_shortcuts_dialog, KIST, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *kist_shortcuts_dialog_new (void);

G_END_DECLS
