#include "badges/kist-readiness.h"

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

static char *
words (unsigned n_words)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < n_words; i++)
    g_string_append (text, "word ");
  g_string_append (text, "\n\n");
  return g_string_free (text, FALSE);
}

static KistReadiness *
judge (KistBadge *badge, ...)
{
  GString *draft = g_string_new (NULL);
  va_list  parts;

  va_start (parts, badge);
  for (const char *heading; (heading = va_arg (parts, const char *));)
    {
      g_autofree char *text = words (va_arg (parts, int));

      if (*heading)
        g_string_append_printf (draft, "%s\n\n", heading);
      g_string_append (draft, text);
    }
  va_end (parts);
  KistReadiness *readiness = kist_readiness_new (badge, draft->str);
  g_string_free (draft, TRUE);
  return readiness;
}

#define assert_fraction(readiness, expected) g_assert_cmpfloat_with_epsilon ((readiness)->fraction, (expected), 1e-9)

/* "Getting started with Open Badges": 75 and 25, 100 at least (mylearning.scot/badges/starter). */
#define STARTER                                                                                                        \
  "criteria:\n  - {id: first, text: What I learned?, min-words: 75}\n  - {id: second, text: What I do, min-words: "    \
  "25}\n"

static void
test_each_criterion_counts_what_stands_below_its_heading (void)
{
  g_autoptr (KistBadge) badge = make_badge (STARTER);
  g_autoptr (KistReadiness) readiness =
      judge (badge, "", 5, "## What I learned", 60, "### A detail", 20, "## SECOND.", 25, "## Something else", 3, NULL);

  g_assert_cmpuint (readiness->n_criteria, ==, 2);
  g_assert_cmpuint (readiness->words, ==, 113);
  g_assert_cmpuint (readiness->criteria[0].words, ==, 80);
  g_assert_cmpuint (readiness->criteria[1].words, ==, 25);
  g_assert_true (readiness->criteria[0].is_met && readiness->criteria[0].has_heading);
  g_assert_true (readiness->criteria[1].is_met && readiness->criteria[1].has_heading);
  g_assert_true (readiness->is_ready);
  assert_fraction (readiness, 1);
}

static void
test_words_of_one_criterion_make_up_for_no_other (void)
{
  g_autoptr (KistBadge) badge = make_badge (STARTER);
  g_autoptr (KistReadiness) readiness = judge (badge, "## What I learned", 500, "## What I do", 5, NULL);

  g_assert_true (readiness->criteria[0].is_met);
  g_assert_false (readiness->criteria[1].is_met);
  g_assert_false (readiness->is_ready);
  assert_fraction (readiness, 0.8);
}

static void
test_headings_are_found_however_they_are_written (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: don-t, text: What I don’t  share., min-words: 1}\n  - {id: z, text: Z}\n");
  const char *good[] = { "# What I don’t share.",        "###### what i DON'T   share",
                         "## **What I don’t share**:",   "## don-t",
                         "## _What I don’t share_ … ##", "##   What I don’t share?" };
  const char *bad[] = { "## What I share", "## What I don’t share today", "What I don’t share.", "## don", "## …" };

  for (unsigned i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (KistReadiness) readiness = judge (badge, good[i], 2, NULL);

      g_test_message ("%s", good[i]);
      g_assert_true (readiness->criteria[0].has_heading);
      g_assert_cmpuint (readiness->criteria[0].words, ==, 2);
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (KistReadiness) readiness = judge (badge, bad[i], 2, NULL);

      g_test_message ("%s", bad[i]);
      g_assert_false (readiness->criteria[0].has_heading);
    }
}

static void
test_a_section_ends_at_a_heading_of_its_level (void)
{
  g_autoptr (KistBadge) badge = make_badge ("criteria:\n  - {id: a, text: A}\n  - {id: b, text: B}\n");
  g_autoptr (KistReadiness) readiness = judge (badge, "## A", 1, "### inside A", 2, "### B", 4, "#### inside B", 8,
                                               "### inside A again", 16, "# outside", 32, "## A", 64, NULL);

  g_assert_cmpuint (readiness->criteria[0].words, ==, 1 + 2 + 16 + 64);
  g_assert_cmpuint (readiness->criteria[1].words, ==, 4 + 8);
}

