/* What the confidentiality check says of several entries, shown before they go anywhere: which of them have something
 * to look at, with a way to each. The first page of a way out, which leads on when the writer says so. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/journal/privacy/kist-privacy-book.h"

G_BEGIN_DECLS

#define KIST_TYPE_LEAVING_PAGE (kist_leaving_page_get_type ())
G_DECLARE_FINAL_TYPE (KistLeavingPage, kist_leaving_page, KIST, LEAVING_PAGE, AdwNavigationPage)

gboolean           kist_leaving_page_is_needed (KistPrivacyBook *book, GPtrArray *entries);
AdwNavigationPage *kist_leaving_page_new (KistPrivacyBook *book, GPtrArray *entries);

G_END_DECLS
