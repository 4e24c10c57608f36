/* Hands that a group showed, in words and in numbers: which choice leads, and what is said of them afterwards. No
 * names: only how many. Pure; main thread for gettext's sake. */
#pragma once

#include "scenario/kist-run.h"

G_BEGIN_DECLS

int   kist_hands_find_leading (const unsigned *hands, unsigned n_choices);
char *kist_hands_dup_words (KistRun *run, unsigned position, GArray *counts);

G_END_DECLS