static void
test_a_single_criterion_needs_no_heading (void)
{
  g_autoptr (KistBadge) badge = make_badge ("criteria:\n  - {id: post, text: A post, min-words: 100}\n");
  g_autoptr (KistReadiness) without = judge (badge, "", 60, "## Own heading", 40, NULL);
  g_autoptr (KistReadiness) with = judge (badge, "", 60, "## A post", 40, NULL);

  g_assert_cmpuint (without->criteria[0].words, ==, 100);
  g_assert_true (without->is_ready);
  g_assert_false (without->criteria[0].has_heading);
  g_assert_cmpuint (with->criteria[0].words, ==, 40);
  g_assert_false (with->is_ready);
  assert_fraction (with, 0.4);
}

/* "Leading others": three of 150, 450 to 900 in all (mylearning.scot/badges/leading-others). */
static void
test_the_totals_hold_beside_the_criteria (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A, min-words: 150}\n"
                  "  - {id: b, text: B, min-words: 150}\n  - {id: c, text: C, min-words: 150}\n"
                  "words: {min: 450, max: 900}\n");
  g_autoptr (KistReadiness) least = judge (badge, "# A", 150, "# B", 150, "# C", 150, NULL);
  g_autoptr (KistReadiness) most = judge (badge, "# A", 600, "# B", 150, "# C", 150, NULL);
  g_autoptr (KistReadiness) over = judge (badge, "# A", 700, "# B", 150, "# C", 150, NULL);
  g_autoptr (KistReadiness) headless = judge (badge, "", 450, NULL);

  g_assert_true (least->is_ready);
  g_assert_true (most->is_ready);
  g_assert_false (over->is_ready);
  assert_fraction (over, 450.0 / 550.0);
  g_assert_false (headless->is_ready);
  assert_fraction (headless, 0);
}

static void
test_words_beyond_the_criteria_fill_the_rest_of_the_total (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A, min-words: 50}\n  - {id: b, text: B}\nwords: {min: 200}\n");
  g_autoptr (KistReadiness) half = judge (badge, "", 50, "# A", 50, NULL);
  g_autoptr (KistReadiness) without_a = judge (badge, "", 1000, NULL);
  g_autoptr (KistReadiness) full = judge (badge, "", 100, "# A", 60, "# B", 40, NULL);

  assert_fraction (half, 0.5);
  assert_fraction (without_a, 0.75);
  g_assert_true (full->is_ready);
}

static void
test_a_criterion_can_have_too_much (void)
{
  g_autoptr (KistBadge) badge = make_badge ("criteria:\n  - {id: a, text: A, max-words: 10}\n  - {id: b, text: B}\n");
  g_autoptr (KistReadiness) at_most = judge (badge, "# A", 10, "# B", 5, NULL);
  g_autoptr (KistReadiness) over = judge (badge, "# A", 11, "# B", 5, NULL);

  g_assert_true (at_most->is_ready);
  g_assert_false (over->is_ready);
  g_assert_false (over->criteria[0].is_met);
  assert_fraction (over, 2.0 / 3.0);
}

static void
test_an_empty_draft_is_never_ready (void)
{
  g_autoptr (KistBadge) badge = make_badge ("criteria:\n  - {id: a, text: A}\n");
  g_autoptr (KistReadiness) empty = kist_readiness_new (badge, "# A\n");
  g_autoptr (KistReadiness) something = kist_readiness_new (badge, "x");

  g_assert_false (empty->is_ready);
  assert_fraction (empty, 0);
  g_assert_true (something->is_ready);
}

static void
test_the_fraction_is_one_when_ready_and_only_then (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (unsigned i = 0; i < 2000; i++)
    {
      g_autofree char *rules = g_strdup_printf (
          "criteria:\n  - {id: a, text: A, min-words: %d}\n  - {id: b, text: B, min-words: %d, max-words: 30}\n"
          "words: {min: %d, max: 80}\n",
          g_rand_int_range (random, 0, 40), g_rand_int_range (random, 0, 30), g_rand_int_range (random, 0, 80));
      g_autoptr (KistBadge) badge = make_badge (rules);
      g_autoptr (KistReadiness) readiness =
          judge (badge, "", g_rand_int_range (random, 0, 20), "# A", g_rand_int_range (random, 0, 60), "# B",
                 g_rand_int_range (random, 0, 40), NULL);

      g_assert_true (readiness->fraction >= 0 && readiness->fraction <= 1);
      g_assert_cmpint (readiness->is_ready, ==, readiness->fraction == 1);
    }
}

/* "If not all criteria are met the application is returned" (mylearning.scot badge pages): a heading with nothing below
 * it is a criterion not met, however long the rest is. */
