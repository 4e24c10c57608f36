#include "kist-badge-conflict.h"

#include "base/kist-text.h"

#define MAX_CONFLICTS 20
#define MIN_RULES 2
#define MAX_RULES 6
#define NOT_FOLLOWED (-1)

static void
rule_free (KistPublishedRule *rule)
{
  g_free (rule->id);
  g_free (rule->says);
  g_free (rule->address);
  g_free (rule->seen);
  g_free (rule);
}

static void
conflict_free (KistBadgeConflict *conflict)
{
  g_free (conflict->id);
  g_free (conflict->about);
  g_ptr_array_unref (conflict->rules);
  g_free (conflict);
}

static char *
dup_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));
}

static int
find_rule (const KistBadgeConflict *conflict, const char *id)
{
  for (unsigned i = 0; i < conflict->rules->len; i++)
    if (g_str_equal (((const KistPublishedRule *)g_ptr_array_index (conflict->rules, i))->id, id))
      return (int)i;
  return NOT_FOLLOWED;
}

static void
read_rule (KistBadgeConflict *conflict, const KistYaml *node, const char *file, KistReport *report)
{
  static const char *const known[] = { "id", "says", "address", "seen", NULL };
  const char              *id = kist_yaml_lookup_text (node, "id");
  const char              *says = kist_yaml_lookup_text (node, "says");
  KistPublishedRule       *rule;

  if (!kist_text_is_id (id) || !says)
    {
      kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                       "Write “- {id: a-word, says: what it says, address: where it stands, seen: 2026-11}”.",
                       "A rule of a conflict needs an id of small letters, digits and dashes, and what it says.");
      return;
    }
  if (find_rule (conflict, id) != NOT_FOLLOWED)
    kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR, "Give each rule its own id.",
                     "There are two rules “%s” in one conflict.", id);
  kist_yaml_check_keys (node, known, file, report);
  rule = g_new0 (KistPublishedRule, 1);
  rule->id = g_strdup (id);
  rule->says = dup_line (says);
  rule->address = g_strdup (kist_yaml_lookup_text (node, "address"));
  rule->seen = g_strdup (kist_yaml_lookup_text (node, "seen"));
  g_ptr_array_add (conflict->rules, rule);
  if (!rule->address || !rule->seen)
    kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_WARNING,
                     "Add “address: …” and “seen: 2026-11”.", "It is not said where this rule was read and when.");
}

static void
read_followed (KistBadgeConflict *conflict, const KistYaml *node, const char *file, KistReport *report)
{
  const char *followed = kist_yaml_lookup_text (node, "followed");

  conflict->followed = followed ? find_rule (conflict, followed) : NOT_FOLLOWED;
  if (followed && conflict->followed == NOT_FOLLOWED)
    kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                     "Write the id of one of its rules, or leave “followed” out.",
                     "There is no rule “%s” in this conflict.", followed);
}

static KistBadgeConflict *
read_conflict (const KistYaml *node, const char *file, KistReport *report)
{
  static const char *const known[] = { "id", "about", "rules", "followed", NULL };
  const char              *id = kist_yaml_lookup_text (node, "id");
  const char              *about = kist_yaml_lookup_text (node, "about");
  const KistYaml          *rules = kist_yaml_lookup (node, "rules");
  unsigned                 n_rules = 0;
  KistBadgeConflict       *conflict;

  if (rules && kist_yaml_get_kind (rules) == KIST_YAML_LIST)
    n_rules = kist_yaml_get_length (rules);
  if (!kist_text_is_id (id) || !about || n_rules < MIN_RULES || n_rules > MAX_RULES)
    {
      kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                       "Write “- id: a-word”, and below it “about: …” and “rules:” with one rule for each source.",
                       "A conflict needs an id, what it is about, and a list of %d to %d rules.", MIN_RULES, MAX_RULES);
      return NULL;
    }
  kist_yaml_check_keys (node, known, file, report);
  conflict = g_new0 (KistBadgeConflict, 1);
  conflict->id = g_strdup (id);
  conflict->about = dup_line (about);
  conflict->rules = g_ptr_array_new_with_free_func ((GDestroyNotify)rule_free);
  for (unsigned i = 0; i < n_rules; i++)
    read_rule (conflict, kist_yaml_get_item (rules, i), file, report);
  read_followed (conflict, node, file, report);
  return conflict;
}

/**
 * kist_badge_conflicts_read:
 * @root: the YAML of a badge
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * Reads the list “conflicts” in the form of data/packs/README.md.
 *
 * Returns: (transfer full) (element-type KistBadgeConflict): the conflicts, which are complete when no error was added
 *   to @report
 */
GPtrArray *
kist_badge_conflicts_read (const KistYaml *root, const char *file, KistReport *report)
{
  GPtrArray      *conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)conflict_free);
  const KistYaml *list = kist_yaml_lookup (root, "conflicts");

  if (!list)
    return conflicts;
  if (kist_yaml_get_kind (list) != KIST_YAML_LIST || kist_yaml_get_length (list) > MAX_CONFLICTS)
    {
      kist_report_add (report, file, kist_yaml_get_line (list), KIST_SEVERITY_ERROR,
                       "Write “conflicts:” and below it one “- id: …” for each.",
                       "“conflicts” must be a list of at most %d.", MAX_CONFLICTS);
      return conflicts;
    }
  for (unsigned i = 0; i < kist_yaml_get_length (list); i++)
    {
      const KistYaml    *node = kist_yaml_get_item (list, i);
      KistBadgeConflict *conflict = read_conflict (node, file, report);

      for (unsigned j = 0; conflict && j < conflicts->len; j++)
        if (g_str_equal (((KistBadgeConflict *)g_ptr_array_index (conflicts, j))->id, conflict->id))
          kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                           "Give each conflict its own id.", "There are two conflicts “%s”.", conflict->id);
      if (conflict)
        g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}
