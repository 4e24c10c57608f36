/* The bin: entries that were deleted, to read, to put back, or to delete for good. Nothing leaves it by itself. Main
 * thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_BIN_PAGE (kist_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (KistBinPage, kist_bin_page, KIST, BIN_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_bin_page_new (KistServices *services);

G_END_DECLS
