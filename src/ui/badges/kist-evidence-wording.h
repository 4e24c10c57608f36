/* What a draft still needs for a badge, in one sentence for each rule that does not hold or cannot be told. Pure; main
 * thread for gettext's sake. */
#pragma once

#include "badges/kist-evidence.h"
#include "library/kist-library.h"

G_BEGIN_DECLS

char *
kist_evidence_wording_dup_sentence (KistLibrary *library, const KistEvidence *evidence, const KistEvidenceRule *rule);

G_END_DECLS
