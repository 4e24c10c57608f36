#include "badges/kist-badge.h"

#include <string.h>

#define SOURCE "source: {address: 'https://example.org', seen: 2026-11}\n"
#define HEAD "id: b\ntitle: B\nissuer: I\n" SOURCE
#define RULE_X "{id: x, says: X, address: 'https://example.org', seen: 2026-11}"
#define RULE_Y "{id: y, says: Y, address: 'https://example.org', seen: 2026-11}"
#define CRITERIA "criteria:\n  - {id: one, text: One}\n"

static const char everything[] =
    "id: thing-05\n"
    "title: 'Thing 5: Social media 1'\n"
    "issuer: SSSC\n"
    "licence: CC-BY-4.0\n"
    "source: {address: 'https://example.org/5', seen: 2026-11, note: Two pages disagree.}\n"
    "criteria:\n"
    "  - {id: policy, text: My policy, min-words: 100}\n"
    "  - {id: next, text: What next, min-words: 25, max-words: 50}\n"
    "words: {min: 200, max: 600}\n"
    "requires: [getting-started]\n"
    "advised: [thing-04]\n"
    "counts-towards: [social-media-champion, got-the-lot]\n"
    "header: [registration-number, employer]\n"
    "endorsement: {required: true, within-months: 3}\n"
    "valid-months: 24\n"
    "window: {opens: 2026-01-01, closes: 2026-12-31}\n"
    "frequency: yearly\n"
    "elements: [reflective-practice, knowledge]\n"
    "media: [text, audio]\n"
    "ai: banned\n"
    "conflicts:\n"
    "  - id: length\n"
    "    about: Number of words\n"
    "    rules:\n"
    "      - {id: criteria, says: At least 200., address: 'https://example.org/a', seen: 2026-11}\n"
    "      - {id: evidence, says: Up to 200., address: 'https://example.org/b', seen: 2026-10}\n"
    "    followed: criteria\n";

static void
assert_day (const GDate *day, GDateDay day_of_month, GDateMonth month, GDateYear year)
{
  g_assert_nonnull (day);
  g_assert_cmpint (g_date_get_day (day), ==, day_of_month);
  g_assert_cmpint (g_date_get_month (day), ==, month);
  g_assert_cmpint (g_date_get_year (day), ==, year);
}

/* As Leadership Thing 4 is published: at least 200 in its criteria, up to 200 in its evidence. */
static void
assert_length_is_in_conflict (KistBadge *badge)
{
  const KistBadgeConflict *conflict;
  const KistPublishedRule *rule;

  g_assert_cmpuint (kist_badge_get_conflicts (badge)->len, ==, 1);
  conflict = g_ptr_array_index (kist_badge_get_conflicts (badge), 0);
  g_assert_cmpstr (conflict->id, ==, "length");
  g_assert_cmpstr (conflict->about, ==, "Number of words");
  g_assert_cmpint (conflict->followed, ==, 0);
  g_assert_cmpuint (conflict->rules->len, ==, 2);
  rule = g_ptr_array_index (conflict->rules, 1);
  g_assert_cmpstr (rule->id, ==, "evidence");
  g_assert_cmpstr (rule->says, ==, "Up to 200.");
  g_assert_cmpstr (rule->address, ==, "https://example.org/b");
  g_assert_cmpstr (rule->seen, ==, "2026-10");
}

