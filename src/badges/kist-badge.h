/* A badge as its issuer describes it: criteria with their own word limits, totals, what it needs and counts towards,
 * and where that was read and when. Rules are data (badges/NAME.yaml in a pack). Immutable after loading; any thread.
 */
#pragma once

#include "badges/kist-badge-conflict.h"
#include "base/kist-report.h"

G_BEGIN_DECLS

/**
 * KistCriterion:
 * @id: permanent, unique in its badge
 * @text: what must be shown, in the project's words; also the heading of its section in a draft
 * @min_words: least number of words; 0 for none
 * @max_words: greatest number of words; 0 for none
 */
typedef struct
{
  char    *id;
  char    *text;
  unsigned min_words;
  unsigned max_words;
} KistCriterion;

/**
 * KistBadgeFrequency:
 * @KIST_BADGE_ANY_TIME: its issuer sets no limit, or none is known
 * @KIST_BADGE_ONCE: it is given to a person once
 * @KIST_BADGE_MONTHLY: once in a month
 * @KIST_BADGE_YEARLY: once in a year
 *
 * How often the same badge can be had.
 */
typedef enum
{
  KIST_BADGE_ANY_TIME,
  KIST_BADGE_ONCE,
  KIST_BADGE_MONTHLY,
  KIST_BADGE_YEARLY,
} KistBadgeFrequency;

#define KIST_TYPE_BADGE (kist_badge_get_type ())
G_DECLARE_FINAL_TYPE (KistBadge, kist_badge, KIST, BADGE, GObject)

KistBadge           *kist_badge_parse (const char *text, const char *file, KistReport *report);
const char          *kist_badge_get_id (KistBadge *self);
const char          *kist_badge_get_title (KistBadge *self);
const char          *kist_badge_get_issuer (KistBadge *self);
const char          *kist_badge_get_source_address (KistBadge *self);
const char          *kist_badge_get_source_seen (KistBadge *self);
const char          *kist_badge_get_source_note (KistBadge *self);
unsigned             kist_badge_get_n_criteria (KistBadge *self);
const KistCriterion *kist_badge_get_criterion (KistBadge *self, unsigned index);
unsigned             kist_badge_get_min_words (KistBadge *self);
unsigned             kist_badge_get_max_words (KistBadge *self);
const char *const   *kist_badge_get_requires (KistBadge *self);
const char *const   *kist_badge_get_advised (KistBadge *self);
const char *const   *kist_badge_get_counts_towards (KistBadge *self);
const char *const   *kist_badge_get_header (KistBadge *self);
const char *const   *kist_badge_get_elements (KistBadge *self);
unsigned             kist_badge_get_endorsement_months (KistBadge *self);
unsigned             kist_badge_get_valid_months (KistBadge *self);
gboolean             kist_badge_bans_ai (KistBadge *self);
const GDate         *kist_badge_get_opens (KistBadge *self);
const GDate         *kist_badge_get_closes (KistBadge *self);
KistBadgeFrequency   kist_badge_get_frequency (KistBadge *self);
const char *const   *kist_badge_get_media (KistBadge *self);
const GPtrArray     *kist_badge_get_conflicts (KistBadge *self);

G_END_DECLS
