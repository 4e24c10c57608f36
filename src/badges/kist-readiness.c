#include "kist-readiness.h"

#include "badges/kist-label.h"
#include "journal/kist-header-field.h"
#include "journal/kist-section.h"

#define MAX_LEVEL 6
#define NO_CRITERION (-1)

static int
find_criterion (char **texts, char **ids, unsigned n_criteria, const char *heading)
{
  g_autofree char *folded = kist_label_fold (heading);

  for (unsigned i = 0; i < n_criteria && *folded; i++)
    if (g_str_equal (texts[i], folded) || g_str_equal (ids[i], folded))
      return i;
  return NO_CRITERION;
}

/* Adds each section's words to the criterion it belongs to. Returns whether any criterion has a heading. */
static gboolean
count_sections (KistReadiness *self, KistBadge *badge, const char *draft)
{
  g_autoptr (GPtrArray) sections = kist_sections_of (draft);
  g_auto (GStrv) texts = g_new0 (char *, self->n_criteria + 1);
  g_auto (GStrv) ids = g_new0 (char *, self->n_criteria + 1);
  int      owners[MAX_LEVEL + 1];
  gboolean has_heading = FALSE;

  for (unsigned i = 0; i < self->n_criteria; i++)
    {
      texts[i] = kist_label_fold (kist_badge_get_criterion (badge, i)->text);
      ids[i] = kist_label_fold (kist_badge_get_criterion (badge, i)->id);
    }
  for (unsigned level = 0; level <= MAX_LEVEL; level++)
    owners[level] = NO_CRITERION;

  for (unsigned i = 0; i < sections->len; i++)
    {
      const KistSection *section = g_ptr_array_index (sections, i);
      int                owner = NO_CRITERION;

      self->words += section->words;
      if (section->level == 0)
        continue;
      owner = find_criterion (texts, ids, self->n_criteria, section->heading);
      if (owner != NO_CRITERION)
        has_heading = self->criteria[owner].has_heading = TRUE;
      else
        owner = owners[section->level - 1];
      for (unsigned level = section->level; level <= MAX_LEVEL; level++)
        owners[level] = owner;
      if (owner != NO_CRITERION)
        self->criteria[owner].words += section->words;
    }
  return has_heading;
}

static void
find_fields (KistReadiness *self, KistBadge *badge, const char *draft)
{
  const char *const *wanted = kist_badge_get_header (badge);
  g_autoptr (GPtrArray) fields = NULL;

  self->n_fields = wanted ? g_strv_length ((char **)wanted) : 0;
  self->has_field = g_new0 (gboolean, self->n_fields);
  fields = self->n_fields > 0 ? kist_header_fields_of (draft) : NULL;
  for (unsigned i = 0; i < self->n_fields; i++)
    {
      for (unsigned j = 0; !self->has_field[i] && j < fields->len; j++)
        self->has_field[i] =
            kist_label_names_field (((const KistHeaderField *)g_ptr_array_index (fields, j))->label, wanted[i]);
      self->n_missing_fields += !self->has_field[i];
    }
}

/* A criterion without a least number is still to be answered: once a draft uses the criteria as headings, an empty one
 * shows. A draft without any heading of a criterion says nothing about which it answers. */
static void
judge (KistReadiness *self, KistBadge *badge, gboolean has_heading)
{
  unsigned asked = MAX (kist_badge_get_min_words (badge), 1), max_words = kist_badge_get_max_words (badge);
  unsigned reserved = 0, credit = 0, excess = 0, rest;

  for (unsigned i = 0; i < self->n_criteria; i++)
    {
      const KistCriterion *criterion = kist_badge_get_criterion (badge, i);
      KistCriterionCount  *count = &self->criteria[i];
      gboolean             is_over = criterion->max_words > 0 && count->words > criterion->max_words;

      unsigned least = MAX (criterion->min_words, has_heading ? 1 : 0);

      count->is_met = count->words >= MAX (least, 1) && !is_over;
      reserved += least;
      credit += MIN (count->words, least);
      excess += is_over ? count->words - criterion->max_words : 0;
    }
  asked = MAX (asked, reserved);
  rest = MIN (self->words - credit, asked - MIN (asked, reserved));
  if (max_words > 0 && self->words > max_words)
    excess = MAX (excess, self->words - max_words);
  excess += self->n_missing_fields;
  self->is_ready = credit + rest >= asked && excess == 0;
  self->fraction = self->is_ready ? 1 : (double)(credit + rest) / ((double)asked + excess);
}

/**
 * kist_readiness_new:
 * @badge: a badge
 * @draft: a draft in Markdown
 *
 * The rules stand with #KistReadiness and at the top of its header. They follow the issuer's advice to use each
 * criterion as a heading: badges.sssc.uk.com/getting-started/preparing-and-publishing-your-evidence/
 *
 * Returns: (transfer full): how far @draft has come
 */
KistReadiness *
kist_readiness_new (KistBadge *badge, const char *draft)
{
  KistReadiness *self;
  gboolean       has_heading;

  g_return_val_if_fail (KIST_IS_BADGE (badge), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  self = g_new0 (KistReadiness, 1);
  self->n_criteria = kist_badge_get_n_criteria (badge);
  self->criteria = g_new0 (KistCriterionCount, self->n_criteria);
  has_heading = count_sections (self, badge, draft);
  if (!has_heading && self->n_criteria == 1)
    self->criteria[0].words = self->words;
  find_fields (self, badge, draft);
  judge (self, badge, has_heading);
  return self;
}

/**
 * kist_readiness_free:
 * @self: (transfer full) (nullable): a readiness
 */
void
kist_readiness_free (KistReadiness *self)
{
  if (!self)
    return;
  g_free (self->criteria);
  g_free (self->has_field);
  g_free (self);
}

/**
 * kist_readiness_dup_template:
 * @badge: a badge
 *
 * What a new draft for the badge begins with: a line for each field that is wanted at the top, and a heading for each
 * criterion and room below it, when there is more than one. Each field is a paragraph of its own, so that it stays a
 * line of its own where the draft is shown or copied.
 *
 * Returns: (transfer full): Markdown, perhaps empty
 */
char *
kist_readiness_dup_template (KistBadge *badge)
{
  GString           *text;
  const char *const *fields;

  g_return_val_if_fail (KIST_IS_BADGE (badge), NULL);

  text = g_string_new (NULL);
  fields = kist_badge_get_header (badge);
  for (unsigned i = 0; fields && fields[i]; i++)
    {
      g_autofree char *label = kist_label_dup_of_field (fields[i]);

      g_string_append_printf (text, "%s: \n\n", label);
    }
  for (unsigned i = 0; kist_badge_get_n_criteria (badge) > 1 && i < kist_badge_get_n_criteria (badge); i++)
    g_string_append_printf (text, "%s## %s\n\n", i > 0 ? "\n\n" : "", kist_badge_get_criterion (badge, i)->text);
  return g_string_free (text, FALSE);
}
