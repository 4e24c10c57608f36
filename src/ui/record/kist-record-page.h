/* My record: the CPL year by core element with its gaps, the self-assessments, and what was done day by day. All of it
 * is worked out from the events; nothing is typed in here. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_RECORD_PAGE (kist_record_page_get_type ())
G_DECLARE_FINAL_TYPE (KistRecordPage, kist_record_page, KIST, RECORD_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_record_page_new (KistServices *services);

G_END_DECLS