static void
test_reads_all_an_issuer_says (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (everything, "badges/b.yaml", report);
  const KistCriterion *next;

  g_assert_nonnull (badge);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  assert_length_is_in_conflict (badge);
  g_assert_cmpstr (kist_badge_get_id (badge), ==, "thing-05");
  g_assert_cmpstr (kist_badge_get_title (badge), ==, "Thing 5: Social media 1");
  g_assert_cmpstr (kist_badge_get_issuer (badge), ==, "SSSC");
  g_assert_cmpstr (kist_badge_get_source_address (badge), ==, "https://example.org/5");
  g_assert_cmpstr (kist_badge_get_source_seen (badge), ==, "2026-11");
  g_assert_cmpstr (kist_badge_get_source_note (badge), ==, "Two pages disagree.");
  g_assert_cmpuint (kist_badge_get_n_criteria (badge), ==, 2);
  next = kist_badge_get_criterion (badge, 1);
  g_assert_cmpstr (next->id, ==, "next");
  g_assert_cmpstr (next->text, ==, "What next");
  g_assert_cmpuint (next->min_words, ==, 25);
  g_assert_cmpuint (next->max_words, ==, 50);
  g_assert_cmpuint (kist_badge_get_min_words (badge), ==, 200);
  g_assert_cmpuint (kist_badge_get_max_words (badge), ==, 600);
  g_assert_cmpstrv (kist_badge_get_requires (badge), ((const char *[]){ "getting-started", NULL }));
  g_assert_cmpstrv (kist_badge_get_advised (badge), ((const char *[]){ "thing-04", NULL }));
  g_assert_cmpstrv (kist_badge_get_counts_towards (badge),
                    ((const char *[]){ "social-media-champion", "got-the-lot", NULL }));
  g_assert_cmpstrv (kist_badge_get_header (badge), ((const char *[]){ "registration-number", "employer", NULL }));
  g_assert_cmpstrv (kist_badge_get_elements (badge), ((const char *[]){ "reflective-practice", "knowledge", NULL }));
  g_assert_cmpuint (kist_badge_get_endorsement_months (badge), ==, 3);
  g_assert_cmpuint (kist_badge_get_valid_months (badge), ==, 24);
  g_assert_true (kist_badge_bans_ai (badge));
  assert_day (kist_badge_get_opens (badge), 1, 1, 2026);
  assert_day (kist_badge_get_closes (badge), 31, 12, 2026);
  g_assert_cmpint (kist_badge_get_frequency (badge), ==, KIST_BADGE_YEARLY);
  g_assert_cmpstrv (kist_badge_get_media (badge), ((const char *[]){ "text", "audio", NULL }));
}

/* Nobody has to say anything of when and how often. */
static void
test_what_is_not_said_sets_no_limit (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (HEAD CRITERIA, "b.yaml", report);
  g_autoptr (KistBadge) closing =
      kist_badge_parse (HEAD CRITERIA "window: {closes: 2024-02-29}\nfrequency: once\n", "b.yaml", report);

  g_assert_null (kist_badge_get_opens (badge));
  g_assert_null (kist_badge_get_closes (badge));
  g_assert_cmpint (kist_badge_get_frequency (badge), ==, KIST_BADGE_ANY_TIME);
  g_assert_cmpuint (g_strv_length ((char **)kist_badge_get_media (badge)), ==, 0);
  g_assert_cmpuint (kist_badge_get_conflicts (badge)->len, ==, 0);
  g_assert_null (kist_badge_get_opens (closing));
  assert_day (kist_badge_get_closes (closing), 29, 2, 2024);
  g_assert_cmpint (kist_badge_get_frequency (closing), ==, KIST_BADGE_ONCE);
}

static void
test_the_least_is_never_less_than_what_the_criteria_ask_for (void)
{
  const char *text = HEAD "criteria:\n  - {id: a, text: A, min-words: 75}\n  - {id: b, text: B, min-words: 25}\n";
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (text, "b.yaml", report);

  g_assert_nonnull (badge);
  g_assert_cmpuint (kist_badge_get_min_words (badge), ==, 100);
  g_assert_cmpuint (kist_badge_get_max_words (badge), ==, 0);
  g_assert_false (kist_badge_bans_ai (badge));
}

