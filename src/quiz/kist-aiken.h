/* Reads Aiken, the plainest form of single choice: a question, answers after "A." or "A)", and "ANSWER: A". Pure; any
 * thread. */
#pragma once

#include "quiz/kist-quiz-builder.h"

G_BEGIN_DECLS

void kist_aiken_parse (KistQuizBuilder *builder, const char *text);

G_END_DECLS
