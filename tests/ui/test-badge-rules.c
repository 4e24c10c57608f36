#include "ui/badges/kist-badge-rules.h"
#include "ui/badges/kist-badge-wording.h"
#include "ui/badges/kist-evidence-wording.h"

#include "learner-fixture.h"

static KistBadge *
parse (const char *rules)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *text = g_strconcat ("id: goal\n"
                                       "title: A goal\n"
                                       "issuer: Somebody\n"
                                       "source: {address: 'https://example.org', seen: 2026-11}\n",
                                       rules, NULL);
  KistBadge       *badge = kist_badge_parse (text, "a.yaml", report);

  g_assert_nonnull (badge);
  return badge;
}

static void
assert_rule (GPtrArray *rules, unsigned index, const char *title, const char *text)
{
  const KistBadgeRule *rule;

  g_assert_cmpuint (rules->len, >, index);
  rule = g_ptr_array_index (rules, index);
  g_assert_cmpstr (rule->title, ==, title);
  g_assert_cmpstr (rule->text, ==, text);
}

static void
test_only_what_the_issuer_says_is_a_rule (Learner *learner, gconstpointer data)
{
  g_autoptr (KistBadge) badge = parse ("criteria:\n  - {id: one, text: One}\n");
  g_autoptr (GPtrArray) rules = kist_badge_rules_of (learner->library, badge);

  g_assert_cmpuint (rules->len, ==, 1);
  assert_rule (rules, 0, "Length", "No number of words is asked for");
}

static void
test_every_rule_is_said_in_words (Learner *learner, gconstpointer data)
{
  g_autoptr (KistBadge) badge = parse ("criteria:\n  - {id: one, text: One}\n"
                                       "words: {min: 200, max: 600}\n"
                                       "header: [registration-number, employer, shoe-size]\n"
                                       "ai: banned\n"
                                       "endorsement: {required: true, within-months: 3}\n"
                                       "valid-months: 24\n"
                                       "counts-towards: [thing-05, got-the-lot]\n"
                                       "elements: [knowledge, courage]\n");
  g_autoptr (GPtrArray) rules = kist_badge_rules_of (learner->library, badge);

  g_assert_cmpuint (rules->len, ==, 7);
  assert_rule (rules, 0, "Length", "200 to 600 words in all");
  assert_rule (rules, 1, "At the Top of the Evidence",
               "Your SSSC registration number\nYour employer’s name\nShoe size");
  g_assert_cmpstr (((KistBadgeRule *)g_ptr_array_index (rules, 2))->title, ==, "Generative AI");
  assert_rule (rules, 3, "Endorsement",
               "Someone, usually your manager, has to endorse it within 3 months of the award");
  assert_rule (rules, 4, "How Long It Is Valid", "24 months");
  assert_rule (rules, 5, "Counts Towards", "Thing 5\nGot the lot");
  assert_rule (rules, 6, "Core Elements It May Count For", "Knowledge\nCourage");
}

static void
test_when_and_how_often (Learner *learner, gconstpointer data)
{
  g_autoptr (KistBadge) badge =
      parse ("criteria:\n  - {id: one, text: One}\n"
             "window: {opens: 2026-01-01, closes: 2026-12-31}\nfrequency: monthly\nmedia: [text, video]\n");
  g_autoptr (KistBadge) open = parse ("criteria:\n  - {id: one, text: One}\nwindow: {closes: 2021-03-31}\n");
  g_autoptr (GPtrArray) rules = kist_badge_rules_of (learner->library, badge);
  g_autoptr (GPtrArray) until = kist_badge_rules_of (learner->library, open);

  g_assert_cmpuint (rules->len, ==, 4);
  assert_rule (rules, 1, "When You Can Apply", "From 1 January 2026 to 31 December 2026");
  assert_rule (rules, 2, "How Often You Can Have It", "Once a month");
  assert_rule (rules, 3, "What Evidence May Be", "Text\nVideo");
  assert_rule (until, 1, "When You Can Apply", "Until 31 March 2021");
}

/* @said has a sentence for each rule that does not hold, in their order. */
static void
assert_sentences (Learner                 *learner,
                  KistBadge               *badge,
                  const char              *draft,
                  const KistEvidenceFacts *facts,
                  const char              *said)
{
  g_autoptr (KistEvidence) evidence = kist_evidence_new (badge, draft, facts);
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);
      g_autofree char        *sentence = kist_evidence_wording_dup_sentence (learner->library, evidence, rule);

      g_assert_true ((sentence == NULL) == (rule->state == KIST_EVIDENCE_MET));
      if (sentence)
        g_string_append_printf (found, "%s\n", sentence);
    }
  g_assert_cmpstr (found->str, ==, said);
}

