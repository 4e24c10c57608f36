/* What the program says in more than one place: kinds of step, where someone stands, how long it takes. One place, so
 * that a screen reader and the eye get the same words. Pure; main thread for gettext's sake. */
#pragma once

#include "library/kist-completion.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

const char *kist_wording_step_kind (KistStepKind kind);
const char *kist_wording_step_icon (KistStepKind kind);
char       *kist_wording_dup_step_state (KistStepKind kind, const KistCompletion *completion);
char       *kist_wording_dup_step_name (KistStep *step, const KistCompletion *completion);
char       *kist_wording_dup_thing_state (const KistCompletion *completion);
char       *kist_wording_dup_minutes (unsigned minutes);
char       *kist_wording_dup_words (unsigned words);
char       *kist_wording_dup_day (KistClock *clock, gint64 time);

G_END_DECLS
