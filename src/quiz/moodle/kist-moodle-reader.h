/* Reads questions of Moodle's XML. What Kist has no use for is said in the report, never passed over. Pure; any thread.
 */
#pragma once

#include "quiz/kist-quiz-builder.h"

G_BEGIN_DECLS

void kist_moodle_parse (KistQuizBuilder *builder, const char *text);

G_END_DECLS
