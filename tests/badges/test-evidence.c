#include "badges/kist-evidence.h"

static KistBadge *
make_badge (const char *rules)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *text = g_strconcat (
      "id: b\ntitle: B\nissuer: I\nsource: {address: 'https://example.org', seen: 2026-11}\n", rules, NULL);
  KistBadge *badge = kist_badge_parse (text, "b.yaml", report);

  g_assert_nonnull (badge);
  return badge;
}

/* @draft with "N" for each number of words: "## A\n", 3, "## B\n", 4, NULL. */
static KistEvidence *
judge (KistBadge *badge, const KistEvidenceFacts *facts, ...)
{
  g_autoptr (GString) draft = g_string_new (NULL);
  va_list parts;

  va_start (parts, facts);
  for (const char *text; (text = va_arg (parts, const char *));)
    {
      g_string_append (draft, text);
      for (int n = va_arg (parts, int); n > 0; n--)
        g_string_append (draft, "word ");
      g_string_append (draft, "\n\n");
    }
  va_end (parts);
  return kist_evidence_new (badge, draft->str, facts);
}

/* "c0+ t- f0?": each rule's kind, index and state. */
static void
assert_rules (const KistEvidence *evidence, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);

      g_string_append_printf (found, "%s%c%u%c", i > 0 ? " " : "", "ctfrozaed"[rule->kind], rule -> index,
                              "+-?"[rule->state]);
      g_assert_cmpint (rule->is_must, ==, rule->kind < KIST_EVIDENCE_ADVISED);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static const KistEvidenceRule *
get_rule (const KistEvidence *evidence, unsigned index)
{
  g_assert_cmpuint (index, <, evidence->rules->len);
  return &g_array_index (evidence->rules, KistEvidenceRule, index);
}

/* "Leading others" OB-1265: three of 150, 450 to 900 in all (mylearning.scot/badges/leading-others). */
static void
test_words_are_judged_by_criterion_and_in_all (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A, min-words: 150}\n  - {id: b, text: B, min-words: 150}\n"
                  "  - {id: c, text: C, min-words: 150, max-words: 400}\nwords: {min: 450, max: 900}\n");
  g_autoptr (KistEvidence) ready = judge (badge, NULL, "## A\n", 150, "## B\n", 150, "## C\n", 150, NULL);
  g_autoptr (KistEvidence) missing = judge (badge, NULL, "## A\n", 149, "## C\n", 401, NULL);
  g_autoptr (KistEvidence) over = judge (badge, NULL, "## A\n", 601, "## B\n", 150, "## C\n", 150, NULL);

  assert_rules (ready, "c0+ c1+ c2+ t0+");
  g_assert_true (ready->is_ready);
  assert_rules (missing, "c0- c1- c2- t0+");
  g_assert_false (missing->is_ready);
  g_assert_cmpuint (kist_evidence_count_unmet (missing), ==, 3);
  g_assert_cmpuint (get_rule (missing, 0)->words, ==, 149);
  g_assert_cmpuint (get_rule (missing, 0)->min_words, ==, 150);
  g_assert_cmpuint (get_rule (missing, 2)->max_words, ==, 400);
  g_assert_cmpstr (get_rule (missing, 2)->id, ==, "c");
  assert_rules (over, "c0+ c1+ c2+ t0-");
  g_assert_cmpuint (get_rule (over, 3)->words, ==, 901);
  g_assert_cmpuint (get_rule (over, 3)->max_words, ==, 900);
}

static void
test_a_draft_without_headings_does_not_tell (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\n  - {id: b, text: B}\nwords: {min: 100}\n");
  g_autoptr (KistEvidence) plain = judge (badge, NULL, "", 100, NULL);
  g_autoptr (KistEvidence) half = judge (badge, NULL, "## A\n", 100, "## B\n", 0, NULL);
  g_autoptr (KistEvidence) empty = judge (badge, NULL, NULL);

  assert_rules (plain, "c0? c1? t0+");
  g_assert_true (plain->is_ready);
  assert_rules (half, "c0+ c1- t0+");
  g_assert_false (half->is_ready);
  assert_rules (empty, "c0? c1? t0-");
  g_assert_false (empty->is_ready);
}

