/* Writes questions as Moodle's XML. Pure; any thread. */
#pragma once

#include "quiz/kist-question.h"

G_BEGIN_DECLS

char *kist_moodle_write (GPtrArray *questions);

G_END_DECLS
