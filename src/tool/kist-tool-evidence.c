/* kist-tool evidence: what a draft still needs for a badge. */
#include <json-glib/json-glib.h>

#include "badges/kist-badge-notes.h"
#include "badges/kist-evidence.h"
#include "badges/kist-label.h"
#include "base/kist-clock.h"
#include "base/kist-text.h"
#include "kist-tool.h"

static const char *const kinds[] = {
  [KIST_EVIDENCE_CRITERION] = "criterion", [KIST_EVIDENCE_TOTAL] = "total",
  [KIST_EVIDENCE_FIELD] = "header",        [KIST_EVIDENCE_REQUIRED] = "requires",
  [KIST_EVIDENCE_OPENS] = "opens",         [KIST_EVIDENCE_CLOSES] = "closes",
  [KIST_EVIDENCE_ADVISED] = "advised",     [KIST_EVIDENCE_ENDORSEMENT] = "endorsement"
};
static const char *const
    states[] = { [KIST_EVIDENCE_MET] = "met", [KIST_EVIDENCE_UNMET] = "unmet", [KIST_EVIDENCE_UNKNOWN] = "unknown" };

static const char *
plural (unsigned n)
{
  return n == 1 ? "" : "s";
}

static char *
dup_criterion_sentence (const KistEvidence *evidence, const KistEvidenceRule *rule)
{
  const char *text = kist_badge_get_criterion (evidence->badge, rule->index)->text;
  unsigned    least = MAX (rule->min_words, 1);

  if (rule->state == KIST_EVIDENCE_UNKNOWN)
    return g_strdup_printf ("No heading says where “%s” is answered.", text);
  if (!evidence->readiness->criteria[rule->index].has_heading && evidence->readiness->n_criteria > 1)
    return g_strdup_printf ("There is no heading “%s”.", text);
  if (rule->words < least)
    return g_strdup_printf ("“%s” needs %u more word%s: %u of %u are there.", text, least - rule->words,
                            plural (least - rule->words), rule->words, least);
  return g_strdup_printf ("“%s” has %u word%s too many: at most %u count.", text, rule->words - rule->max_words,
                          plural (rule->words - rule->max_words), rule->max_words);
}

static char *
dup_total_sentence (const KistEvidenceRule *rule)
{
  unsigned least = MAX (rule->min_words, 1);

  if (rule->words < least)
    return g_strdup_printf ("The whole needs %u more word%s: %u of %u are there.", least - rule->words,
                            plural (least - rule->words), rule->words, least);
  return g_strdup_printf ("The whole has %u word%s too many: at most %u count.", rule->words - rule->max_words,
                          plural (rule->words - rule->max_words), rule->max_words);
}

static char *
dup_endorsement_sentence (const KistEvidence *evidence)
{
  unsigned months = kist_badge_get_endorsement_months (evidence->badge);

  return g_strdup_printf ("Somebody has to endorse the badge within %u month%s of its award.", months, plural (months));
}

/* What is missing, or not known, in one sentence. */
static char *
dup_sentence (const KistEvidence *evidence, const KistEvidenceRule *rule)
{
  g_autofree char *label = rule->kind == KIST_EVIDENCE_FIELD ? kist_label_dup_of_field (rule->id) : NULL;
  g_autofree char *day = rule->day ? kist_badge_notes_dup_day (rule->day) : NULL;
  gboolean         is_known = rule->state != KIST_EVIDENCE_UNKNOWN;

  switch (rule->kind)
    {
    case KIST_EVIDENCE_CRITERION:
      return dup_criterion_sentence (evidence, rule);
    case KIST_EVIDENCE_TOTAL:
      return dup_total_sentence (rule);
    case KIST_EVIDENCE_FIELD:
      return g_strdup_printf ("A line “%s: …” is missing above the first heading.", label);
    case KIST_EVIDENCE_REQUIRED:
      if (!is_known)
        return g_strdup_printf ("The badge “%s” has to come first; say “--held %s” where you have it.", rule->id,
                                rule->id);
      return g_strdup_printf ("The badge “%s” has to come first.", rule->id);
    case KIST_EVIDENCE_ADVISED:
      return g_strdup_printf ("The badge “%s” had better come first.", rule->id);
    case KIST_EVIDENCE_OPENS:
      return g_strdup_printf ("The badge can be had from %s.", day);
    case KIST_EVIDENCE_CLOSES:
      return g_strdup_printf ("The badge could be had until %s.", day);
    case KIST_EVIDENCE_CONFLICT: /* is told where nobody notes it, and here nobody does */
    case KIST_EVIDENCE_ENDORSEMENT:
    default:
      return dup_endorsement_sentence (evidence);
    }
}