/* CPL 2025 OB-1249: registration number and employer at the top (mylearning.scot/?p=1622160). */
static void
test_fields_at_the_top_are_waited_for (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\nheader: [registration-number, employer]\n");
  g_autoptr (KistEvidence) one = judge (badge, NULL, "SSSC registration number: 1234567\n\n", 5, NULL);
  g_autoptr (KistEvidence) both = judge (badge, NULL, "Registration number: 1234567\nEmployer: A\n\n", 5, NULL);

  assert_rules (one, "c0+ t0+ f0+ f1-");
  g_assert_cmpstr (get_rule (one, 3)->id, ==, "employer");
  g_assert_false (one->is_ready);
  assert_rules (both, "c0+ t0+ f0+ f1+");
  g_assert_true (both->is_ready);
}

/* "Writing evidence" needs Getting started (mylearning.scot/badges/evidence/); Leadership Thing 22 only recommends
 * two. */
static void
test_badges_that_come_first (void)
{
  static const char *const none[] = { NULL };
  static const char *const held[] = { "other", "getting-started", NULL };
  g_autoptr (KistBadge) badge = make_badge (
      "criteria:\n  - {id: a, text: A}\nrequires: [getting-started]\nadvised: [getting-started, writing-evidence]\n");
  g_autoptr (KistEvidence) unknown = judge (badge, NULL, "", 5, NULL);
  g_autoptr (KistEvidence) without = judge (badge, &(KistEvidenceFacts){ .held = none }, "", 5, NULL);
  g_autoptr (KistEvidence) with = judge (badge, &(KistEvidenceFacts){ .held = held }, "", 5, NULL);

  assert_rules (unknown, "c0+ t0+ r0? a0? a1?");
  g_assert_true (unknown->is_ready);
  assert_rules (without, "c0+ t0+ r0- a0- a1-");
  g_assert_false (without->is_ready);
  g_assert_cmpuint (kist_evidence_count_unmet (without), ==, 1);
  assert_rules (with, "c0+ t0+ r0+ a0+ a1-");
  g_assert_true (with->is_ready);
  g_assert_cmpstr (get_rule (with, 4)->id, ==, "writing-evidence");
}

/* CPL+ is given in 2026 (mylearning.scot/?p=1537380); "Learning challenge activity 2020" closed in March 2021. */
static void
test_both_days_of_a_window_belong_to_it (void)
{
  static const struct
  {
    GDateDay    day;
    GDateMonth  month;
    GDateYear   year;
    const char *rules;
  } cases[] = {
    { 31, 12, 2025, "c0+ t0+ o0- z0+" },
    { 1, 1, 2026, "c0+ t0+ o0+ z0+" },
    { 31, 12, 2026, "c0+ t0+ o0+ z0+" },
    { 1, 1, 2027, "c0+ t0+ o0+ z0-" },
  };
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\nwindow: {opens: 2026-01-01, closes: 2026-12-31}\n");
  g_autoptr (KistBadge) closing = make_badge ("criteria:\n  - {id: a, text: A}\nwindow: {closes: 2026-12-31}\n");
  g_autoptr (KistEvidence) unknown = judge (badge, NULL, "", 5, NULL);
  g_autoptr (KistEvidence) half = judge (closing, NULL, "", 5, NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDate) today = g_date_new_dmy (cases[i].day, cases[i].month, cases[i].year);
      g_autoptr (KistEvidence) evidence = judge (badge, &(KistEvidenceFacts){ .today = today }, "", 5, NULL);

      assert_rules (evidence, cases[i].rules);
      g_assert_cmpint (evidence->is_ready, ==, i == 1 || i == 2);
      g_assert_cmpint (g_date_get_year (get_rule (evidence, 2)->day), ==, 2026);
    }
  assert_rules (unknown, "c0+ t0+ o0? z0?");
  g_assert_true (unknown->is_ready);
  assert_rules (half, "c0+ t0+ z0?");
}

