#include "kist-badge-rules.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "library/kist-record.h"

static void
rule_free (KistBadgeRule *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static void
add_rule (GPtrArray *rules, const char *title, char *text)
{
  KistBadgeRule *rule = g_new0 (KistBadgeRule, 1);

  rule->title = g_strdup (title);
  rule->text = text;
  g_ptr_array_add (rules, rule);
}

/* "social-media-champion" of a badge that no pack describes: all that is known of it is its id. */
static char *
dup_readable (const char *id)
{
  char *text = g_strdelimit (g_strdup (id), "-", ' ');

  *text = g_ascii_toupper (*text);
  return text;
}

static char *
dup_header_field (KistLibrary *library, const char *id)
{
  if (g_str_equal (id, "registration-number"))
    return g_strdup (_ ("Your SSSC registration number"));
  if (g_str_equal (id, "register-part"))
    return g_strdup (_ ("Your part of the Register"));
  if (g_str_equal (id, "employer"))
    return g_strdup (_ ("Your employer’s name"));
  return dup_readable (id);
}

static char *
dup_element (KistLibrary *library, const char *id)
{
  g_autofree char *code = g_strdup_printf ("%s/%s", KIST_RECORD_FRAMEWORK, id);
  const KistCode  *element = kist_library_lookup_code (library, code, NULL);

  return element ? g_strdup (element->title) : dup_readable (id);
}

static void
add_list (GPtrArray         *rules,
          KistLibrary       *library,
          const char        *title,
          const char *const *ids,
          char              *(*dup_name) (KistLibrary *library, const char *id))
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  if (!ids || !ids[0])
    return;
  for (unsigned i = 0; ids[i]; i++)
    g_strv_builder_take (names, dup_name (library, ids[i]));
  lines = g_strv_builder_end (names);
  add_rule (rules, title, g_strjoinv ("\n", lines));
}

static char *
dup_length (KistBadge *badge)
{
  unsigned minimum = kist_badge_get_min_words (badge);
  unsigned maximum = kist_badge_get_max_words (badge);

  if (minimum > 0 && maximum > 0)
    return g_strdup_printf (ngettext ("%u to %u word in all", "%u to %u words in all", maximum), minimum, maximum);
  if (minimum > 0)
    return g_strdup_printf (ngettext ("At least %u word in all", "At least %u words in all", minimum), minimum);
  if (maximum > 0)
    return g_strdup_printf (ngettext ("At most %u word in all", "At most %u words in all", maximum), maximum);
  return g_strdup (_ ("No number of words is asked for"));
}

static char *
dup_medium (KistLibrary *library, const char *medium)
{
  if (g_str_equal (medium, "text"))
    return g_strdup (_ ("Text"));
  if (g_str_equal (medium, "audio"))
    return g_strdup (_ ("Audio"));
  if (g_str_equal (medium, "video"))
    return g_strdup (_ ("Video"));
  if (g_str_equal (medium, "image"))
    return g_strdup (_ ("Pictures"));
  return dup_readable (medium);
}

static void
add_window (GPtrArray *rules, KistBadge *badge)
{
  const GDate     *first = kist_badge_get_opens (badge), *last = kist_badge_get_closes (badge);
  g_autofree char *opens = first ? kist_badge_rules_dup_day (first) : NULL;
  g_autofree char *closes = last ? kist_badge_rules_dup_day (last) : NULL;

  if (opens && closes)
    /* Translators: two days, "From 1 January 2026 to 31 December 2026" */
    add_rule (rules, _ ("When You Can Apply"), g_strdup_printf (_ ("From %s to %s"), opens, closes));
  else if (opens)
    add_rule (rules, _ ("When You Can Apply"), g_strdup_printf (_ ("From %s"), opens));
  else if (closes)
    add_rule (rules, _ ("When You Can Apply"), g_strdup_printf (_ ("Until %s"), closes));
}

