#include "kist-judge.h"

static void
get_today (KistServices *services, GDate *today)
{
  kist_clock_get_today (kist_services_get_clock (services), today);
}

/**
 * kist_judge_draft:
 * @services: the services
 * @badge: a badge
 * @draft: a draft for it
 *
 * Which badges somebody holds is not recorded yet, so a badge that another one asks for is neither met nor unmet.
 *
 * Returns: (transfer full): the badge's rules, and whether they hold today
 */
KistEvidence *
kist_judge_draft (KistServices *services, KistBadge *badge, const char *draft)
{
  GDate today;

  get_today (services, &today);
  return kist_evidence_new (badge, draft, &(KistEvidenceFacts){ .today = &today });
}

/**
 * kist_judge_standing:
 * @services: the services
 * @badge: a badge
 *
 * Returns: (transfer full): where the person stands with it today
 */
KistBadgeStanding *
kist_judge_standing (KistServices *services, KistBadge *badge)
{
  GDate today;

  get_today (services, &today);
  return kist_badge_standing_new (kist_services_get_library (services),
                                  kist_journal_get_entries (kist_services_get_journal (services)), badge, &today);
}
