#include "scenario/kist-scenario.h"
#include "scenario/twee/kist-twee-body.h"

#include <string.h>

/* Every passage but Start, with no findings of its own. */
#define REST "\n:: A [end]\nThe end.\n:: B [end]\nThe end.\n"

static KistScenario *
parse (const char *text, KistReport *report)
{
  return kist_scenario_parse_twee (text, "s.twee", report);
}

static const KistPassage *
start_of (KistScenario *scenario)
{
  return kist_scenario_get_passage (scenario, kist_scenario_get_start (scenario));
}

static const KistChoice *
choice_of (const KistPassage *passage, unsigned index)
{
  g_assert_cmpuint (index, <, passage->choices->len);
  return g_ptr_array_index (passage->choices, index);
}

static const char *
target_of (KistScenario *scenario, const KistChoice *choice)
{
  return kist_scenario_get_passage (scenario, choice->target)->name;
}

static void
test_reads_the_example_of_the_formats (void)
{
  static const char text[] = ":: StoryData\n"
                             "{ \"ifid\": \"D674C58C\", \"format\": \"Kist\", \"format-version\": \"1.0.0\",\n"
                             "  \"start\": \"Friday evening\", \"licence\": \"CC BY 4.0\",\n"
                             "  \"outcomes\": [\"person\", \"you\", \"colleagues\", \"trust\"] }\n"
                             "\n"
                             ":: Friday evening [decision]\n"
                             "A parent of a child in your room sends you a friend request.\n"
                             "\n"
                             "[[Accept it->Accepted]]\n"
                             "  set: boundary = boundary - 1\n"
                             "  outcome: trust -1, you -1\n"
                             "  feedback: They can now see your photos, and you theirs.\n"
                             "  code: workers-2024/2.8\n"
                             "[[Leave it and tell your manager on Monday->Told]]\n"
                             "  if: not visited(\"Rota\")\n"
                             "\n"
                             ":: Accepted [end]\nx\n:: Told [end reflect]\nx\n:: Rota\nx\n[[Accepted]]\n";
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = parse (text, report);
  const KistPassage *passage = start_of (scenario);
  const KistChoice  *accept = choice_of (passage, 0);
  const KistChoice  *leave = choice_of (passage, 1);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpstr (kist_scenario_get_ifid (scenario), ==, "D674C58C");
  g_assert_cmpstr (kist_scenario_get_title (scenario), ==, "s");
  g_assert_cmpstr (kist_scenario_get_outcomes (scenario)[3], ==, "trust");
  g_assert_cmpuint (kist_scenario_get_n_passages (scenario), ==, 4);
  g_assert_cmpuint (kist_scenario_count_endings (scenario), ==, 2);
  g_assert_cmpstr (passage->name, ==, "Friday evening");
  g_assert_cmpuint (passage->tags, ==, KIST_PASSAGE_DECISION);
  g_assert_cmpuint (passage->line, ==, 6);
  g_assert_cmpstr (passage->text, ==, "A parent of a child in your room sends you a friend request.");
  g_assert_cmpuint (passage->choices->len, ==, 2);
  g_assert_cmpstr (accept->text, ==, "Accept it");
  g_assert_cmpstr (target_of (scenario, accept), ==, "Accepted");
  g_assert_cmpuint (accept->line, ==, 9);
  g_assert_cmpuint (accept->assignments->len, ==, 1);
  g_assert_cmpuint (accept->outcomes->len, ==, 2);
  g_assert_cmpuint (g_array_index (accept->outcomes, KistOutcomeChange, 0).bar, ==, 3);
  g_assert_cmpint (g_array_index (accept->outcomes, KistOutcomeChange, 1).change, ==, -1);
  g_assert_cmpstr (accept->feedback, ==, "They can now see your photos, and you theirs.");
  g_assert_cmpstr (accept->codes[0], ==, "workers-2024/2.8");
  g_assert_null (accept->condition);
  g_assert_nonnull (leave->condition);
  g_assert_null (leave->feedback);
}

