/* What stands between the braces of a GIFT question. Pure; any thread. */
#pragma once

#include "quiz/gift/kist-gift-text.h"
#include "quiz/kist-quiz-builder.h"

G_BEGIN_DECLS

/* An id that a comment between the answers gives to the one that follows. */
typedef struct
{
  const char *place;
  char       *id;
} KistGiftId;

KistQuestion *kist_gift_read_answers (KistQuizBuilder *builder, const KistGiftReader *reader, char *body, GArray *ids);

G_END_DECLS