/* Whether a rule that does not hold is waited for; the others are notes. */
static gboolean
is_missing (const KistEvidenceRule *rule)
{
  return rule->is_must && rule->state == KIST_EVIDENCE_UNMET;
}

static void
add_rules (JsonBuilder *builder, const KistEvidence *evidence, const char *member, gboolean wants_missing)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);
      g_autofree char        *sentence = NULL;

      if (rule->state == KIST_EVIDENCE_MET || is_missing (rule) != wants_missing)
        continue;
      sentence = dup_sentence (evidence, rule);
      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "kind", kinds[rule->kind]);
      kist_tool_add_text (builder, "id", rule->id);
      kist_tool_add_text (builder, "message", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_limits (JsonBuilder *builder, const KistEvidenceRule *rule)
{
  kist_tool_add_number (builder, "words", rule->words);
  kist_tool_add_number (builder, "min_words", rule->min_words);
  json_builder_set_member_name (builder, "max_words");
  if (rule->max_words > 0)
    json_builder_add_int_value (builder, rule->max_words);
  else
    json_builder_add_null_value (builder);
  kist_tool_add_text (builder, "state", states[rule->state]);
}

static void
add_criteria (JsonBuilder *builder, const KistEvidence *evidence)
{
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < evidence->readiness->n_criteria; i++)
    {
      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "id", kist_badge_get_criterion (evidence->badge, i)->id);
      kist_tool_add_text (builder, "text", kist_badge_get_criterion (evidence->badge, i)->text);
      json_builder_set_member_name (builder, "heading");
      json_builder_add_boolean_value (builder, evidence->readiness->criteria[i].has_heading);
      add_limits (builder, &g_array_index (evidence->rules, KistEvidenceRule, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_conflicts (JsonBuilder *builder, const GPtrArray *conflicts)
{
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < conflicts->len; i++)
    {
      const KistBadgeConflict *conflict = g_ptr_array_index (conflicts, i);

      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "id", conflict->id);
      kist_tool_add_text (builder, "about", conflict->about);
      json_builder_set_member_name (builder, "rules");
      json_builder_begin_array (builder);
      for (unsigned j = 0; j < conflict->rules->len; j++)
        {
          const KistPublishedRule *rule = g_ptr_array_index (conflict->rules, j);

          json_builder_begin_object (builder);
          kist_tool_add_text (builder, "id", rule->id);
          kist_tool_add_text (builder, "says", rule->says);
          kist_tool_add_text (builder, "address", rule->address);
          kist_tool_add_text (builder, "seen", rule->seen);
          json_builder_set_member_name (builder, "followed");
          json_builder_add_boolean_value (builder, conflict->followed == (int)j);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
to_json (const KistEvidence *evidence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  kist_tool_add_text (builder, "badge", kist_badge_get_id (evidence->badge));
  kist_tool_add_text (builder, "title", kist_badge_get_title (evidence->badge));
  json_builder_set_member_name (builder, "ready");
  json_builder_add_boolean_value (builder, evidence->is_ready);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_limits (builder, &g_array_index (evidence->rules, KistEvidenceRule, evidence->readiness->n_criteria));
  json_builder_end_object (builder);
  add_criteria (builder, evidence);
  add_rules (builder, evidence, "missing", TRUE);
  add_rules (builder, evidence, "notes", FALSE);
  add_conflicts (builder, kist_badge_get_conflicts (evidence->badge));
  return kist_tool_end_json (builder);
}

static void
append_sentences (GString *lines, const KistEvidence *evidence, const char *mark, gboolean wants_missing)
{
  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);
      g_autofree char        *sentence = NULL;

      if (rule->state == KIST_EVIDENCE_MET || is_missing (rule) != wants_missing)
        continue;
      sentence = dup_sentence (evidence, rule);
      g_string_append_printf (lines, "%s: %s\n", mark, sentence);
    }
}

static char *
to_lines (const KistEvidence *evidence)
{
  GString         *lines = g_string_new (NULL);
  const GPtrArray *conflicts = kist_badge_get_conflicts (evidence->badge);

  for (unsigned i = 0; i < evidence->readiness->n_criteria; i++)
    g_string_append_printf (lines, "%s: %u word%s\n", kist_badge_get_criterion (evidence->badge, i)->text,
                            evidence->readiness->criteria[i].words, plural (evidence->readiness->criteria[i].words));
  g_string_append_printf (lines, "In all: %u word%s\n", evidence->readiness->words,
                          plural (evidence->readiness->words));
  append_sentences (lines, evidence, "missing", TRUE);
  append_sentences (lines, evidence, "note", FALSE);
  for (unsigned i = 0; i < conflicts->len; i++)
    {
      const KistBadgeConflict *conflict = g_ptr_array_index (conflicts, i);

      for (unsigned j = 0; j < conflict->rules->len; j++)
        {
          const KistPublishedRule *rule = g_ptr_array_index (conflict->rules, j);

          g_string_append_printf (lines, "conflict: %s: %s (%s)%s\n", conflict->about, rule->says,
                                  rule->address ? rule->address : "no source",
                                  conflict->followed == (int)j ? " This one is followed." : "");
        }
    }
  g_string_append (lines, evidence->is_ready ? "Ready." : "Not ready.");
  return g_string_free_and_steal (lines);
}

static char *
read_file (const char *path, GError **error)
{
  char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, error);

  if (!text)
    g_prefix_error (error, "%s: ", path);
  return text;
}

/* Findings of its rules go to standard error; with an error there are no rules to judge by. */
static KistBadge *
read_badge (const char *path, GError **error)
{
  g_autofree char *text = read_file (path, error);
  g_autoptr (KistReport) report = kist_report_new ();
  KistBadge *badge;

  if (!text)
    return NULL;
  badge = kist_badge_parse (text, path, report);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_printerr ("%s\n", line);
    }
  if (!badge)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s has no rules of a badge.", path);
  return badge;
}

