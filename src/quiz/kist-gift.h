/* Reads GIFT, Moodle's plain-text form of quizzes, as far as KistQuiz has use for it: single choice, with or without a
 * gap in the sentence, and true or false. Pure; any thread. */
#pragma once

#include "quiz/kist-quiz.h"

G_BEGIN_DECLS

GPtrArray *kist_gift_parse (const char *text, const char *file, KistReport *report);

G_END_DECLS
