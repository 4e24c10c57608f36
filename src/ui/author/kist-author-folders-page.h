/* The folders that a person works on as an author: a section of the sidebar, for those who have any. Main thread. */
#pragma once

#include "ui/kist-services.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_AUTHOR_FOLDERS_PAGE (kist_author_folders_page_get_type ())
G_DECLARE_FINAL_TYPE (KistAuthorFoldersPage, kist_author_folders_page, KIST, AUTHOR_FOLDERS_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_author_folders_page_new (KistServices *services);

G_END_DECLS