static void
test_a_criterion_without_a_least_number_is_still_to_be_answered (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\n  - {id: c, text: C}\nwords: {min: 100}\n");
  g_autoptr (KistReadiness) unanswered = judge (badge, "## A", 150, "## C", 0, NULL);
  g_autoptr (KistReadiness) answered = judge (badge, "## A", 99, "## C", 1, NULL);
  g_autoptr (KistReadiness) without_headings = judge (badge, "", 100, NULL);

  g_assert_false (unanswered->is_ready);
  g_assert_false (unanswered->criteria[1].is_met);
  assert_fraction (unanswered, 0.99);
  g_assert_true (answered->is_ready);
  g_assert_true (without_headings->is_ready);
}

static void
test_a_draft_begins_with_the_headings_it_will_be_judged_by (void)
{
  g_autoptr (KistBadge) several = make_badge (STARTER);
  g_autoptr (KistBadge) single = make_badge ("criteria:\n  - {id: a, text: A}\n");
  g_autofree char *template = kist_readiness_dup_template (several);
  g_autofree char *none = kist_readiness_dup_template (single);
  g_autoptr (KistReadiness) readiness = kist_readiness_new (several, template);

  g_assert_cmpstr (template, ==, "## What I learned?\n\n\n\n## What I do\n\n");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (readiness->words, ==, 0);
  for (unsigned i = 0; i < readiness->n_criteria; i++)
    g_assert_true (readiness->criteria[i].has_heading);
}

/* "Your registration number at the top of the evidence" (CPL+, mylearning.scot/?p=1537380), and the employer's name
 * (CPL 2025, mylearning.scot/?p=1622160). */
static void
test_fields_are_wanted_at_the_top (void)
{
  g_autoptr (KistBadge) badge =
      make_badge ("criteria:\n  - {id: a, text: A}\nwords: {min: 9}\nheader: [registration-number, employer]\n");
  g_autofree char *template = kist_readiness_dup_template (badge);
  g_autoptr (KistReadiness) untouched = kist_readiness_new (badge, template);
  g_autoptr (KistReadiness) half =
      kist_readiness_new (badge, "SSSC registration number: 1234567\n\nfive six seven eight nine");
  g_autoptr (KistReadiness) whole =
      kist_readiness_new (badge, "Registration number: 1234567\nEmployer: A Council\n\n## A\n\nseven eight nine");

  g_assert_cmpstr (template, ==, "Registration number: \n\nEmployer: \n\n");
  g_assert_cmpuint (untouched->n_missing_fields, ==, 2);
  g_assert_cmpuint (half->words, ==, 9);
  g_assert_true (half->has_field[0]);
  g_assert_false (half->has_field[1]);
  g_assert_cmpuint (half->n_missing_fields, ==, 1);
  g_assert_false (half->is_ready);
  assert_fraction (half, 0.9);
  g_assert_cmpuint (whole->n_missing_fields, ==, 0);
  g_assert_true (whole->is_ready);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/readiness/each-criterion-counts-what-stands-below-its-heading",
                   test_each_criterion_counts_what_stands_below_its_heading);
  g_test_add_func ("/readiness/words-of-one-criterion-make-up-for-no-other",
                   test_words_of_one_criterion_make_up_for_no_other);
  g_test_add_func ("/readiness/headings-are-found-however-they-are-written",
                   test_headings_are_found_however_they_are_written);
  g_test_add_func ("/readiness/a-section-ends-at-a-heading-of-its-level",
                   test_a_section_ends_at_a_heading_of_its_level);
  g_test_add_func ("/readiness/a-criterion-without-a-least-number-is-still-to-be-answered",
                   test_a_criterion_without_a_least_number_is_still_to_be_answered);
  g_test_add_func ("/readiness/a-single-criterion-needs-no-heading", test_a_single_criterion_needs_no_heading);
  g_test_add_func ("/readiness/the-totals-hold-beside-the-criteria", test_the_totals_hold_beside_the_criteria);
  g_test_add_func ("/readiness/words-beyond-the-criteria-fill-the-rest-of-the-total",
                   test_words_beyond_the_criteria_fill_the_rest_of_the_total);
  g_test_add_func ("/readiness/a-criterion-can-have-too-much", test_a_criterion_can_have_too_much);
  g_test_add_func ("/readiness/an-empty-draft-is-never-ready", test_an_empty_draft_is_never_ready);
  g_test_add_func ("/readiness/the-fraction-is-one-when-ready-and-only-then",
                   test_the_fraction_is_one_when_ready_and_only_then);
  g_test_add_func ("/readiness/a-draft-begins-with-the-headings-it-will-be-judged-by",
                   test_a_draft_begins_with_the_headings_it_will_be_judged_by);
  g_test_add_func ("/readiness/fields-are-wanted-at-the-top", test_fields_are_wanted_at_the_top);
  return g_test_run ();
}
