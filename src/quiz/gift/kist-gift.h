/* Reads GIFT, Moodle's plain-text form of quizzes: every kind of question it has. Pure; any thread. */
#pragma once

#include "quiz/kist-quiz-builder.h"

G_BEGIN_DECLS

void kist_gift_parse (KistQuizBuilder *builder, const char *text);

G_END_DECLS
