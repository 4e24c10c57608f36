#include "kist-judge.h"

/* What is lent to the facts is @today's and the notes'. */
static KistEvidenceFacts
know (KistServices *services, KistBadge *badge, GDate *today)
{
  KistEvidenceFacts facts = { .today = today };

  kist_clock_get_today (kist_services_get_clock (services), today);
  kist_badge_notes_fill (kist_services_get_badge_notes (services), kist_badge_get_id (badge), &facts);
  return facts;
}

/**
 * kist_judge_draft:
 * @services: the services
 * @badge: a badge
 * @draft: a draft for it
 *
 * Returns: (transfer full): the badge's rules, and whether they hold today
 */
KistEvidence *
kist_judge_draft (KistServices *services, KistBadge *badge, const char *draft)
{
  GDate             today;
  KistEvidenceFacts facts = know (services, badge, &today);

  return kist_evidence_new (badge, draft, &facts);
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
  GDate             today;
  KistEvidenceFacts facts = know (services, badge, &today);

  return kist_badge_standing_new (kist_services_get_library (services),
                                  kist_journal_get_entries (kist_services_get_journal (services)), badge, &facts);
}