static void
add_frequency (GPtrArray *rules, KistBadge *badge)
{
  const char *text = NULL;

  switch (kist_badge_get_frequency (badge))
    {
    case KIST_BADGE_ONCE:
      text = _ ("Once");
      break;
    case KIST_BADGE_MONTHLY:
      text = _ ("Once a month");
      break;
    case KIST_BADGE_YEARLY:
      text = _ ("Once a year");
      break;
    case KIST_BADGE_ANY_TIME:
    default:
      break;
    }
  if (text)
    add_rule (rules, _ ("How Often You Can Have It"), g_strdup (text));
}

/**
 * kist_badge_rules_of:
 * @library: a library
 * @badge: a badge
 *
 * What its published rules disagree about is KistConflictGroup's.
 *
 * Returns: (transfer full) (element-type KistBadgeRule): its rules
 */
GPtrArray *
kist_badge_rules_of (KistLibrary *library, KistBadge *badge)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify)rule_free);
  unsigned   endorsement = kist_badge_get_endorsement_months (badge);
  unsigned   valid = kist_badge_get_valid_months (badge);

  add_rule (rules, _ ("Length"), dup_length (badge));
  add_list (rules, library, _ ("At the Top of the Evidence"), kist_badge_get_header (badge), dup_header_field);
  if (kist_badge_bans_ai (badge))
    add_rule (rules, _ ("Generative AI"),
              g_strdup (_ ("Not allowed: not for planning, drafting or rephrasing, not for structure, not for finding "
                           "gaps. A plain spelling check is fine. Kist only counts and compares.")));
  if (endorsement > 0)
    add_rule (
        rules, _ ("Endorsement"),
        g_strdup_printf (ngettext ("Someone, usually your manager, has to endorse it within %u month of the award",
                                   "Someone, usually your manager, has to endorse it within %u months of the award",
                                   endorsement),
                         endorsement));
  if (valid > 0)
    add_rule (rules, _ ("How Long It Is Valid"), g_strdup_printf (ngettext ("%u month", "%u months", valid), valid));
  add_window (rules, badge);
  add_frequency (rules, badge);
  add_list (rules, library, _ ("What Evidence May Be"), kist_badge_get_media (badge), dup_medium);
  add_list (rules, library, _ ("Counts Towards"), kist_badge_get_counts_towards (badge), kist_badge_rules_dup_name);
  add_list (rules, library, _ ("Core Elements It May Count For"), kist_badge_get_elements (badge), dup_element);
  return rules;
}

/**
 * kist_badge_rules_dup_name:
 * @library: a library
 * @badge: a badge's id, known or not
 *
 * Returns: (transfer full): what to call it
 */
char *
kist_badge_rules_dup_name (KistLibrary *library, const char *badge)
{
  KistBadge *found = kist_library_lookup_badge (library, badge);

  return found ? g_strdup (kist_badge_get_title (found)) : dup_readable (badge);
}

/**
 * kist_badge_rules_dup_month:
 * @seen: a month as a pack has it, "2026-11"
 *
 * Returns: (transfer full): "November 2026", or @seen when it is no month
 */
char *
kist_badge_rules_dup_month (const char *seen)
{
  int year, month;
  g_autoptr (GDateTime) first = NULL;

  if (sscanf (seen, "%4d-%2d", &year, &month) == 2)
    first = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month, "November 2026" */
  return first ? g_date_time_format (first, _ ("%B %Y")) : g_strdup (seen);
}

/**
 * kist_badge_rules_dup_day:
 * @day: a day
 *
 * Returns: (transfer full): "31 December 2026"
 */
char *
kist_badge_rules_dup_day (const GDate *day)
{
  g_autoptr (GDateTime) midnight = NULL;

  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  midnight = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0);
  /* Translators: a day, "4 March 2025" */
  return midnight ? g_date_time_format (midnight, _ ("%-d %B %Y")) : g_strdup_printf ("%u", g_date_get_year (day));
}
