#include "kist-evidence-wording.h"

#include <glib/gi18n.h>

#include "badges/kist-label.h"
#include "ui/badges/kist-badge-rules.h"

static char *
dup_criterion (const KistEvidence *evidence, const KistEvidenceRule *rule)
{
  const char *text = kist_badge_get_criterion (evidence->badge, rule->index)->text;
  unsigned    least = MAX (rule->min_words, 1);

  if (rule->state == KIST_EVIDENCE_UNKNOWN)
    /* Translators: %s is a criterion of a badge */
    return g_strdup_printf (_ ("No heading says yet where you answer “%s”."), text);
  if (!evidence->readiness->criteria[rule->index].has_heading && evidence->readiness->n_criteria > 1)
    return g_strdup_printf (_ ("There is no heading “%s” yet."), text);
  if (rule->words == 0 && rule->min_words == 0)
    return g_strdup_printf (_ ("Nothing is written under “%s” yet."), text);
  if (rule->words < least)
    return g_strdup_printf (ngettext ("“%s” needs %u more word: %u of at least %u are there.",
                                      "“%s” needs %u more words: %u of at least %u are there.", least - rule->words),
                            text, least - rule->words, rule->words, least);
  return g_strdup_printf (ngettext ("“%s” is %u word over its limit of %u.", "“%s” is %u words over its limit of %u.",
                                    rule->words - rule->max_words),
                          text, rule->words - rule->max_words, rule->max_words);
}

static char *
dup_total (const KistEvidenceRule *rule)
{
  if (rule->words == 0)
    return g_strdup (_ ("Nothing is written yet."));
  if (rule->words < rule->min_words)
    return g_strdup_printf (ngettext ("The whole needs %u more word: %u of at least %u are there.",
                                      "The whole needs %u more words: %u of at least %u are there.",
                                      rule->min_words - rule->words),
                            rule->min_words - rule->words, rule->words, rule->min_words);
  return g_strdup_printf (ngettext ("The whole is %u word over the limit of %u.",
                                    "The whole is %u words over the limit of %u.", rule->words - rule->max_words),
                          rule->words - rule->max_words, rule->max_words);
}

static char *
dup_badge (KistLibrary *library, const KistEvidenceRule *rule)
{
  g_autofree char *name = kist_badge_rules_dup_name (library, rule->id);

  if (rule->kind == KIST_EVIDENCE_ADVISED)
    return g_strdup_printf (_ ("It is better to have the badge “%s” first."), name);
  return g_strdup_printf (_ ("You need the badge “%s” first; note it under Badges if you have it."), name);
}

static char *
dup_endorsement (const KistEvidence *evidence, const KistEvidenceRule *rule)
{
  unsigned         months = kist_badge_get_endorsement_months (evidence->badge);
  g_autofree char *day = rule->day ? kist_badge_rules_dup_day (rule->day) : NULL;

  if (day)
    return g_strdup_printf (_ ("Someone, usually your manager, has to endorse it by %s."), day);
  return g_strdup_printf (ngettext ("Someone, usually your manager, has to endorse it within %u month of the award.",
                                    "Someone, usually your manager, has to endorse it within %u months of the award.",
                                    months),
                          months);
}

static char *
dup_conflict (const KistEvidence *evidence, const KistEvidenceRule *rule)
{
  const KistBadgeConflict *conflict = g_ptr_array_index (kist_badge_get_conflicts (evidence->badge), rule->index);

  /* Translators: %s is what published rules disagree about, "Number of words" */
  return g_strdup_printf (_ ("Published rules disagree on “%s”; note on the badge’s page which one you followed."),
                          conflict->about);
}

/**
 * kist_evidence_wording_dup_sentence:
 * @library: a library, for the names of badges
 * @evidence: how a draft was judged
 * @rule: one of its rules
 *
 * Returns: (transfer full) (nullable): what is missing or has to be seen to, in one sentence; %NULL for a rule that
 *   holds
 */
char *
kist_evidence_wording_dup_sentence (KistLibrary *library, const KistEvidence *evidence, const KistEvidenceRule *rule)
{
  g_autofree char *label = rule->kind == KIST_EVIDENCE_FIELD ? kist_label_dup_of_field (rule->id) : NULL;
  g_autofree char *day = rule->day ? kist_badge_rules_dup_day (rule->day) : NULL;

  if (rule->state == KIST_EVIDENCE_MET)
    return NULL;
  switch (rule->kind)
    {
    case KIST_EVIDENCE_CRITERION:
      return dup_criterion (evidence, rule);
    case KIST_EVIDENCE_TOTAL:
      return dup_total (rule);
    case KIST_EVIDENCE_FIELD:
      /* Translators: %s stays as it is: Kist finds the line by it */
      return g_strdup_printf (_ ("Above the first heading a line “%s: …” is missing."), label);
    case KIST_EVIDENCE_REQUIRED:
    case KIST_EVIDENCE_ADVISED:
      return dup_badge (library, rule);
    case KIST_EVIDENCE_OPENS:
      return g_strdup_printf (_ ("You can apply from %s."), day);
    case KIST_EVIDENCE_CLOSES:
      return g_strdup_printf (
          rule->state == KIST_EVIDENCE_UNMET ? _ ("It closed on %s.") : _ ("You can apply until %s."), day);
    case KIST_EVIDENCE_CONFLICT:
      return dup_conflict (evidence, rule);
    case KIST_EVIDENCE_ENDORSEMENT:
    default:
      return dup_endorsement (evidence, rule);
    }
}
