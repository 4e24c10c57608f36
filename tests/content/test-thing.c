#include "content/kist-thing.h"

#include <string.h>

#define FRONT "---\nid: email\nnumber: 14\ntitle: Email\nminutes: 45\nbadge: thing-14\ncodes: [workers-2024/2.3]\n---\n"

static KistThing *
parse (const char *text, KistReport *report)
{
  KistThing *thing = kist_thing_parse (text, "things/14-email.md", "digital", report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", finding);
    }
  /* A caller may rely on this for any text. */
  g_assert_true ((thing == NULL) == (kist_report_count (report, KIST_SEVERITY_ERROR) > 0));
  return thing;
}

/* @text has one error, on @line, whose message has @words in it. */
static void
assert_error (const char *text, unsigned line, const char *words)
{
  g_autoptr (KistReport) report = kist_report_new ();
  gboolean is_found = FALSE;

  g_assert_null (parse (text, report));
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      is_found |= finding->severity == KIST_SEVERITY_ERROR && finding->line == line && strstr (finding->message, words);
    }
  g_assert_true (is_found);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 1);
}

static void
test_reads_front_matter_intro_and_steps (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistThing) thing =
      parse (FRONT "Why *this* matters.\n\nMore.\n\n"
                   "## Read: What email is (7 min) {#what}\n\nText.\n\n### Inside\n\nMore.\n\n"
                   "## watch: A talk (transcript) (6 minutes) {#talk}\n\nWords.\n\n"
                   "## WRITE: Your post (10 min) {#post}\n",
             report);
  KistStep        *step;
  g_autofree char *text = NULL;

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpstr (kist_thing_get_key (thing), ==, "digital/email");
  g_assert_cmpuint (kist_thing_get_number (thing), ==, 14);
  g_assert_cmpuint (kist_thing_get_minutes (thing), ==, 45);
  g_assert_cmpstr (kist_thing_get_codes (thing)[0], ==, "workers-2024/2.3");
  g_assert_cmpuint (kist_document_get_root (kist_thing_get_intro (thing))->children->len, ==, 2);
  g_assert_cmpuint (kist_thing_get_n_steps (thing), ==, 3);

  step = kist_thing_get_step (thing, 0);
  text = kist_document_to_text (kist_step_get_document (step));
  g_assert_cmpint (kist_step_get_kind (step), ==, KIST_STEP_READ);
  g_assert_cmpstr (kist_step_get_id (step), ==, "what");
  g_assert_cmpstr (kist_step_get_title (step), ==, "What email is");
  g_assert_cmpuint (kist_step_get_minutes (step), ==, 7);
  g_assert_cmpuint (kist_step_get_line (step), ==, 13);
  g_assert_cmpstr (text, ==, "Text.\n\nInside\n\nMore.");

  step = kist_thing_lookup_step (thing, "talk");
  g_assert_cmpstr (kist_step_get_title (step), ==, "A talk");
  g_assert_cmpuint (kist_step_get_minutes (step), ==, 6);
  g_assert_null (kist_thing_lookup_step (thing, "absent"));
  g_assert_cmpint (kist_step_get_kind (kist_thing_get_step (thing, 2)), ==, KIST_STEP_WRITE);
}

static void
test_tasks_of_a_do_step_become_parts (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistThing) thing = parse (FRONT "## Do: Tidy (5 min) {#tidy}\n\nBefore.\n\n- [ ] Open *it* {#open}\n"
                                             "  - [ ] Inner {#inner}\n- plain\n- [x] Close {#close}\n\nAfter.\n",
                                       report);
  KistStep        *step = kist_thing_get_step (thing, 0);
  g_autofree char *text = kist_document_to_text (kist_step_get_document (step));

  g_assert_cmpuint (kist_step_get_n_parts (step), ==, 3);
  g_assert_cmpstr (kist_step_get_part (step, 0)->id, ==, "open");
  g_assert_cmpstr (kist_step_get_part (step, 0)->text, ==, "Open it");
  g_assert_cmpuint (kist_step_get_part (step, 0)->line, ==, 13);
  g_assert_cmpstr (kist_step_get_part (step, 1)->id, ==, "inner");
  g_assert_cmpstr (kist_step_get_part (step, 2)->id, ==, "close");
  g_assert_cmpstr (text, ==, "Before.\n\nplain\n\nAfter.");
}

static void
test_items_of_a_reflect_step_become_prompts (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistThing) thing =
      parse (FRONT "## Reflect: Look back (5 min) {#back}\n\nBefore.\n\n1. What now? {#now}\n\n"
                   "   Think of:\n\n   - one\n   - two\n2. What next? {#next}\n",
             report);
  KistStep        *step = kist_thing_get_step (thing, 0);
  g_autofree char *text = kist_document_to_text (kist_step_get_document (step));

  g_assert_cmpuint (kist_step_get_n_parts (step), ==, 2);
  g_assert_cmpstr (kist_step_get_part (step, 0)->text, ==, "What now?\n\nThink of:\n\none\ntwo");
  g_assert_cmpstr (kist_step_get_part (step, 1)->id, ==, "next");
  g_assert_cmpstr (text, ==, "Before.");
}

