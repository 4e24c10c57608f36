/* What is shown when the record cannot be opened: why, in one sentence, and every way on: try again, go back to a
 * back-up, begin afresh (the damaged file is kept). Emits #KistRecoveryView::reopen when it is worth opening the store
 * again. Main thread. */
#pragma once

#include <adwaita.h>

#include "store/kist-store.h"

G_BEGIN_DECLS

#define KIST_TYPE_RECOVERY_VIEW (kist_recovery_view_get_type ())
G_DECLARE_FINAL_TYPE (KistRecoveryView, kist_recovery_view, KIST, RECOVERY_VIEW, AdwBin)

void kist_recovery_view_show_error (KistRecoveryView *self, KistStore *store, const GError *error);

G_END_DECLS
