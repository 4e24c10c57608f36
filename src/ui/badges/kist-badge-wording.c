#include "kist-badge-wording.h"

#include <glib/gi18n.h>

#include "ui/badges/kist-evidence-wording.h"

/* The draft has all that is asked of it, and something else stands in the way: a window that is closed. */
static char *
dup_obstacle (KistLibrary *library, const KistEvidence *evidence)
{
  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);

      if (rule->is_must && rule->state == KIST_EVIDENCE_UNMET)
        return kist_evidence_wording_dup_sentence (library, evidence, rule);
    }
  g_return_val_if_reached (NULL);
}

/**
 * kist_badge_wording_dup_summary:
 * @library: a library, for the names of other badges
 * @evidence: how a draft was judged
 *
 * Returns: (transfer full): "54 of at least 100 words", "Ready: 120 words", or what stands in the way
 */
char *
kist_badge_wording_dup_summary (KistLibrary *library, const KistEvidence *evidence)
{
  const KistReadiness *readiness = evidence->readiness;
  unsigned             minimum = kist_badge_get_min_words (evidence->badge);
  unsigned             maximum = kist_badge_get_max_words (evidence->badge);

  if (evidence->is_ready)
    return g_strdup_printf (ngettext ("Ready: %u word", "Ready: %u words", readiness->words), readiness->words);
  if (readiness->is_ready)
    return dup_obstacle (library, evidence);
  if (readiness->words < minimum)
    return g_strdup_printf (ngettext ("%u of at least %u word", "%u of at least %u words", minimum), readiness->words,
                            minimum);
  if (maximum > 0 && readiness->words > maximum)
    return g_strdup_printf (
        ngettext ("%u word, %u over the limit of %u", "%u words, %u over the limit of %u", readiness->words),
        readiness->words, readiness->words - maximum, maximum);
  if (readiness->words == 0)
    return g_strdup (_ ("Nothing written yet"));
  if (readiness->n_missing_fields > 0)
    return g_strdup_printf (ngettext ("%u word, something is missing at the top",
                                      "%u words, something is missing at the top", readiness->words),
                            readiness->words);
  return g_strdup_printf (
      ngettext ("%u word, not every criterion is met", "%u words, not every criterion is met", readiness->words),
      readiness->words);
}

/**
 * kist_badge_wording_dup_state:
 * @library: a library
 * @standing: where someone stands with a badge
 *
 * Returns: (transfer full): the same, and "Nothing written yet" when there is no draft
 */
char *
kist_badge_wording_dup_state (KistLibrary *library, const KistBadgeStanding *standing)
{
  if (!standing->entry)
    return g_strdup (_ ("Nothing written yet"));
  return kist_badge_wording_dup_summary (library, standing->evidence);
}

/**
 * kist_badge_wording_dup_criterion:
 * @badge: a badge
 * @index: a criterion of @badge
 * @readiness: how far a draft has come towards it
 *
 * Returns: (transfer full): where the draft stands with the criterion
 */
char *
kist_badge_wording_dup_criterion (KistBadge *badge, unsigned index, const KistReadiness *readiness)
{
  const KistCriterion      *criterion = kist_badge_get_criterion (badge, index);
  const KistCriterionCount *count = &readiness->criteria[index];

  if (!count->has_heading && kist_badge_get_n_criteria (badge) > 1)
    return g_strdup (_ ("No heading for it yet"));
  if (count->words == 0 && criterion->min_words == 0)
    return g_strdup (_ ("Nothing written yet"));
  if (count->words < criterion->min_words)
    return g_strdup_printf (ngettext ("%u of at least %u word", "%u of at least %u words", criterion->min_words),
                            count->words, criterion->min_words);
  if (criterion->max_words > 0 && count->words > criterion->max_words)
    return g_strdup_printf (ngettext ("%u word, at most %u count", "%u words, at most %u count", count->words),
                            count->words, criterion->max_words);
  return g_strdup_printf (ngettext ("%u word", "%u words", count->words), count->words);
}
