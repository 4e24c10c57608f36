/* What a word's form, those around it and the text itself say: that it is the name of somebody, or of nobody. For the
 * search for names. */
#pragma once

#include "kist-privacy-words.h"

G_BEGIN_DECLS

gboolean kist_privacy_is_gaelic_surname (const KistPrivacySearch *self, guint i);
gboolean kist_privacy_is_somebody_who (const KistPrivacySearch *self, guint i);
gboolean kist_privacy_is_behind_preposition (const KistPrivacySearch *self, guint i);
gboolean kist_privacy_has_company (const KistPrivacySearch *self, guint i);
gboolean kist_privacy_is_family (const KistPrivacySearch *self, guint i);
void     kist_privacy_skip_pseudonyms (KistPrivacySearch *self);

G_END_DECLS
