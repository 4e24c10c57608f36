/* Writes questions as GIFT that Moodle and Kist read alike. Pure; any thread. */
#pragma once

#include "quiz/kist-question.h"

G_BEGIN_DECLS

char *kist_gift_write (GPtrArray *questions);

G_END_DECLS
