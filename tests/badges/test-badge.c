#include "badges/kist-badge.h"

#include <string.h>

#define SOURCE "source: {address: 'https://example.org', seen: 2026-11}\n"
#define HEAD "id: b\ntitle: B\nissuer: I\n" SOURCE
#define CRITERIA "criteria:\n  - {id: one, text: One}\n"

static void
test_reads_all_an_issuer_says (void)
{
  const char *text = "id: thing-05\n"
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
                     "ai: banned\n";
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (text, "badges/b.yaml", report);
  const KistCriterion *next;

  g_assert_nonnull (badge);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
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
test_rules_without_a_source_are_a_warning (void)
{
  const char *texts[] = {
    "id: b\ntitle: B\nissuer: I\n" CRITERIA,
    "id: b\ntitle: B\nissuer: I\nsource: {seen: 2026-11}\n" CRITERIA,
    "id: b\ntitle: B\nissuer: I\nsource: {address: 'https://example.org'}\n" CRITERIA,
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
  g_test_add_func ("/badge/the-least-is-never-less-than-what-the-criteria-ask-for",
                   test_the_least_is_never_less_than_what_the_criteria_ask_for);
  g_test_add_func ("/badge/refuses-what-cannot-be-right-and-says-where",
                   test_refuses_what_cannot_be_right_and_says_where);
  g_test_add_func ("/badge/rules-without-a-source-are-a-warning", test_rules_without_a_source_are_a_warning);
  g_test_add_func ("/badge/an-unknown-key-is-a-warning-on-its-line", test_an_unknown_key_is_a_warning_on_its_line);
  return g_test_run ();
}
