/* What the parts of the confidentiality check share. */
#pragma once

#include "kist-privacy.h"

G_BEGIN_DECLS

void kist_privacy_add (GArray *findings, KistPrivacyKind kind, KistPrivacyCertainty certainty, gsize start, gsize end);
void kist_privacy_find_identifiers (const char *text, GArray *findings);
void kist_privacy_find_contacts (const char *text, GArray *findings);
void kist_privacy_find_addresses (const char *text, GArray *findings);
void kist_privacy_find_ages (const char *text, GArray *findings);
void kist_privacy_find_dates (const char *text, GArray *findings);
void kist_privacy_find_initials (const char *text, GArray *findings);
void kist_privacy_find_listed (const char *text, const char *const *listed, GArray *findings);
void kist_privacy_find_names (const char *text, GArray *findings);
void kist_privacy_find_combinations (const char *text, GArray *findings);
gboolean kist_privacy_follows (const char *text, gsize place, GRegex *words);

G_END_DECLS
