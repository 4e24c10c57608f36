/* Where someone's work touched a code, in words. Pure; main thread for gettext's sake. */
#pragma once

#include "library/kist-code-touch.h"

G_BEGIN_DECLS

char       *kist_code_wording_dup_state (GPtrArray *touches, unsigned n_things);
char       *kist_code_wording_dup_touch (const KistCodeTouch *touch);
const char *kist_code_wording_kind (const KistCodeTouch *touch);

G_END_DECLS
