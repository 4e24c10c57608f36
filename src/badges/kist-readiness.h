/* How far a draft has come towards a badge: words for each criterion and in all, and a fraction for the ring; the
 * screen puts it in words. A pure function of the badge and the draft; any thread.
 *
 * A criterion's words stand below the heading that says its text or its id, whatever the case, emphasis and final
 * punctuation, down to the next heading of the same or a higher level; headings are no evidence and count nowhere. A
 * badge with a single criterion needs no heading: without one the whole draft is its evidence. A criterion is met by
 * one word at least; a draft that uses criteria as headings is not ready while one of them has none.
 *
 * A field that the badge wants at the top is there when kist_header_fields_of() finds one whose label names it
 * (kist_label_names_field()). Its words count as the draft's, as a word processor counts them. */
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
 * @has_field: (array length=n_fields): whether the draft has each field that the badge wants at its top, in the badge's
 *   order
 * @n_fields: how many
 * @n_missing_fields: how many of them it has not
 * @is_ready: whether there is a draft, every limit holds and no field is missing
 * @fraction: 0 to 1, how much of the words asked for are there; 1 when ready and only then
 *
 * The words asked for are the badge's least number in all. Words below a criterion's heading count towards them up to
 * that criterion's least number, and all other words up to what is left: so that nothing written under one criterion
 * makes up for another. Words over a greatest number make the fraction smaller, as if as many more were asked for, and
 * a missing field as if one more was.
 */
typedef struct
{
  unsigned            words;
  KistCriterionCount *criteria;
  unsigned            n_criteria;
  gboolean           *has_field;
  unsigned            n_fields;
  unsigned            n_missing_fields;
  gboolean            is_ready;
  double              fraction;
} KistReadiness;

KistReadiness *kist_readiness_new (KistBadge *badge, const char *draft);
void           kist_readiness_free (KistReadiness *self);
char          *kist_readiness_dup_template (KistBadge *badge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistReadiness, kist_readiness_free)

G_END_DECLS
