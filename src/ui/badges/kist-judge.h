/* How far somebody has come towards a badge today, with all that Kist knows of them. Main thread. */
#pragma once

#include "badges/kist-evidence.h"
#include "library/kist-badge-standing.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

KistEvidence      *kist_judge_draft (KistServices *services, KistBadge *badge, const char *draft);
KistBadgeStanding *kist_judge_standing (KistServices *services, KistBadge *badge);

G_END_DECLS
