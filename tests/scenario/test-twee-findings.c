#include "base/kist-text.h"
#include "scenario/kist-scenario.h"
#include "scenario/twee/kist-twee-section.h"

#include <string.h>

/* Every passage but Start, with no findings of its own. */
#define REST "\n:: A [end]\nThe end.\n:: B [end]\nThe end.\n"
#define DEEP "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]" /* 17 levels */

static KistScenario *
parse (const char *text, KistReport *report)
{
  return kist_scenario_parse_twee (text, "s.twee", report);
}

static gboolean
is_said (KistReport *report, unsigned line, unsigned column, KistSeverity severity, const char *part)
{
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);
      g_autofree char   *text = kist_finding_to_string (finding);

      g_test_message ("%s", text);
      g_assert_nonnull (finding->hint);
      if (finding->line == line && finding->column == column && finding->severity == severity &&
          strstr (finding->message, part))
        return TRUE;
    }
  return FALSE;
}

static const KistPassage *
start_of (KistScenario *scenario)
{
  return kist_scenario_get_passage (scenario, kist_scenario_get_start (scenario));
}

/* What StoryData would have said is not missed again at every choice. */
static void
test_broken_story_data_is_said_once (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (
      ":: StoryData\n{\"outcomes\": [\"trust\"}\n:: Start\n[[A]]\n  outcome: trust +1" REST, "s.twee", report);

  g_assert_nonnull (scenario);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  g_assert_true (is_said (report, 2, 22, KIST_SEVERITY_WARNING, "StoryData"));
  g_assert_null (kist_scenario_get_outcomes (scenario)[0]);
}

