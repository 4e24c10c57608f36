#include "scenario/kist-scenario.h"

#include <string.h>

/* One sentence of 52 words. */
#define HARD                                                                                                           \
  "Notwithstanding considerable organisational difficulties concerning individual confidentiality the "                \
  "multidisciplinary "                                                                                                 \
  "professional responsibilities of every participating organisation necessitate comprehensive documentation, and "    \
  "the "                                                                                                               \
  "accompanying administrative arrangements, which nobody in particular originally recommended, are an additional "    \
  "complication that the manager of the service and those who work there carry on from one day into the next."
#define END ":: End [end]\nThe end.\n"

static void
test_a_sound_scenario_has_no_findings (void)
{
  const char *cases[] = {
    ":: Start [end]\nThe end.\n",
    ":: Start\nx\n[[End]]\n" END,
    ":: Start\nx\n[[Round->Start]]\n  set: a = a + 1\n[[End]]\n  if: a > 2\n" END,
    /* One of two opposites always holds. */
    ":: Start\nx\n[[Go->Start]]\n  if: a < 1\n  set: a = 1\n[[Go->End]]\n  if: a >= 1\n" END,
    ":: Start\nx\n[[Look->Start]]\n  once: true\n[[One->End]]\n  if: visited(\"Start\") > 1\n"
    "[[Two->End]]\n  if: not (visited(\"Start\") > 1)\n" END,
    /* Of the three ways on there is always one. */
    ":: Start\nx\n[[One->Fork]]\n  set: a = a + 1\n[[Two->Fork]]\n  set: a = a - 1\n"
    ":: Fork\nx\n[[Less->End]]\n  if: a < 1\n[[Same->Start]]\n  if: a == 1\n[[More->End]]\n  if: a > 1\n" END,
    /* A variable that decides which of two holds was set on every way there. */
    ":: Start\nx\n[[One->Fork]]\n  set: way = 1\n[[Two->Fork]]\n  set: way = 2\n"
    ":: Fork\nx\n[[Left->End]]\n  if: way == 1\n[[Right->End]]\n  if: way == 2\n" END,
    /* Counting on for ever is no new state. */
    ":: Start\nx\n[[Wait->Start]]\n  set: a = a + 1\n[[End]]\n  if: visited(\"Start\") > 3 and a > 2\n" END,
    /* The same words, but never two buttons that are sure to be there together. */
    ":: Start\nx\n[[Look->Start]]\n  once: true\n[[Go->End]]\n[[Go->End]]\n  if: visited(\"Start\") > 1\n" END,
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (cases[i], "s.twee", report);

      kist_scenario_check (scenario, report);
      for (unsigned j = 0; j < kist_report_get_n_findings (report); j++)
        {
          g_autofree char *text = kist_finding_to_string (kist_report_get_finding (report, j));

          g_test_message ("%s", text);
        }
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
    }
}

