/* What an answer comes to. Pure: the same response to the same question is always the same mark. Freed by whoever asked
 * for it; any thread. */
#pragma once

#include "quiz/kist-response.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_VERDICT_WRONG,
  KIST_VERDICT_PARTLY,
  KIST_VERDICT_RIGHT,
  KIST_VERDICT_OWN, /* free text: nobody judges it but the person who wrote it */
} KistVerdict;

/**
 * KistMark:
 * @verdict: in a word
 * @credit: 0 to 100
 * @n_right: how many parts are right: pairs, places, choices made or left as they should be, points found
 * @n_parts: how many parts there are
 * @right: a bit for each answer of the question: whether its part is right
 * @feedback: (nullable): what the author says to it, then what they say to everyone
 */
typedef struct
{
  KistVerdict verdict;
  unsigned    credit;
  unsigned    n_right;
  unsigned    n_parts;
  guint32     right;
  char       *feedback;
} KistMark;

KistMark *kist_question_mark (const KistQuestion *question, const KistResponse *response);
int       kist_mark_get_part (const KistMark *self, unsigned index);
void      kist_mark_free (KistMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistMark, kist_mark_free)

G_END_DECLS
