/* Writing an entry: its title, its text with spelling and quiet highlighting, and what its badge asks for beside it
 * (below it on a narrow window). What is typed is handed to the store within a second; the caret is remembered. Main
 * thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_EDITOR_PAGE (kist_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (KistEditorPage, kist_editor_page, KIST, EDITOR_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_editor_page_new (KistServices *services, KistEntry *entry);

G_END_DECLS
