/* All that a badge asks of a draft and of the person who wrote it, rule by rule, each with whether it holds: what a
 * composer of evidence shows, and what stands between a draft and *ready*. A pure function of what it is given; values
 * alone, the screen puts them in words. Any thread. */
#pragma once

#include "badges/kist-readiness.h"

G_BEGIN_DECLS

/**
 * KistEvidenceKind:
 * @KIST_EVIDENCE_CRITERION: the words below a criterion's heading are within its limits
 * @KIST_EVIDENCE_TOTAL: the words of the whole are within the badge's limits, and there is at least one
 * @KIST_EVIDENCE_FIELD: a field stands at the top
 * @KIST_EVIDENCE_REQUIRED: the person has a badge that must come first
 * @KIST_EVIDENCE_OPENS: the badge can be had already
 * @KIST_EVIDENCE_CLOSES: the badge can be had still
 * @KIST_EVIDENCE_ADVISED: the person has a badge that had better come first
 * @KIST_EVIDENCE_ENDORSEMENT: somebody endorses the badge in time after the award
 * @KIST_EVIDENCE_CONFLICT: the person noted which of the published rules that contradict each other was followed
 *
 * What a rule is about. The last three are never waited for: one is advice, one comes after the award, and where
 * published rules disagree nobody can be held to one of them.
 */
typedef enum
{
  KIST_EVIDENCE_CRITERION,
  KIST_EVIDENCE_TOTAL,
  KIST_EVIDENCE_FIELD,
  KIST_EVIDENCE_REQUIRED,
  KIST_EVIDENCE_OPENS,
  KIST_EVIDENCE_CLOSES,
  KIST_EVIDENCE_ADVISED,
  KIST_EVIDENCE_ENDORSEMENT,
  KIST_EVIDENCE_CONFLICT,
} KistEvidenceKind;

/**
 * KistEvidenceState:
 * @KIST_EVIDENCE_MET: it holds
 * @KIST_EVIDENCE_UNMET: it does not
 * @KIST_EVIDENCE_UNKNOWN: what is known does not tell
 */
typedef enum
{
  KIST_EVIDENCE_MET,
  KIST_EVIDENCE_UNMET,
  KIST_EVIDENCE_UNKNOWN,
} KistEvidenceState;

/**
 * KistEvidenceFacts:
 * @held: (nullable) (array zero-terminated=1): ids of the badges that the person has; %NULL where nobody recorded them
 * @today: (nullable): today
 * @awarded: (nullable): when this badge was awarded
 * @noted: (nullable) (array zero-terminated=1): ids of the badge's conflicts of which the person noted what was
 *   followed; %NULL where nobody notes
 *
 * What a draft does not tell.
 */
typedef struct
{
  const char *const *held;
  const GDate       *today;
  const GDate       *awarded;
  const char *const *noted;
} KistEvidenceFacts;

/**
 * KistEvidenceRule:
 * @kind: what it is about
 * @state: whether it holds
 * @is_must: whether *ready* waits for it
 * @index: which criterion, field, badge or conflict of the badge's own list; else 0
 * @id: (nullable): the id of that criterion, field, badge or conflict; lent by the badge
 * @words: of a criterion or the whole, the words there are
 * @min_words: the least number of them; 0 for none
 * @max_words: the greatest number of them; 0 for none
 * @day: (nullable): the first or the last day of a window, or the last for an endorsement; lent by the evidence
 */
typedef struct
{
  KistEvidenceKind  kind;
  KistEvidenceState state;
  gboolean          is_must;
  unsigned          index;
  const char       *id;
  unsigned          words;
  unsigned          min_words;
  unsigned          max_words;
  const GDate      *day;
} KistEvidenceRule;

/**
 * KistEvidence:
 * @badge: (transfer none): the badge
 * @readiness: (transfer none): the counts of the draft
 * @rules: (element-type KistEvidenceRule): each rule of the badge: its criteria, the whole, and then in the order of
 *   #KistEvidenceKind
 * @is_ready: whether there is a draft and no rule that must hold is unmet
 */
typedef struct
{
  KistBadge     *badge;
  KistReadiness *readiness;
  GArray        *rules;
  gboolean       is_ready;

  /*< private >*/
  GDate endorse_by;
} KistEvidence;

KistEvidence *kist_evidence_new (KistBadge *badge, const char *draft, const KistEvidenceFacts *facts);
void          kist_evidence_free (KistEvidence *self);
unsigned      kist_evidence_count_unmet (const KistEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistEvidence, kist_evidence_free)

G_END_DECLS