static void
test_what_can_be_played_is_kept_and_the_rest_is_said (void)
{
  static const struct
  {
    const char  *text;
    unsigned     line;
    unsigned     column;
    KistSeverity severity;
    const char  *said;
  } cases[] = {
    { "hello\n:: Start\n[[A]]" REST, 1, 1, KIST_SEVERITY_WARNING, "before the first" },
    { ":: Start {broken\n[[A]]" REST, 1, 10, KIST_SEVERITY_WARNING, "cannot be read" },
    { ":: Start {\"a\":1,}\n[[A]]" REST, 1, 10, KIST_SEVERITY_WARNING, "cannot be read" },
    { ":: Start {\"a\":" DEEP "}\n[[A]]" REST, 1, 10, KIST_SEVERITY_WARNING, "cannot be read" },
    { ":: Start [info\n[[A]]" REST, 1, 10, KIST_SEVERITY_WARNING, "not closed" },
    { ":: Start [info] x\n[[A]]" REST, 1, 17, KIST_SEVERITY_WARNING, "behind the tags" },
    { ":: Start [ende]\n[[A]]" REST, 1, 11, KIST_SEVERITY_WARNING, "“ende”" },
    { ":: Start\n[[A]]\n::\nx" REST, 3, 1, KIST_SEVERITY_ERROR, "no name" },
    { ":: Start\n[[A]]\n:: Start\nx" REST, 3, 1, KIST_SEVERITY_ERROR, "line 1" },
    { ":: Start\n[[A]]\n:: Look [stylesheet]\nx" REST, 3, 1, KIST_SEVERITY_NOTE, "style sheet “Look”" },
    { ":: Start\n[[A]]\n:: Run [script]\nx" REST, 3, 1, KIST_SEVERITY_NOTE, "script “Run”" },
    { ":: StoryData\n{\n\"start\"\n}\n:: Start\n[[A]]" REST, 3, 8, KIST_SEVERITY_WARNING, "StoryData" },
    { ":: StoryData\n{\n\"zoom\":\n" DEEP "}\n:: Start\n[[A]]" REST, 4, 1, KIST_SEVERITY_WARNING, "StoryData" },
    { ":: StoryData\n[]\n:: Start\n[[A]]" REST, 1, 1, KIST_SEVERITY_WARNING, "StoryData" },
    { ":: StoryData\n{}\n:: StoryData\n{}\n:: Start\n[[A]]" REST, 3, 1, KIST_SEVERITY_WARNING, "second StoryData" },
    { ":: StoryData\n{\"start\": 3}\n:: Start\n[[A]]" REST, 2, 2, KIST_SEVERITY_WARNING, "“start”" },
    { ":: StoryData\n{\"outcomes\": \"a\"}\n:: Start\n[[A]]" REST, 2, 2, KIST_SEVERITY_ERROR, "not a list" },
    { ":: StoryData\n{\"outcomes\": [\"a\", \"a\"]}\n:: Start\n[[A]]" REST, 2, 2, KIST_SEVERITY_WARNING, "twice" },
    { ":: StoryData\n{\"outcomes\": [\"a,b\"]}\n:: Start\n[[A]]" REST, 2, 2, KIST_SEVERITY_ERROR, "not a name" },
    { ":: StoryData\n{\"scoring\": \"most\"}\n:: Start\n[[A]]" REST, 2, 2, KIST_SEVERITY_WARNING, "“most”" },
    { ":: Start\n[[->A]]" REST, 2, 1, KIST_SEVERITY_WARNING, "no text" },
    { ":: Start\n[[A]]\n[[open" REST, 3, 1, KIST_SEVERITY_WARNING, "not closed" },
    { ":: Start\n[[A]]\n  sett: x = 1" REST, 3, 3, KIST_SEVERITY_WARNING, "“sett”" },
    { ":: Start\n  score: 1\n[[A]]" REST, 2, 3, KIST_SEVERITY_WARNING, "no link above" },
    { ":: Start\n[[A]]\n  score: 1\n    2" REST, 4, 5, KIST_SEVERITY_WARNING, "feedback" },
    { ":: Start\n[[A]]\n  score: much" REST, 3, 10, KIST_SEVERITY_ERROR, "whole number" },
    { ":: Start\n[[A]]\n  score: 9223372036854775808" REST, 3, 10, KIST_SEVERITY_ERROR, "whole number" },
    { ":: Start\n[[A]]\n  score:" REST, 3, 9, KIST_SEVERITY_ERROR, "nothing follows" },
    { ":: Start\n[[A]]\n  score: 1\n  score: 1" REST, 4, 3, KIST_SEVERITY_ERROR, "second time" },
    { ":: Start\n[[A]]\n  once: yes" REST, 3, 9, KIST_SEVERITY_ERROR, "neither" },
    { ":: Start\n[[A]]\n  outcome: trust -1" REST, 3, 12, KIST_SEVERITY_ERROR, "“trust”" },
    { ":: Start\n[[A]]\n  outcome: trust" REST, 3, 12, KIST_SEVERITY_ERROR, "bar +1" },
    { ":: StoryData\n{\"outcomes\": [\"a\"]}\n:: Start\n[[A]]\n"
      "  outcome: a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1,a+1" REST,
      5, 92, KIST_SEVERITY_ERROR, "more than 20 changes" },
    { ":: Start\n[[A]]\n  outcome: -1" REST, 3, 12, KIST_SEVERITY_ERROR, "bar +1" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = parse (cases[i].text, report);

      g_test_message ("%s", cases[i].text);
      g_assert_true (is_said (report, cases[i].line, cases[i].column, cases[i].severity, cases[i].said));
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
      g_assert_nonnull (scenario);
      g_assert_cmpuint (kist_scenario_get_n_passages (scenario), ==, 3);
      g_assert_cmpuint (start_of (scenario)->choices->len, ==, 1);
    }
}

static void
test_what_cannot_be_played_is_refused_with_a_place (void)
{
  static const struct
  {
    const char *text;
    unsigned    line;
    unsigned    column;
    const char *said;
  } cases[] = {
    { "", 0, 0, "no passage" },
    { "\n\n", 0, 0, "no passage" },
    { ":: StoryTitle\nA title\n", 0, 0, "no passage" },
    { ":: A [end]\nx", 0, 0, "“Start”" },
    { "\n:: StoryData\n{\"start\": \"B\"}\n:: Start [end]\nx", 3, 2, "“B”" },
    { ":: Start\n[[Go->Nowhere]]", 2, 1, "“Nowhere”" },
    { ":: Start\n[[Go->]]", 2, 1, "“”" },
    { ":: Start\n[[Go->StoryData]]\n:: StoryData\n{}", 2, 1, "“StoryData”" },
    { ":: Start\n[[Start]]\n  if: x = 1", 3, 9, "column 9" },
    { ":: Start\n[[Start]]\n  set: x = 1 +", 3, 15, "column 15" },
    { ":: Start\n[[Start]]\n  set: x", 3, 8, "name = value" },
    { ":: Start\n[[Start]]\n  set: x == 1", 3, 8, "name = value" },
    { ":: Start\n[[Start]]\n  set: true = 1", 3, 8, "name = value" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();

      g_test_message ("%s", cases[i].text);
      g_assert_null (parse (cases[i].text, report));
      g_assert_true (is_said (report, cases[i].line, cases[i].column, KIST_SEVERITY_ERROR, cases[i].said));
    }
}

static void
test_every_fault_is_said_and_not_only_the_first (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  g_assert_null (parse (":: Start\n[[Go->Nowhere]]\n  if: (\n  score: x\n[[Start]]\n  wrong: 1\n", report));
  g_assert_true (is_said (report, 2, 1, KIST_SEVERITY_ERROR, "“Nowhere”"));
  g_assert_true (is_said (report, 3, 8, KIST_SEVERITY_ERROR, "“if”"));
  g_assert_true (is_said (report, 4, 10, KIST_SEVERITY_ERROR, "“score”"));
  g_assert_true (is_said (report, 6, 3, KIST_SEVERITY_WARNING, "“wrong”"));
}

static void
test_caps_end_what_is_too_large (void)
{
  g_autofree char *large = g_strnfill (KIST_TEXT_MAX_BYTES + 1, 'x');
  g_autofree char *line = g_strnfill (KIST_TWEE_MAX_LINE + 1, 'x');
  g_autofree char *with_line = g_strconcat (":: Start [end]\n", line, NULL);
  g_autoptr (GString) choices = g_string_new (":: Start\n");
  g_autoptr (GString) passages = g_string_new (":: Start [end]\nx\n");
  g_autoptr (KistReport) report = kist_report_new ();

  for (unsigned i = 0; i <= KIST_SCENARIO_MAX_CHOICES; i++)
    g_string_append_printf (choices, "[[%u->Start]]\n", i);
  for (unsigned i = 0; i < KIST_SCENARIO_MAX_PASSAGES; i++)
    g_string_append_printf (passages, ":: %u\n", i);
  g_assert_null (parse (large, report));
  g_assert_true (is_said (report, 0, 0, KIST_SEVERITY_ERROR, "larger"));
  g_assert_null (parse (with_line, report));
  g_assert_true (is_said (report, 2, 32769, KIST_SEVERITY_ERROR, "longer"));
  g_assert_null (parse (choices->str, report));
  g_assert_true (is_said (report, 102, 1, KIST_SEVERITY_ERROR, "more than 100"));
  g_assert_null (parse (passages->str, report));
  g_assert_true (is_said (report, 0, 0, KIST_SEVERITY_ERROR, "too many"));
}

/* Each of these once took time that grows with the square of its length, or as much stack. */
static void
test_hostile_repetition_is_read_in_reasonable_time (void)
{
  const char *units[] = { "\n",
                          "[[",
                          "[[A]]",
                          "\\",
                          "::\n",
                          ":: {\n",
                          "[[Start]]\n  code: x\n",
                          "  code: x\n",
                          "    x\n",
                          "[[Start]]\n  outcome: a 1,b 2,,,\n",
                          ":: a [b b b b]\n",
                          "[[a|",
                          "{\"a\":",
                          "[",
                          "  feedback: x\n",
                          "- ",
                          "  set: a = a\n" };
  const char *heads[] = { ":: Start\n", ":: Start\n[[Start]]\n  feedback: x\n", ":: StoryData\n" };

  for (unsigned i = 0; i < G_N_ELEMENTS (units); i++)
    for (unsigned j = 0; j < G_N_ELEMENTS (heads); j++)
      {
        g_autoptr (KistReport) report = kist_report_new ();
        g_autoptr (KistScenario) scenario = NULL;
        g_autoptr (GString) text = g_string_new (heads[j]);

        while (text->len < (strchr (units[i], '\n') ? KIST_TEXT_MAX_BYTES / 12 : KIST_TWEE_MAX_LINE - 50))
          g_string_append (text, units[i]);
        scenario = parse (text->str, report);
        if (scenario)
          kist_scenario_check (scenario, report);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/twee-findings/broken-story-data-is-said-once", test_broken_story_data_is_said_once);
  g_test_add_func ("/twee-findings/what-can-be-played-is-kept-and-the-rest-is-said",
                   test_what_can_be_played_is_kept_and_the_rest_is_said);
  g_test_add_func ("/twee-findings/what-cannot-be-played-is-refused-with-a-place",
                   test_what_cannot_be_played_is_refused_with_a_place);
  g_test_add_func ("/twee-findings/every-fault-is-said-and-not-only-the-first",
                   test_every_fault_is_said_and_not_only_the_first);
  g_test_add_func ("/twee-findings/caps-end-what-is-too-large", test_caps_end_what_is_too_large);
  g_test_add_func ("/twee-findings/hostile-repetition-is-read-in-reasonable-time",
                   test_hostile_repetition_is_read_in_reasonable_time);
  return g_test_run ();
}