static void
test_each_rule_says_what_is_missing (Learner *learner, gconstpointer data)
{
  static const char *const held[] = { "other", NULL };
  g_autoptr (KistBadge) badge =
      parse ("criteria:\n  - {id: one, text: One, min-words: 3}\n  - {id: two, text: Two, max-words: 2}\n"
             "  - {id: three, text: Three}\nwords: {min: 9, max: 12}\nheader: [registration-number]\n"
             "requires: [thing-05]\nadvised: [getting-started]\n"
             "window: {opens: 2026-01-01, closes: 2026-12-31}\nendorsement: {required: true, within-months: 3}\n");
  g_autoptr (GDate) early = g_date_new_dmy (31, 12, 2025);
  g_autoptr (GDate) late = g_date_new_dmy (1, 1, 2027);
  g_autoptr (GDate) awarded = g_date_new_dmy (1, 12, 2026);

  assert_sentences (learner, badge, "## One\na b\n## Two\na b c\n## Three\n",
                    &(KistEvidenceFacts){ .held = held, .today = early, .awarded = awarded },
                    "“One” needs 1 more word: 2 of at least 3 are there.\n"
                    "“Two” is 1 word over its limit of 2.\n"
                    "Nothing is written under “Three” yet.\n"
                    "The whole needs 4 more words: 5 of at least 9 are there.\n"
                    "Above the first heading a line “Registration number: …” is missing.\n"
                    "You need the badge “Thing 5” first; note it under Badges if you have it.\n"
                    "You can apply from 1 January 2026.\n"
                    "It is better to have the badge “Getting started” first.\n"
                    "Someone, usually your manager, has to endorse it by 1 March 2027.\n");
  assert_sentences (learner, badge, "a b c d e f g h i j k l m\n", &(KistEvidenceFacts){ .today = late },
                    "There is no heading “One” yet.\n"
                    "No heading says yet where you answer “Two”.\n"
                    "No heading says yet where you answer “Three”.\n"
                    "The whole is 1 word over the limit of 12.\n"
                    "Above the first heading a line “Registration number: …” is missing.\n"
                    "You need the badge “Thing 5” first; note it under Badges if you have it.\n"
                    "It closed on 31 December 2026.\n"
                    "It is better to have the badge “Getting started” first.\n"
                    "Someone, usually your manager, has to endorse it within 3 months of the award.\n");
}

static void
test_what_published_rules_disagree_about_is_to_be_noted (Learner *learner, gconstpointer data)
{
  static const char *const none[] = { NULL };
  static const char *const noted[] = { "length", NULL };
  g_autoptr (KistBadge) badge =
      parse ("criteria:\n  - {id: one, text: One}\nconflicts:\n  - id: length\n    about: Number of words\n    rules:\n"
             "      - {id: a, says: At least 200., address: 'https://example.org/a', seen: 2026-11}\n"
             "      - {id: b, says: Up to 200., address: 'https://example.org/b', seen: 2026-10}\n    followed: a\n");

  assert_sentences (
      learner, badge, "word", &(KistEvidenceFacts){ .noted = none },
      "Published rules disagree on “Number of words”; note on the badge’s page which one you followed.\n");
  assert_sentences (learner, badge, "word", &(KistEvidenceFacts){ .noted = noted }, "");
}

static void
test_a_month_is_said_by_its_name (void)
{
  g_autofree char *month = kist_badge_rules_dup_month ("2026-11");
  g_autofree char *nonsense = kist_badge_rules_dup_month ("2026-13");
  g_autofree char *words = kist_badge_rules_dup_month ("last winter");

  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (nonsense, ==, "2026-13");
  g_assert_cmpstr (words, ==, "last winter");
}

static void
assert_state (Learner *learner, const char *state)
{
  KistBadge *badge = kist_library_lookup_badge (learner->library, "thing-05");
  g_autoptr (KistBadgeStanding) standing =
      kist_badge_standing_new (learner->library, G_LIST_MODEL (learner->entries), badge, NULL);
  g_autofree char *said = kist_badge_wording_dup_state (learner->library, standing);

  g_assert_cmpstr (said, ==, state);
}

static void
test_where_one_stands_is_said_in_words (Learner *learner, gconstpointer data)
{
  assert_state (learner, "Nothing written yet");
  learner_has_entry (learner, "draft", "core/media", "thing-05", "Three words here.", LEARNER_NOON);
  assert_state (learner, "3 of at least 100 words");
}

static void
test_what_is_missing_at_the_top_is_said (Learner *learner, gconstpointer data)
{
  g_autoptr (KistBadge) badge = parse ("criteria:\n  - {id: one, text: One}\nheader: [employer]\n");
  g_autoptr (KistEvidence) without = kist_evidence_new (badge, "Three words here.", NULL);
  g_autoptr (KistEvidence) with = kist_evidence_new (badge, "Employer: Somebody\n\nThree words here.", NULL);
  g_autofree char *missing = kist_badge_wording_dup_summary (learner->library, without);
  g_autofree char *ready = kist_badge_wording_dup_summary (learner->library, with);

  g_assert_cmpstr (missing, ==, "3 words, something is missing at the top");
  g_assert_cmpstr (ready, ==, "Ready: 5 words");
}

static void
test_a_closed_window_is_said_instead_of_ready (Learner *learner, gconstpointer data)
{
  g_autoptr (KistBadge) badge = parse ("criteria:\n  - {id: one, text: One}\nwindow: {closes: 2026-03-31}\n");
  g_autoptr (KistEvidence) evidence = NULL;
  g_autofree char *said = NULL;
  GDate            today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, 4, 2026);
  evidence = kist_evidence_new (badge, "Three words here.", &(KistEvidenceFacts){ .today = &today });
  said = kist_badge_wording_dup_summary (learner->library, evidence);
  g_assert_cmpstr (said, ==, "It closed on 31 March 2026.");
}

#define ADD(name, test) g_test_add ("/badge-rules/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("only what the issuer says is a rule", test_only_what_the_issuer_says_is_a_rule);
  ADD ("every rule is said in words", test_every_rule_is_said_in_words);
  ADD ("where one stands is said in words", test_where_one_stands_is_said_in_words);
  ADD ("when and how often", test_when_and_how_often);
  ADD ("each rule says what is missing", test_each_rule_says_what_is_missing);
  ADD ("what published rules disagree about is to be noted", test_what_published_rules_disagree_about_is_to_be_noted);
  g_test_add_func ("/badge-rules/a month is said by its name", test_a_month_is_said_by_its_name);
  ADD ("what is missing at the top is said", test_what_is_missing_at_the_top_is_said);
  ADD ("a closed window is said instead of ready", test_a_closed_window_is_said_instead_of_ready);
  return g_test_run ();
}
