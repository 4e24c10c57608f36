/* What every reader of quizzes does with a question it has read: hold it against the rules of its kind, give it and its
 * answers their ids, and keep it, or say why not. Lives on the stack of one call. */
#pragma once

#include "base/kist-report.h"
#include "quiz/kist-question.h"

G_BEGIN_DECLS

/* No question is longer, and nobody reads more answers. */
#define KIST_QUIZ_MAX_QUESTION 32768
#define KIST_QUIZ_MAX_ANSWERS 26
#define KIST_QUIZ_MAX_QUESTIONS 1000

typedef struct
{
  const char *file;
  KistReport *report;
  GPtrArray  *questions; /* (element-type KistQuestion) (owned) */
  GHashTable *ids;       /* (element-type utf8) (owned) */
} KistQuizBuilder;

void kist_quiz_builder_init (KistQuizBuilder *self, const char *file, KistReport *report);
void kist_quiz_builder_clear (KistQuizBuilder *self);
void kist_quiz_builder_add (KistQuizBuilder *self, KistQuestion *question, const char *name);
gboolean
kist_quiz_builder_refuse (KistQuizBuilder *self, unsigned line, unsigned column, const char *hint, const char *message);
void
kist_quiz_builder_warn (KistQuizBuilder *self, unsigned line, unsigned column, const char *hint, const char *message);
void kist_quiz_builder_take_rubric (KistQuestion *question);

G_END_DECLS