static const struct
{
  const char  *text;
  unsigned     line;
  unsigned     column;
  KistSeverity severity;
  const char  *said;
} faults[] = {
  { ":: Start\nx\n[[End]]\n" END ":: Lost\nx\n[[End]]\n", 6, 1, KIST_SEVERITY_WARNING, "No choice leads to “Lost”" },
  { ":: Start [end]\nx\n[[More]]\n:: More [end]\nx\n", 1, 1, KIST_SEVERITY_WARNING, "never offered" },
  { ":: Start [end]\nx\n[[More]]\n:: More [end]\nx\n", 4, 1, KIST_SEVERITY_WARNING, "No choice leads to “More”" },
  { ":: Start\nx\n[[End]]\n[[Stuck]]\n:: Stuck\nx\n" END, 5, 1, KIST_SEVERITY_ERROR, "dead end" },
  { ":: Start\nx\n[[Start]]\n", 0, 0, KIST_SEVERITY_ERROR, "no ending" },
  { ":: Start\nx\n[[End]]\n[[Loop]]\n:: Loop\nx\n[[Back->Loop]]\n" END, 5, 1, KIST_SEVERITY_WARNING,
    "no ending can be" },
  { ":: Start\nx\n[[End]]\n[[On->Hall]]\n:: Hall\nx\n[[Stuck]]\n:: Stuck\nx\n" END, 5, 1, KIST_SEVERITY_WARNING,
    "From “Hall” no ending can be" },
  { ":: Start\nx\n[[Go->End]]\n[[End]]\n  if: bravery > 1\n" END, 5, 7, KIST_SEVERITY_WARNING,
    "“bravery” is asked for" },
  { ":: Start\nx\n[[End]]\n  set: a = 1\n" END, 4, 8, KIST_SEVERITY_NOTE, "“a” is set but never" },
  { ":: Start\nx\n[[Go->End]]\n[[End]]\n  if: visited(\"Roat\")\n" END, 5, 15, KIST_SEVERITY_ERROR,
    "visited(\"Roat\")" },
  { ":: Start\nx\n[[End]]\n  if: visited(\"End\")\n" END, 1, 1, KIST_SEVERITY_ERROR, "at the very start" },
  { ":: Start\nx\n[[Look->Start]]\n  once: true\n[[End]]\n  if: visited(\"Start\") == 1\n" END, 1, 1,
    KIST_SEVERITY_ERROR, "nobody can go on: after “Look”" },
  { ":: Start\nx\n[[Up->Hall]]\n  set: a = a + 1\n[[Down->Hall]]\n  set: a = a - 1\n"
    ":: Hall\nx\n[[Back->Start]]\n  if: a < 3 and a > 0\n[[Out->End]]\n  if: a < 0\n" END,
    7, 1, KIST_SEVERITY_ERROR, "after “Up”, “Back”, “Down”" },
  { ":: Start\nx\n[[On->Start]]\n  set: a = a + 1\n  if: a < 9\n[[Out->End]]\n  if: a < 9\n" END, 1, 1,
    KIST_SEVERITY_ERROR, "after … “On”, “On”, “On”, “On”, “On”" },
  { ":: Start\nx\n[[Go->End]]\n[[Late]]\n  if: a > 1\n  set: a = 1\n:: Late [end]\nx\n" END, 7, 1,
    KIST_SEVERITY_WARNING, "ends at “Late”" },
  { ":: Start\nx\n[[End]]\n[[Grow->Start]]\n  set: a = 2 + a * 4611686018427387904\n" END, 4, 1, KIST_SEVERITY_ERROR,
    "“Grow” cannot be chosen after “Grow”" },
  /* Conditions that say nothing. */
  { ":: Start\nx\n[[Go->End]]\n  set: a = 1\n[[More->End]]\n  if: a > 1\n" END, 6, 7, KIST_SEVERITY_WARNING,
    "never holds, so “More”" },
  { ":: Start\nx\n[[Go->End]]\n[[More->End]]\n  if: 2 < 1\n" END, 5, 7, KIST_SEVERITY_WARNING, "never holds" },
  { ":: Start\nx\n[[Go->End]]\n  if: visited(\"Start\")\n" END, 4, 7, KIST_SEVERITY_NOTE, "always holds, so “Go”" },
  { ":: Start\nx\n[[On->Hall]]\n  set: a = 3\n:: Hall\nx\n[[Go->End]]\n  if: a == 3\n" END, 8, 7, KIST_SEVERITY_NOTE,
    "always holds" },
  /* One wrong choice, and there is no way to an ending any more. */
  { ":: Start\nx\n[[Lie->Hall]]\n  set: lie = 1\n[[Tell->Hall]]\n:: Hall\nx\n[[Again->Hall]]\n"
    "[[Out->End]]\n  if: not lie\n" END,
    6, 1, KIST_SEVERITY_WARNING, "“Hall” on one can go round for ever and comes to no ending: after “Lie”" },
  { ":: Start\nx\n[[Lie->Hall]]\n  set: lie = 1\n[[Tell->Hall]]\n:: Hall\nx\n[[Cellar]]\n[[Out->End]]\n"
    "  if: not lie\n:: Cellar\nx\n[[Up->Hall]]\n  if: not lie\n" END,
    6, 1, KIST_SEVERITY_WARNING, "In “Hall” no ending can be reached any more, whatever is chosen: after “Lie”" },
  { ":: Start [decision]\nx\n[[Go->End]] or [[Wait->End]]\n  feedback: It was late.\n" END, 3, 1, KIST_SEVERITY_NOTE,
    "about what “Go” leads to" },
  { ":: Start\n\n" HARD "\n[[End]]\n" END, 3, 1, KIST_SEVERITY_NOTE, "“Start” reads like grade 37: 52 words" },
  { ":: Start\nx\n[[Go->End]]\n[[Go->Start]]\n" END, 4, 1, KIST_SEVERITY_WARNING, "say “Go”" },
  { ":: Start\n[[End]]\n" END, 1, 1, KIST_SEVERITY_WARNING, "no text" },
  { ":: Start\nx\n[[Go->End]]\n[[End]]\n  if: 9223372036854775807 + visited(\"Start\")\n" END, 5, 7,
    KIST_SEVERITY_ERROR, "cannot be counted" },
};

