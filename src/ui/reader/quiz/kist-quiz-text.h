/* The texts of a question, plain or in Markdown, as labels take them. Links become words with their address behind
 * them: a question is no place to leave from. Pure; any thread. */
#pragma once

#include "quiz/kist-question.h"

G_BEGIN_DECLS

char *kist_quiz_text_to_markup (const KistQuestion *question, const char *text);
char *kist_quiz_text_to_plain (const KistQuestion *question, const char *text);

G_END_DECLS