static void
test_a_link_to_a_scenario_quiz_or_scale_is_the_target (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistThing) thing =
      parse (FRONT "## Decide: A (5 min) {#a}\n\nFirst.\n\n[The request](../scenarios/a.twee)\n\n"
                   "## Check: B (5 min) {#b}\n\nAll [five](../quizzes/b.gift) of them.\n\n"
                   "## Rate: C (5 min) {#c}\n\n[x](https://x.org/y.yaml) [Me](../scales/c.yaml)\n",
             report);
  g_autofree char *decide = kist_document_to_text (kist_step_get_document (kist_thing_get_step (thing, 0)));
  g_autofree char *check = kist_document_to_text (kist_step_get_document (kist_thing_get_step (thing, 1)));

  g_assert_cmpstr (kist_step_get_target (kist_thing_get_step (thing, 0)), ==, "../scenarios/a.twee");
  g_assert_cmpstr (kist_step_get_target (kist_thing_get_step (thing, 1)), ==, "../quizzes/b.gift");
  g_assert_cmpstr (kist_step_get_target (kist_thing_get_step (thing, 2)), ==, "../scales/c.yaml");
  g_assert_cmpstr (decide, ==, "First.");
  g_assert_cmpstr (check, ==, "All five of them.");
}

/* Nor are the minutes before it missed, or an id made of it proposed. */
static void
test_a_broken_id_of_a_step_is_one_finding (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  g_assert_null (parse (FRONT "## Read: A (5 min) {#Big A}\n\nText.\n", report));
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
}

static void
test_missing_ids_and_minutes_are_noted_and_made (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistThing) thing =
      parse ("---\nid: a\ntitle: A\n---\n## Do: Look yourself up!\n\n- [ ] Search *your* name\n", report);
  KistStep *step = kist_thing_get_step (thing, 0);

  g_assert_cmpstr (kist_step_get_id (step), ==, "look-yourself-up");
  g_assert_cmpstr (kist_step_get_part (step, 0)->id, ==, "search-your-name");
  g_assert_cmpuint (kist_step_get_minutes (step), ==, 5);
  g_assert_cmpuint (kist_thing_get_minutes (thing), ==, 5);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_NOTE), ==, 3);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 0);
  g_assert_cmpstr (kist_report_get_finding (report, 0)->hint, ==,
                   "Add {#look-yourself-up} at the end of the line and never change it.");
}

static void
test_what_is_wrong_is_said_with_its_line (void)
{
  assert_error ("# Email\n", 1, "does not begin with front matter");
  assert_error ("---\nid: a\n", 1, "no end");
  assert_error ("---\ntitle: A\n---\n## Read: R (1 min) {#r}\n", 2, "no “id”");
  assert_error ("---\nid: A b\ntitle: A\n---\n## Read: R (1 min) {#r}\n", 2, "cannot be an id");
  assert_error ("---\nid: a\n---\n## Read: R (1 min) {#r}\n", 2, "no “title”");
  assert_error ("---\nid: a\ntitle: A\nnumber: five\n---\n## Read: R (1 min) {#r}\n", 4, "whole number");
  assert_error ("---\nid: a\ntitle: A\n---", 4, "no steps");
  assert_error (FRONT "Only this.\n", 9, "no steps");
  assert_error (FRONT "\n## Ponder: R (1 min) {#r}\n", 10, "“Ponder” is no kind");
  assert_error (FRONT "## Reading (1 min) {#r}\n", 9, "what kind of step");
  assert_error (FRONT "## Read: (1 min) {#r}\n", 9, "no title");
  assert_error (FRONT "## Read: R (0 min) {#r}\n", 9, "minutes");
  assert_error (FRONT "## Read: R (1 min) {#Not me}\n", 9, "id in this heading");
  assert_error (FRONT "## Read: R (1 min) {#r}\n\n## Write: W (1 min) {#r}\n", 11, "already");
  assert_error (FRONT "## Do: R (1 min) {#r}\n\n- [ ] a {#a}\n- [ ] b {#a}\n", 12, "already");
  assert_error (FRONT "## Do: R (1 min) {#r}\n\n- [ ] a {#A B}\n", 11, "id of this task");
  assert_error (FRONT "## Do: R (1 min) {#r}\n\n- not a task\n", 9, "nothing to tick");
  assert_error (FRONT "## Reflect: R (1 min) {#r}\n\nNo list.\n", 9, "nothing to answer");
  assert_error (FRONT "## Decide: R (1 min) {#r}\n\n[x](a.gift)\n", 9, "no link to a .twee");
}

static void
test_every_fault_is_said_at_once (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  g_assert_null (parse ("---\nid: A\ntitel: x\n---\n## Ponder: A\n\n## Decide: B\n", report));
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 4);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/thing/reads-front-matter-intro-and-steps", test_reads_front_matter_intro_and_steps);
  g_test_add_func ("/thing/tasks-of-a-do-step-become-parts", test_tasks_of_a_do_step_become_parts);
  g_test_add_func ("/thing/items-of-a-reflect-step-become-prompts", test_items_of_a_reflect_step_become_prompts);
  g_test_add_func ("/thing/a-link-to-a-scenario-quiz-or-scale-is-the-target",
                   test_a_link_to_a_scenario_quiz_or_scale_is_the_target);
  g_test_add_func ("/thing/a-broken-id-of-a-step-is-one-finding", test_a_broken_id_of_a_step_is_one_finding);
  g_test_add_func ("/thing/missing-ids-and-minutes-are-noted-and-made",
                   test_missing_ids_and_minutes_are_noted_and_made);
  g_test_add_func ("/thing/what-is-wrong-is-said-with-its-line", test_what_is_wrong_is_said_with_its_line);
  g_test_add_func ("/thing/every-fault-is-said-at-once", test_every_fault_is_said_at_once);
  return g_test_run ();
}