static void
test_splits_a_link_by_the_rules_of_twee (void)
{
  static const struct
  {
    const char *inside;
    const char *text;
    const char *target;
  } cases[] = {
    { "A", "A", "A" },
    { " A ", "A", "A" },
    { "Go->A", "Go", "A" },
    { " Go -> A ", "Go", "A" },
    { "a->b->A", "a->b", "A" },
    { "A<-Go", "Go", "A" },
    { "A<-b<-c", "b<-c", "A" },
    { "Go|A", "Go", "A" },
    { "a|b|A", "a|b", "A" },
    { "a|b->A", "a|b", "A" },
    { "a<-b->A", "a<-b", "A" },
    { "A<-b|c", "b|c", "A" },
    { "a\\->b", "a->b", "a->b" },
    { "a\\|b|A", "a|b", "A" },
    { "a \\] b->A", "a ] b", "A" },
    { "->A", "", "A" },
    { "Go->", "Go", "" },
    { "", "", "" },
    { "\\", "\\", "\\" },
    { "é->ü", "é", "ü" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *target = NULL;

      kist_twee_body_split_link (cases[i].inside, strlen (cases[i].inside), &text, &target);
      g_test_message ("%s", cases[i].inside);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (target, ==, cases[i].target);
    }
}

static void
test_narrative_is_what_is_neither_link_nor_key (void)
{
  static const struct
  {
    const char *body;
    const char *text;
    unsigned    n_choices;
  } cases[] = {
    { "One.\n[[A]]\n", "One.", 1 },
    { "One.\n\n[[A]]\n\n[[B]]\n\nTwo.\n", "One.\n\nTwo.", 2 },
    { "You [[ask her->A]] or [[wait|B]].\n", "You ask her or wait.", 2 },
    { "[[A]] [[B]]\n", "", 2 },
    { "  [[A]]\n", "", 1 },
    { "One.\n[[A]]\n  score: 1\nTwo.\n", "One.\nTwo.", 1 },
    { "A \\[[no link]]\n[[A]]", "A \\[[no link]]", 1 },
    { "\\:: no header\n[[A]]", "\\:: no header", 1 },
    { " :: no header\n[[A]]", " :: no header", 1 },
    { "    Time: five o'clock\n[[A]]", "    Time: five o'clock", 1 },
    { "[[A]]\nTime: five o'clock", "Time: five o'clock", 1 },
    { "[[A]]\nProse\n  Time: five o'clock", "Prose\n  Time: five o'clock", 1 },
    { "\\\\[[A]]", "\\\\A", 1 },
    { "[[A]]\n  feedback: x\n  Prose.", "  Prose.", 1 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (":: Start\n", cases[i].body, REST, NULL);
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = parse (text, report);

      g_test_message ("%s", cases[i].body);
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
      g_assert_cmpstr (start_of (scenario)->text, ==, cases[i].text);
      g_assert_cmpuint (start_of (scenario)->choices->len, ==, cases[i].n_choices);
    }
}

static void
test_keys_belong_to_the_last_link_above (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = parse (":: Start\n"
                                             "Either [[A]] or [[B]].\n"
                                             "\tscore: +3\n"
                                             "\n"
                                             "  once: true\n"
                                             "  set: a = 1\n"
                                             "  set: b = a == 1 and not false\n"
                                             "  code: c/1, c/2\n"
                                             "  code: c/3\n"
                                             "[[Back->A]]\n"
                                             "  score: \xe2\x88\x92"
                                             "4\n" REST,
                                             report);
  const KistChoice *first = choice_of (start_of (scenario), 0);
  const KistChoice *last = choice_of (start_of (scenario), 1);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpint (first->score, ==, 0);
  g_assert_cmpint (last->score, ==, 3);
  g_assert_true (last->is_once && !first->is_once);
  g_assert_cmpuint (last->assignments->len, ==, 2);
  g_assert_cmpstr (((KistAssignment *)last->assignments->pdata[1])->variable, ==, "b");
  g_assert_cmpuint (g_strv_length (last->codes), ==, 3);
  g_assert_cmpstr (last->codes[2], ==, "c/3");
  g_assert_cmpint (choice_of (start_of (scenario), 2)->score, ==, -4);
}

/* As word processors write the blanks that somebody indents with. */
static void
test_an_indent_may_be_of_no_break_spaces (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario =
      parse (":: Start\n[[Go->A]]\n\xc2\xa0\xc2\xa0score: 3\n\xc2\xa0 feedback: So\n\xc2\xa0\xc2\xa0\xc2\xa0it "
             "goes.\n" REST,
             report);
  const KistChoice *go = choice_of (start_of (scenario), 0);

  g_assert_cmpint (go->score, ==, 3);
  g_assert_cmpstr (go->feedback, ==, "So it goes.");
  g_assert_cmpstr (start_of (scenario)->text, ==, "");
}

static void
test_feedback_goes_on_on_more_indented_lines (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = parse (":: Start\n[[A]]\n  feedback: One,\n    two: two,\n\tthree.\n  score: 2\n"
                                             "[[B]]\n  feedback: Four.\nProse.\n" REST,
                                             report);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpstr (choice_of (start_of (scenario), 0)->feedback, ==, "One, two: two, three.");
  g_assert_cmpint (choice_of (start_of (scenario), 0)->score, ==, 2);
  g_assert_cmpstr (choice_of (start_of (scenario), 1)->feedback, ==, "Four.");
  g_assert_cmpstr (start_of (scenario)->text, ==, "Prose.");
}

static void
test_reads_headers_with_escapes_tags_and_metadata (void)
{
  static const struct
  {
    const char *header;
    const char *name;
    unsigned    tags;
  } cases[] = {
    { "::Start", "Start", 0 },
    { "::   The start  ", "The start", 0 },
    { ":: a \\[b\\] \\{c\\} \\\\", "a [b] {c} \\", 0 },
    { ":: a [info  reflect]", "a", KIST_PASSAGE_INFO | KIST_PASSAGE_REFLECT },
    { ":: a[info]", "a", KIST_PASSAGE_INFO },
    { ":: a []", "a", 0 },
    { ":: a {\"position\":\"600,400\",\"size\":\"100,200\"}", "a", 0 },
    { ":: a [info] {\"position\":\"600,400\"}", "a", KIST_PASSAGE_INFO },
    { ":: a -> b | c", "a -> b | c", 0 },
    { ":::: a", ":: a", 0 },
    { ":: script", "script", 0 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].header, "\n[[A]]\n:: Start [end]\nx\n" REST, NULL);
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = parse (i == 0 ? text + strlen ("::Start\n[[A]]\n") : text, report);
      const KistPassage *passage;

      g_test_message ("%s", cases[i].header);
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
      passage = kist_scenario_get_passage (scenario, 0);
      g_assert_cmpstr (passage->name, ==, cases[i].name);
      g_assert_cmpint (kist_scenario_lookup (scenario, cases[i].name), ==, 0);
      if (i > 0)
        g_assert_cmpuint (passage->tags, ==, cases[i].tags);
    }
}

static void
test_any_line_ending_and_a_mark_at_the_beginning_will_do (void)
{
  const char *texts[] = {
    ":: Start\nOne.\nTwo.\n[[A]]\n:: A [end]\nx\n",
    "\xef\xbb\xbf:: Start\r\nOne.\r\nTwo.\r\n[[A]]\r\n:: A [end]\r\nx\r\n",
    ":: Start\rOne.\rTwo.\r[[A]]\r:: A [end]\rx",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = parse (texts[i], report);

      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
      g_assert_cmpstr (start_of (scenario)->text, ==, "One.\nTwo.");
      g_assert_cmpuint (choice_of (start_of (scenario), 0)->line, ==, 4);
    }
}

static void
test_start_and_title_come_from_the_story_passages (void)
{
  static const struct
  {
    const char *story;
    const char *start;
    const char *title;
  } cases[] = {
    { "", "Start", "s" },
    { ":: StoryTitle\n  The request \n\nmore\n", "Start", "The request" },
    { ":: StoryData\n{\"start\": \"A\", \"title\": \"From data\"}\n", "A", "From data" },
    { ":: StoryData\n{\"title\": \"From data\"}\n:: StoryTitle\nFrom title\n", "Start", "From title" },
    { ":: StoryData\n{\"start\": \"B\", \"zoom\": 1, \"tag-colors\": {\"end\": \"red\"}, \"authors\": []}\n", "B",
      "s" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].story, ":: Start\n[[A]]\n" REST, NULL);
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = parse (text, report);

      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
      g_assert_cmpstr (start_of (scenario)->name, ==, cases[i].start);
      g_assert_cmpstr (kist_scenario_get_title (scenario), ==, cases[i].title);
      g_assert_cmpuint (kist_scenario_get_n_passages (scenario), ==, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/twee/reads-the-example-of-the-formats", test_reads_the_example_of_the_formats);
  g_test_add_func ("/twee/splits-a-link-by-the-rules-of-twee", test_splits_a_link_by_the_rules_of_twee);
  g_test_add_func ("/twee/narrative-is-what-is-neither-link-nor-key", test_narrative_is_what_is_neither_link_nor_key);
  g_test_add_func ("/twee/keys-belong-to-the-last-link-above", test_keys_belong_to_the_last_link_above);
  g_test_add_func ("/twee/an-indent-may-be-of-no-break-spaces", test_an_indent_may_be_of_no_break_spaces);
  g_test_add_func ("/twee/feedback-goes-on-on-more-indented-lines", test_feedback_goes_on_on_more_indented_lines);
  g_test_add_func ("/twee/reads-headers-with-escapes-tags-and-metadata",
                   test_reads_headers_with_escapes_tags_and_metadata);
  g_test_add_func ("/twee/any-line-ending-and-a-mark-at-the-beginning-will-do",
                   test_any_line_ending_and_a_mark_at_the_beginning_will_do);
  g_test_add_func ("/twee/start-and-title-come-from-the-story-passages",
                   test_start_and_title_come_from_the_story_passages);
  return g_test_run ();
}
