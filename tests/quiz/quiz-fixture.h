/* Quizzes for tests: one question of a text, and a quiz that has every kind of question with everything GIFT can say.
 */
#pragma once

#include "quiz/kist-quiz.h"

G_BEGIN_DECLS

#define QUIZ_OF_EVERY_KIND                                                                                             \
  "::single::Which? {=%100%right#Yes. ~wrong#No. ~%50%half ####Ever.}\n\n"                                             \
  "::multiple::[markdown]Which *two*?{~%50%one\\n\\n- a#Yes. ~%50%two#[plain]*Yes.* ~%-100%three}\n\n"                 \
  "::true-false::True\\: \\= \\\\n? {FALSE#Wrong#Right####Said}\n\n"                                                   \
  "// [case:sensitive]\n::short::Who? {=Grant#Yes =%50%G* =%0%*#No}\n\n"                                               \
  "::gap::A kist is a {=chest =box} in Scots.\n\n"                                                                     \
  "::numeric::How many? {#=3:0.5#Yes =%50%2..4 ~#No}\n\n::number::How many? {#0.1}\n\n"                                \
  "::matching::Match {\n// [id:left]\n=a \\{ -> 1\n=b -> 1\n=c -> 2\n= -> 3\n####Ever}\n\n"                            \
  "::ordering::Order {>\nfirst\n\tsecond\\~\n// [id:last]\n[plain]//third\n####Ever\n}\n\n"                            \
  "::free::Write {####Look again\n- the first\n- the second}\n\n::bare::Write {}\n\n"                                  \
  "::[html]::[html]<p>Which <b>one</b>?</p><ul><li>a</ul>{=<i>yes</i> ~no}\n\n::description::A text\\nof two lines."

KistQuiz           *quiz_parse (const char *gift);
const KistQuestion *quiz_lookup (KistQuiz *quiz, const char *id);

G_END_DECLS
