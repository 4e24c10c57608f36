/* What the program says of the confidentiality check, in one place. Pure; main thread for gettext's sake. */
#pragma once

#include "journal/privacy/kist-privacy-concern.h"

G_BEGIN_DECLS

char              *kist_privacy_wording_dup_summary (unsigned n_open, unsigned n_meant);
char              *kist_privacy_wording_dup_short (GPtrArray *concerns);
char              *kist_privacy_wording_dup_words (const KistPrivacyConcern *concern);
char              *kist_privacy_wording_dup_advice (const KistPrivacyConcern *concern);
const char        *kist_privacy_wording_caution (void);
const char *const *kist_privacy_wording_questions (void);

G_END_DECLS