static void
test_says_what_an_author_would_rather_hear_early (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (faults[i].text, "s.twee", report);
      gboolean is_said = FALSE;

      g_test_message ("%s", faults[i].text);
      kist_scenario_check (scenario, report);
      for (unsigned j = 0; j < kist_report_get_n_findings (report); j++)
        {
          const KistFinding *finding = kist_report_get_finding (report, j);
          g_autofree char   *text = kist_finding_to_string (finding);

          g_test_message ("%s", text);
          g_assert_cmpstr (finding->file, ==, "s.twee");
          g_assert_nonnull (finding->hint);
          is_said = is_said || (finding->line == faults[i].line && finding->column == faults[i].column &&
                                finding->severity == faults[i].severity && strstr (finding->message, faults[i].said));
        }
      g_assert_true (is_said);
    }
}

/* A hub that offers each of many rooms once has more states than anyone can try. */
static void
test_says_when_not_every_way_was_tried (void)
{
  g_autoptr (GString) text = g_string_new (":: Start\nx\n[[End]]\n");
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = NULL;

  for (unsigned i = 0; i < 20; i++)
    g_string_append_printf (text, "[[Room %u->Start]]\n  once: true\n", i);
  g_string_append (text, END);
  scenario = kist_scenario_parse_twee (text->str, "s.twee", report);
  kist_scenario_check (scenario, report);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_NOTE);
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "too many ways"));
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "choices deep, with 2 of 2 passages"));
}

/* Size alone is no reason to give up. */
static void
test_tries_every_way_through_five_thousand_passages (void)
{
  g_autoptr (GString) text = g_string_new (":: StoryData\n{\"start\": \"0\"}\n");
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = NULL;

  for (unsigned i = 0; i < 4999; i++)
    g_string_append_printf (text, ":: %u\nx\n[[On->%u]]\n[[Leap->%u]]\n", i, i + 1, MIN (i + 2, 4999));
  g_string_append (text, ":: 4999 [end]\nx\n");
  scenario = kist_scenario_parse_twee (text->str, "s.twee", report);
  kist_scenario_check (scenario, report);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
}

static void
test_one_fault_is_one_finding (void)
{
  static const struct
  {
    const char *text;
    unsigned    n_findings;
  } cases[] = {
    { ":: Start\nx\n[[Start]]\n", 1 },
    { ":: Start\nx\n[[End]]\n" END ":: Lost [end]\nx\n", 1 },
    { ":: Start\nx\n[[End]]\n[[Stuck]]\n:: Stuck\nx\n" END, 1 },
    { ":: Start\nx\n[[Go->End]]\n[[End]]\n  if: a + a\n[[Or->End]]\n  if: a\n" END, 1 },
    { ":: Start\nx\n[[Lie->Hall]]\n  set: lie = 1\n[[Tell->Hall]]\n:: Hall\nx\n[[Again->Yard]]\n"
      "[[Out->End]]\n  if: not lie\n:: Yard\nx\n[[Back->Hall]]\n" END,
      1 },
    { ":: Start\nx\n[[Wait->Start]]\n[[Hall]]\n:: Hall\nx\n[[End]]\n  if: visited(\"Start\") > 2\n" END, 1 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (cases[i].text, "s.twee", report);

      kist_scenario_check (scenario, report);
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, cases[i].n_findings);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/scenario-check/a-sound-scenario-has-no-findings", test_a_sound_scenario_has_no_findings);
  g_test_add_func ("/scenario-check/says-what-an-author-would-rather-hear-early",
                   test_says_what_an_author_would_rather_hear_early);
  g_test_add_func ("/scenario-check/says-when-not-every-way-was-tried", test_says_when_not_every_way_was_tried);
  g_test_add_func ("/scenario-check/tries-every-way-through-five-thousand-passages",
                   test_tries_every_way_through_five_thousand_passages);
  g_test_add_func ("/scenario-check/one-fault-is-one-finding", test_one_fault_is_one_finding);
  return g_test_run ();
}
