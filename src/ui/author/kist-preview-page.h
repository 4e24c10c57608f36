/* A scenario as its author plays it: from any passage, with what is counted and what is hidden in sight, and recording
 * nothing. It asks what comes next by its actions, preview.choose (u), preview.go-on, preview.go-back and
 * preview.begin-again; 1 to 9 choose and Backspace goes back. Main thread; the file is read on a worker. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_PREVIEW_PAGE (kist_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (KistPreviewPage, kist_preview_page, KIST, PREVIEW_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_preview_page_new (const char *folder, const char *file, const char *passage);

G_END_DECLS
