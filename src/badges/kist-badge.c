#include "kist-badge-private.h"

G_DEFINE_FINAL_TYPE (KistBadge, kist_badge, G_TYPE_OBJECT)

static void
kist_criterion_free (KistCriterion *criterion)
{
  g_free (criterion->id);
  g_free (criterion->text);
  g_free (criterion);
}

static void
kist_badge_finalize (GObject *object)
{
  KistBadge *self = KIST_BADGE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->issuer);
  g_free (self->source_address);
  g_free (self->source_seen);
  g_free (self->source_note);
  g_ptr_array_unref (self->criteria);
  g_strfreev (self->requires);
  g_strfreev (self->advised);
  g_strfreev (self->counts_towards);
  g_strfreev (self->header);
  g_strfreev (self->elements);
  g_strfreev (self->media);
  g_clear_pointer (&self->opens, g_date_free);
  g_clear_pointer (&self->closes, g_date_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_badge_parent_class)->finalize (object);
}

static void
kist_badge_class_init (KistBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_badge_finalize;
}

static void
kist_badge_init (KistBadge *self)
{
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_criterion_free);
}

/**
 * kist_badge_get_id:
 * @self: a badge
 *
 * Returns: (transfer none): its permanent id
 */
const char *
kist_badge_get_id (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->id;
}

/**
 * kist_badge_get_title:
 * @self: a badge
 *
 * Returns: (transfer none): its title
 */
const char *
kist_badge_get_title (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->title;
}

/**
 * kist_badge_get_issuer:
 * @self: a badge
 *
 * Returns: (transfer none) (nullable): who awards it
 */
const char *
kist_badge_get_issuer (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->issuer;
}

/**
 * kist_badge_get_source_address:
 * @self: a badge
 *
 * Returns: (transfer none) (nullable): where its rules were read
 */
const char *
kist_badge_get_source_address (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->source_address;
}

/**
 * kist_badge_get_source_seen:
 * @self: a badge
 *
 * Returns: (transfer none) (nullable): when they were read, a year and month
 */
const char *
kist_badge_get_source_seen (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->source_seen;
}

/**
 * kist_badge_get_source_note:
 * @self: a badge
 *
 * Returns: (transfer none) (nullable): what is uncertain about them
 */
const char *
kist_badge_get_source_note (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->source_note;
}

/**
 * kist_badge_get_n_criteria:
 * @self: a badge
 *
 * Returns: how many criteria it has, 1 or more
 */
unsigned
kist_badge_get_n_criteria (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), 0);

  return self->criteria->len;
}

/**
 * kist_badge_get_criterion:
 * @self: a badge
 * @index: less than kist_badge_get_n_criteria()
 *
 * Returns: (transfer none): the criterion
 */
const KistCriterion *
kist_badge_get_criterion (KistBadge *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);
  g_return_val_if_fail (index < self->criteria->len, NULL);

  return g_ptr_array_index (self->criteria, index);
}

/**
 * kist_badge_get_min_words:
 * @self: a badge
 *
 * Returns: the least number of words in all, which is never less than its criteria ask for together; 0 for none
 */
unsigned
kist_badge_get_min_words (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), 0);

  return self->min_words;
}

/**
 * kist_badge_get_max_words:
 * @self: a badge
 *
 * Returns: the greatest number of words in all; 0 for none
 */
unsigned
kist_badge_get_max_words (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), 0);

  return self->max_words;
}

/**
 * kist_badge_get_requires:
 * @self: a badge
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the badges one must have before
 */
const char *const *
kist_badge_get_requires (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return (const char *const *)self->requires;
}

/**
 * kist_badge_get_advised:
 * @self: a badge
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the badges one had better have before
 */
const char *const *
kist_badge_get_advised (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return (const char *const *)self->advised;
}

/**
 * kist_badge_get_counts_towards:
 * @self: a badge
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the collective badges it is a part of
 */
const char *const *
kist_badge_get_counts_towards (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return (const char *const *)self->counts_towards;
}

/**
 * kist_badge_get_header:
 * @self: a badge
 *
 * Returns: (transfer none) (array zero-terminated=1): what must stand at the top of the evidence, such as
 * "registration-number"
 */
const char *const *
kist_badge_get_header (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return (const char *const *)self->header;
}

/**
 * kist_badge_get_elements:
 * @self: a badge
 *
 * Returns: (transfer none) (array zero-terminated=1): the core elements of professional learning it may count for
 */
const char *const *
kist_badge_get_elements (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return (const char *const *)self->elements;
}

/**
 * kist_badge_get_endorsement_months:
 * @self: a badge
 *
 * Returns: within how many months someone must endorse it after its award; 0 when nobody need
 */
unsigned
kist_badge_get_endorsement_months (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), 0);

  return self->endorsement_months;
}

/**
 * kist_badge_get_valid_months:
 * @self: a badge
 *
 * Returns: for how many months it is valid; 0 for ever
 */
unsigned
kist_badge_get_valid_months (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), 0);

  return self->valid_months;
}

/**
 * kist_badge_bans_ai:
 * @self: a badge
 *
 * Returns: whether its issuer withdraws it when generative software helped with the evidence
 */
gboolean
kist_badge_bans_ai (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), FALSE);

  return self->bans_ai;
}

/**
 * kist_badge_get_opens:
 * @self: a badge
 *
 * Returns: (transfer none) (nullable): the first day on which one can apply for it
 */
const GDate *
kist_badge_get_opens (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->opens;
}

/**
 * kist_badge_get_closes:
 * @self: a badge
 *
 * Returns: (transfer none) (nullable): the last day on which one can
 */
const GDate *
kist_badge_get_closes (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->closes;
}

/**
 * kist_badge_get_frequency:
 * @self: a badge
 *
 * Returns: how often one can have it
 */
KistBadgeFrequency
kist_badge_get_frequency (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), KIST_BADGE_ANY_TIME);

  return self->frequency;
}

/**
 * kist_badge_get_media:
 * @self: a badge
 *
 * Returns: (transfer none) (array zero-terminated=1): what evidence may be: "text", "audio", "video", "image"; empty
 *   where that is not known
 */
const char *const *
kist_badge_get_media (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return (const char *const *)self->media;
}

/**
 * kist_badge_get_conflicts:
 * @self: a badge
 *
 * Returns: (transfer none) (element-type KistBadgeConflict): published rules that contradict each other, perhaps none
 */
const GPtrArray *
kist_badge_get_conflicts (KistBadge *self)
{
  g_return_val_if_fail (KIST_IS_BADGE (self), NULL);

  return self->conflicts;
}