static gboolean
read_today (const char *text, GDate *today)
{
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  g_autofree char *midnight = text ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) day = text ? g_date_time_new_from_iso8601 (midnight, NULL) : kist_clock_dup_local (clock);

  g_date_clear (today, 1);
  if (day)
    g_date_set_dmy (today, g_date_time_get_day_of_month (day), g_date_time_get_month (day), g_date_time_get_year (day));
  return day != NULL;
}

/**
 * kist_tool_evidence:
 * @argc: the number of arguments, the command's name the first
 * @argv: the arguments
 *
 * Returns: a #KistToolStatus
 */
int
kist_tool_evidence (int argc, char **argv)
{
  gboolean         is_json = FALSE;
  g_autofree char *day = NULL;
  g_auto (GStrv) held = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { "held", 0, 0, G_OPTION_ARG_STRING_ARRAY, &held, "A badge you have; may be given again", "BADGE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &day, "Judge as on this day instead of today", "2026-01-31" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBadge) badge = NULL;
  g_autoptr (KistEvidence) evidence = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *result = NULL;
  GDate            today;

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "evidence BADGE.yaml DRAFT.md",
          "Counts the words of a draft below the headings of a badge's criteria, and says what is missing.\n"
          "Badges that have to come first are judged once --held is given. With --json standard output\n"
          "is one object: badge, title, ready, total, criteria, missing, notes and conflicts.\n\n"
          "Exit status: 0 ready, 1 not ready, 2 wrong usage, 3 a file cannot be read.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 3)
    return kist_tool_complain (KIST_TOOL_USAGE, "“evidence” needs a BADGE.yaml and a DRAFT.md.");
  if (!read_today (day, &today))
    return kist_tool_complain (KIST_TOOL_USAGE, "“--on” needs a day such as 2026-01-31.");
  badge = read_badge (argv[1], &error);
  draft = badge ? read_file (argv[2], &error) : NULL;
  if (!draft)
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  evidence =
      kist_evidence_new (badge, draft, &(KistEvidenceFacts){ .held = (const char *const *)held, .today = &today });
  result = is_json ? to_json (evidence) : to_lines (evidence);
  g_print ("%s\n", result);
  return evidence->is_ready ? KIST_TOOL_CLEAN : KIST_TOOL_FINDINGS;
}
