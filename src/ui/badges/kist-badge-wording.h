/* Where someone stands with a badge in words: one sentence for the whole, one for each criterion. Pure. */
#pragma once

#include "library/kist-badge-standing.h"

G_BEGIN_DECLS

char *kist_badge_wording_dup_summary (KistLibrary *library, const KistEvidence *evidence);
char *kist_badge_wording_dup_state (KistLibrary *library, const KistBadgeStanding *standing);
char *kist_badge_wording_dup_criterion (KistBadge *badge, unsigned index, const KistReadiness *readiness);

G_END_DECLS
