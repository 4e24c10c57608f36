/* How far a draft has come towards a badge: words for each criterion and in all, what is missing in one sentence, and a
 * fraction for the ring. A pure function of the badge and the draft; any thread. */
#pragma once

#include "badges/kist-badge.h"

G_BEGIN_DECLS

/**
 * KistCriterionCount:
 * @words: words below the criterion's heading
 * @is_met: whether they are within its limits
 * @has_heading: whether the draft has a heading for it
 */
typedef struct
{
  unsigned words;
  gboolean is_met;
  gboolean has_heading;
} KistCriterionCount;

/**
 * KistReadiness:
 * @words: words of the whole draft, headings left out
 * @criteria: (array length=n_criteria): one for each criterion of the badge, in its order
 * @n_criteria: how many
 * @is_ready: whether every limit holds
 * @fraction: 0 to 1, how much of the words asked for are there; 1 only when ready
 */
typedef struct
{
  unsigned            words;
  KistCriterionCount *criteria;
  unsigned            n_criteria;
  gboolean            is_ready;
  double              fraction;
} KistReadiness;

KistReadiness *kist_readiness_new (KistBadge  *badge,
                                   const char *draft);
void           kist_readiness_free (KistReadiness *self);
char          *kist_readiness_dup_template (KistBadge *badge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistReadiness, kist_readiness_free)

G_END_DECLS
