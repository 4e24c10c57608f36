/* A pack's folder as its author works on it: what the check finds, anew whenever a file is saved in whichever editor,
 * the scenarios to try, and the way to make it one file that can be handed on. Nothing here touches the person's
 * record. Main thread; checking and packing are done on workers. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_AUTHOR_PAGE (kist_author_page_get_type ())
G_DECLARE_FINAL_TYPE (KistAuthorPage, kist_author_page, KIST, AUTHOR_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_author_page_new (const char *folder);

G_END_DECLS