/* "Not valid until endorsed within three months" (badges.sssc.uk.com/getting-started/endorsements/). */
static void
test_an_endorsement_has_a_last_day (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\nendorsement: {required: true, within-months: 3}\n");
  g_autoptr (GDate) awarded = g_date_new_dmy (30, 11, 2026);
  g_autoptr (KistEvidence) before = judge (badge, NULL, "", 5, NULL);
  g_autoptr (KistEvidence) after = judge (badge, &(KistEvidenceFacts){ .awarded = awarded }, "", 5, NULL);
  const GDate *by = get_rule (after, 2)->day;

  assert_rules (before, "c0+ t0+ e0?");
  g_assert_null (get_rule (before, 2)->day);
  g_assert_true (before->is_ready && after->is_ready);
  g_assert_nonnull (by);
  g_assert_cmpuint (g_date_get_julian (by), ==, g_date_get_julian (awarded) + 90);
}

/* Issue: contradicting rules are both shown, the learner notes which was followed; nobody is kept from applying by it.
 */
static void
test_rules_that_disagree_are_noted_and_stop_nobody (void)
{
  static const char *const none[] = { NULL };
  static const char *const noted[] = { "length", NULL };
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\nconflicts:\n"
                  "  - {id: ai, about: AI, rules: [{id: x, says: X}, {id: y, says: Y}]}\n"
                  "  - {id: length, about: Length, rules: [{id: x, says: X}, {id: y, says: Y}]}\n");
  g_autoptr (KistEvidence) nobody = judge (badge, NULL, "", 5, NULL);
  g_autoptr (KistEvidence) before = judge (badge, &(KistEvidenceFacts){ .noted = none }, "", 5, NULL);
  g_autoptr (KistEvidence) after = judge (badge, &(KistEvidenceFacts){ .noted = noted }, "", 5, NULL);

  assert_rules (nobody, "c0+ t0+");
  assert_rules (before, "c0+ t0+ d0? d1?");
  assert_rules (after, "c0+ t0+ d0? d1+");
  g_assert_cmpstr (get_rule (after, 3)->id, ==, "length");
  g_assert_true (before->is_ready && after->is_ready);
}

static void
test_ready_is_the_counts_ready_where_nothing_else_is_known (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (unsigned i = 0; i < 2000; i++)
    {
      g_autofree char *rules = g_strdup_printf (
          "criteria:\n  - {id: a, text: A, min-words: %d}\n  - {id: b, text: B, min-words: %d, max-words: 30}\n"
          "words: {min: %d, max: 80}\n%srequires: [x]\nwindow: {closes: 2020-01-01}\n",
          g_rand_int_range (random, 0, 2) * 20, g_rand_int_range (random, 0, 2) * 20, g_rand_int_range (random, 0, 60),
          g_rand_boolean (random) ? "header: [employer]\n" : "");
      g_autoptr (KistBadge) badge = make_badge (rules);
      g_autoptr (KistEvidence) evidence =
          judge (badge, NULL, g_rand_boolean (random) ? "Employer: A\n" : "", g_rand_int_range (random, 0, 20),
                 g_rand_boolean (random) ? "# A\n" : "", g_rand_int_range (random, 0, 60),
                 g_rand_boolean (random) ? "# B\n" : "", g_rand_int_range (random, 0, 40), NULL);

      g_assert_cmpint (evidence->is_ready, ==, evidence->readiness->is_ready);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/words", test_words_are_judged_by_criterion_and_in_all);
  g_test_add_func ("/evidence/without-headings", test_a_draft_without_headings_does_not_tell);
  g_test_add_func ("/evidence/fields", test_fields_at_the_top_are_waited_for);
  g_test_add_func ("/evidence/badges-first", test_badges_that_come_first);
  g_test_add_func ("/evidence/window", test_both_days_of_a_window_belong_to_it);
  g_test_add_func ("/evidence/endorsement", test_an_endorsement_has_a_last_day);
  g_test_add_func ("/evidence/rules that disagree are noted and stop nobody",
                   test_rules_that_disagree_are_noted_and_stop_nobody);
  g_test_add_func ("/evidence/ready-is-the-counts-ready", test_ready_is_the_counts_ready_where_nothing_else_is_known);
  return g_test_run ();
}
