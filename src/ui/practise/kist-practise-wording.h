/* What the scenarios' screens say in more than one place: whom an outcome is about, by how much it moved, how many
 * endings were found, which codes are touched. Pure; main thread for gettext's sake. */
#pragma once

#include "library/kist-library.h"

G_BEGIN_DECLS

const char *kist_practise_wording_outcome (const char *id);
char       *kist_practise_wording_dup_number (gint64 change);
char       *kist_practise_wording_dup_change (const char *id, gint64 change);
char       *kist_practise_wording_dup_endings (unsigned n_found, unsigned n_endings);
char       *kist_practise_wording_dup_code (const KistCode *code);
char       *kist_practise_wording_dup_codes (KistLibrary *library, KistScenario *scenario);

G_END_DECLS
