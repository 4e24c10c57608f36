#include "run-fixture.h"

/* Asserts that nothing is wrong with @text. */
KistScenario *
run_fixture_parse (const char *text)
{
  g_autoptr (KistReport) report = kist_report_new ();
  KistScenario *scenario = kist_scenario_parse_twee (text, "s.twee", report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *text_of_finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", text_of_finding);
    }
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  return scenario;
}

/* Asserts that two runs are alike in all that can be asked of them. */
void
run_fixture_assert_same (KistRun *one, KistRun *other)
{
  KistScenario    *scenario = kist_run_get_scenario (one);
  g_autofree char *choices = kist_run_dup_choices (one);
  g_autofree char *other_choices = kist_run_dup_choices (other);

  g_assert_cmpstr (choices, ==, other_choices);
  g_assert_cmpuint (kist_run_get_passage (one), ==, kist_run_get_passage (other));
  g_assert_cmpint (kist_run_get_score (one), ==, kist_run_get_score (other));
  g_assert_true (kist_run_is_ended (one) == kist_run_is_ended (other));
  g_assert_cmpuint (kist_run_get_n_offered (one), ==, kist_run_get_n_offered (other));
  for (unsigned i = 0; i < kist_run_get_n_offered (one); i++)
    g_assert_true (kist_run_get_offered (one, i) == kist_run_get_offered (other, i));
  for (unsigned i = 0; kist_scenario_get_outcomes (scenario)[i]; i++)
    g_assert_cmpint (kist_run_get_outcome (one, i), ==, kist_run_get_outcome (other, i));
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    g_assert_cmpuint (kist_run_get_visited (one, i), ==, kist_run_get_visited (other, i));
  for (const char *name = "abc"; *name; name++)
    {
      const char variable[] = { *name, '\0' };

      g_assert_cmpint (kist_run_get_variable (one, variable), ==, kist_run_get_variable (other, variable));
    }
  for (unsigned i = 0; i < kist_run_get_length (one); i++)
    {
      g_assert_cmpuint (kist_run_get_trail_step (one, i)->passage, ==, kist_run_get_trail_step (other, i)->passage);
      g_assert_cmpuint (kist_run_get_trail_step (one, i)->choice, ==, kist_run_get_trail_step (other, i)->choice);
    }
}