static void
test_refuses_what_cannot_be_right_and_says_where (void)
{
  static const struct
  {
    const char *text;
    unsigned    line;
  } cases[] = {
    { "title: B\nissuer: I\n" SOURCE CRITERIA, 0 },
    { "id: Not An Id\ntitle: B\nissuer: I\n" SOURCE CRITERIA, 0 },
    { "id: b\nissuer: I\n" SOURCE CRITERIA, 0 },
    { HEAD, 0 },
    { HEAD "criteria: []\n", 5 },
    { HEAD "criteria: text\n", 5 },
    { HEAD "criteria:\n  - just text\n", 6 },
    { HEAD "criteria:\n  - {id: a}\n", 6 },
    { HEAD "criteria:\n  - {id: a, text: A}\n  - {id: a, text: B}\n", 7 },
    { HEAD "criteria:\n  - {id: a, text: A, min-words: -1}\n", 6 },
    { HEAD "criteria:\n  - {id: a, text: A, min-words: many}\n", 6 },
    { HEAD "criteria:\n  - {id: a, text: A, min-words: 9, max-words: 8}\n", 6 },
    { HEAD CRITERIA "words: {min: 200, max: 100}\n", 7 },
    { HEAD "criteria:\n  - {id: a, text: A, min-words: 9}\nwords: {max: 8}\n", 7 },
    { HEAD CRITERIA "endorsement: {required: maybe}\n", 7 },
    { HEAD CRITERIA "endorsement: {required: true}\n", 7 },
    { HEAD CRITERIA "valid-months: 1e3\n", 7 },
    { HEAD CRITERIA "requires: [{a: b}]\n", 7 },
    { HEAD CRITERIA "window: 2026\n", 7 },
    { HEAD CRITERIA "window: {opens: 2026-1-1}\n", 7 },
    { HEAD CRITERIA "window:\n  closes: 2026-02-29\n", 8 },
    { HEAD CRITERIA "window: {closes: [2026-01-01]}\n", 7 },
    { HEAD CRITERIA "window: {opens: 2026-01-02, closes: 2026-01-01}\n", 7 },
    { HEAD CRITERIA "frequency: often\n", 7 },
    { HEAD CRITERIA "media: [{a: b}]\n", 7 },
    { HEAD CRITERIA "conflicts: words\n", 7 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, about: A}\n", 8 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, about: A, rules: [" RULE_X "]}\n", 8 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, rules: [" RULE_X ", " RULE_Y "]}\n", 8 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, about: A, rules: [" RULE_X ", {id: y}]}\n", 8 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, about: A, rules: [" RULE_X ", " RULE_X "]}\n", 8 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, about: A, rules: [" RULE_X ", " RULE_Y "], followed: z}\n", 8 },
    { HEAD CRITERIA "conflicts:\n  - {id: a, about: A, rules: [" RULE_X ", " RULE_Y
                    "]}\n  - {id: a, about: B, rules: [" RULE_X ", " RULE_Y "]}\n",
      9 },
    { HEAD "criteria: [\n", 6 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();

      g_test_message ("%s", cases[i].text);
      g_assert_null (kist_badge_parse (cases[i].text, "b.yaml", report));
      g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 1);
      g_assert_cmpuint (kist_report_get_finding (report, kist_report_get_n_findings (report) - 1)->line, ==,
                        cases[i].line);
    }
}

static void
test_what_a_reader_should_know_is_a_warning (void)
{
  const char *texts[] = {
    "id: b\ntitle: B\nissuer: I\n" CRITERIA,
    "id: b\ntitle: B\nissuer: I\nsource: {seen: 2026-11}\n" CRITERIA,
    "id: b\ntitle: B\nissuer: I\nsource: {address: 'https://example.org'}\n" CRITERIA,
    HEAD CRITERIA "conflicts:\n  - {id: a, about: A, rules: [" RULE_X ", {id: y, says: Y, seen: 2026-11}]}\n",
    HEAD CRITERIA "media: [text, smoke-signals]\n",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistBadge) badge = kist_badge_parse (texts[i], "b.yaml", report);

      g_assert_nonnull (badge);
      g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 1);
    }
}

static void
test_an_unknown_key_is_a_warning_on_its_line (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (HEAD CRITERIA "minimum: 5\n", "b.yaml", report);

  g_assert_nonnull (badge);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_WARNING);
  g_assert_cmpuint (kist_report_get_finding (report, 0)->line, ==, 7);
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "minimum"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/badge/reads-all-an-issuer-says", test_reads_all_an_issuer_says);
  g_test_add_func ("/badge/what-is-not-said-sets-no-limit", test_what_is_not_said_sets_no_limit);
  g_test_add_func ("/badge/the-least-is-never-less-than-what-the-criteria-ask-for",
                   test_the_least_is_never_less_than_what_the_criteria_ask_for);
  g_test_add_func ("/badge/refuses-what-cannot-be-right-and-says-where",
                   test_refuses_what_cannot_be_right_and_says_where);
  g_test_add_func ("/badge/what-a-reader-should-know-is-a-warning", test_what_a_reader_should_know_is_a_warning);
  g_test_add_func ("/badge/an-unknown-key-is-a-warning-on-its-line", test_an_unknown_key_is_a_warning_on_its_line);
  return g_test_run ();
}
