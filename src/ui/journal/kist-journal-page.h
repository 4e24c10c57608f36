/* Journal: every entry, the last changed first, found by any word in it. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_JOURNAL_PAGE (kist_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (KistJournalPage, kist_journal_page, KIST, JOURNAL_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_journal_page_new (KistServices *services);

G_END_DECLS
