#include "kist-evidence.h"

static KistEvidenceState
state_of (gboolean is_met)
{
  return is_met ? KIST_EVIDENCE_MET : KIST_EVIDENCE_UNMET;
}

static gboolean
uses_headings (const KistReadiness *readiness)
{
  for (unsigned i = 0; i < readiness->n_criteria; i++)
    if (readiness->criteria[i].has_heading)
      return TRUE;
  return FALSE;
}

/* A draft without any heading of a criterion does not tell which of several it answers; one with a least number of
 * words is not met all the same. */
static void
add_criteria (KistEvidence *self)
{
  gboolean has_headings = uses_headings (self->readiness);

  for (unsigned i = 0; i < self->readiness->n_criteria; i++)
    {
      const KistCriterion      *criterion = kist_badge_get_criterion (self->badge, i);
      const KistCriterionCount *count = &self->readiness->criteria[i];
      KistEvidenceRule          rule = { .kind = KIST_EVIDENCE_CRITERION, .is_must = TRUE, .index = i };

      rule.id = criterion->id;
      rule.words = count->words;
      rule.min_words = criterion->min_words;
      rule.max_words = criterion->max_words;
      rule.state = state_of (count->is_met);
      if (!count->is_met && !has_headings && criterion->min_words == 0 && self->readiness->n_criteria > 1)
        rule.state = KIST_EVIDENCE_UNKNOWN;
      g_array_append_val (self->rules, rule);
    }
}

static void
add_total (KistEvidence *self)
{
  KistEvidenceRule rule = { .kind = KIST_EVIDENCE_TOTAL, .is_must = TRUE };

  rule.words = self->readiness->words;
  rule.min_words = kist_badge_get_min_words (self->badge);
  rule.max_words = kist_badge_get_max_words (self->badge);
  rule.state =
      state_of (rule.words >= MAX (rule.min_words, 1) && (rule.max_words == 0 || rule.words <= rule.max_words));
  g_array_append_val (self->rules, rule);
}

static void
add_fields (KistEvidence *self)
{
  const char *const *fields = kist_badge_get_header (self->badge);

  for (unsigned i = 0; i < self->readiness->n_fields; i++)
    {
      KistEvidenceRule rule = { .kind = KIST_EVIDENCE_FIELD, .is_must = TRUE, .index = i, .id = fields[i] };

      rule.state = state_of (self->readiness->has_field[i]);
      g_array_append_val (self->rules, rule);
    }
}

static void
add_badges (KistEvidence *self, KistEvidenceKind kind, const char *const *badges, const char *const *held)
{
  for (unsigned i = 0; badges && badges[i]; i++)
    {
      KistEvidenceRule rule = { .kind = kind, .is_must = kind == KIST_EVIDENCE_REQUIRED, .index = i, .id = badges[i] };

      rule.state = held ? state_of (g_strv_contains (held, badges[i])) : KIST_EVIDENCE_UNKNOWN;
      g_array_append_val (self->rules, rule);
    }
}

/* @order is what a comparison of today with @day must not give: both days belong to the window. */
static void
add_day (KistEvidence *self, KistEvidenceKind kind, const GDate *day, const GDate *today, int order)
{
  KistEvidenceRule rule = { .kind = kind, .is_must = TRUE, .day = day };
  int              compared;

  if (!day)
    return;
  compared = today ? g_date_compare (today, day) : 0;
  rule.state = today ? state_of (CLAMP (compared, -1, 1) != order) : KIST_EVIDENCE_UNKNOWN;
  g_array_append_val (self->rules, rule);
}

static void
add_endorsement (KistEvidence *self, const GDate *awarded)
{
  KistEvidenceRule rule = { .kind = KIST_EVIDENCE_ENDORSEMENT, .state = KIST_EVIDENCE_UNKNOWN };
  unsigned         months = kist_badge_get_endorsement_months (self->badge);

  if (months == 0)
    return;
  if (awarded)
    {
      self->endorse_by = *awarded;
      g_date_add_months (&self->endorse_by, months);
      rule.day = &self->endorse_by;
    }
  g_array_append_val (self->rules, rule);
}

static void
add_conflicts (KistEvidence *self, const char *const *noted)
{
  const GPtrArray *conflicts = kist_badge_get_conflicts (self->badge);

  for (unsigned i = 0; noted && i < conflicts->len; i++)
    {
      const KistBadgeConflict *conflict = g_ptr_array_index (conflicts, i);
      KistEvidenceRule         rule = { .kind = KIST_EVIDENCE_CONFLICT, .index = i, .id = conflict->id };

      rule.state = g_strv_contains (noted, conflict->id) ? KIST_EVIDENCE_MET : KIST_EVIDENCE_UNKNOWN;
      g_array_append_val (self->rules, rule);
    }
}

/**
 * kist_evidence_new:
 * @badge: a badge
 * @draft: a draft in Markdown
 * @facts: (nullable): what else is known; %NULL for nothing
 *
 * Judges @draft by every rule of @badge. A draft is ready when there is one and each rule that must hold is met or
 * cannot be told: what nobody recorded stops nobody, as no rule of a badge may depend on how a person uses Kist. Advice
 * and what comes after the award are never waited for. A window's two days belong to it.
 *
 * Where nothing but the draft is known, *ready* is KistReadiness's.
 *
 * Returns: (transfer full): the rules and whether they hold
 */
KistEvidence *
kist_evidence_new (KistBadge *badge, const char *draft, const KistEvidenceFacts *facts)
{
  const KistEvidenceFacts nothing = { 0 };
  KistEvidence           *self;

  g_return_val_if_fail (KIST_IS_BADGE (badge), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  facts = facts ? facts : &nothing;
  self = g_new0 (KistEvidence, 1);
  self->badge = g_object_ref (badge);
  self->readiness = kist_readiness_new (badge, draft);
  self->rules = g_array_new (FALSE, FALSE, sizeof (KistEvidenceRule));
  add_criteria (self);
  add_total (self);
  add_fields (self);
  add_badges (self, KIST_EVIDENCE_REQUIRED, kist_badge_get_requires (badge), facts->held);
  add_day (self, KIST_EVIDENCE_OPENS, kist_badge_get_opens (badge), facts->today, -1);
  add_day (self, KIST_EVIDENCE_CLOSES, kist_badge_get_closes (badge), facts->today, 1);
  add_badges (self, KIST_EVIDENCE_ADVISED, kist_badge_get_advised (badge), facts->held);
  add_endorsement (self, facts->awarded);
  add_conflicts (self, facts->noted);
  self->is_ready = kist_evidence_count_unmet (self) == 0;
  return self;
}

/**
 * kist_evidence_free:
 * @self: (transfer full) (nullable): an evidence
 */
void
kist_evidence_free (KistEvidence *self)
{
  if (!self)
    return;
  g_object_unref (self->badge);
  kist_readiness_free (self->readiness);
  g_array_unref (self->rules);
  g_free (self);
}

/**
 * kist_evidence_count_unmet:
 * @self: an evidence
 *
 * Returns: how many rules that must hold do not
 */
unsigned
kist_evidence_count_unmet (const KistEvidence *self)
{
  unsigned n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (unsigned i = 0; i < self->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (self->rules, KistEvidenceRule, i);

      n += rule->is_must && rule->state == KIST_EVIDENCE_UNMET;
    }
  return n;
}
