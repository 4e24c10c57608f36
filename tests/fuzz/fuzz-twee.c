#include "kist-fuzz.h"

#include "base/kist-text.h"
#include "scenario/kist-run.h"

#include <string.h>

#define MAX_STEPS 30

/* Walks on and checks that what is stored of the way leads to the same place. */
static void
play (KistScenario *scenario, GRand *random)
{
  g_autoptr (KistRun) run = kist_run_new (scenario);
  g_autofree char *choices = NULL;
  g_autoptr (KistRun) replayed = NULL;

  while (kist_run_get_length (run) < MAX_STEPS && kist_run_get_n_offered (run) > 0)
    {
      unsigned index = (unsigned)g_rand_int_range (random, 0, (gint32)kist_run_get_n_offered (run));
      KistRun *next = kist_run_choose (run, index, NULL);

      if (!next)
        break;
      g_object_unref (run);
      run = next;
    }
  choices = kist_run_dup_choices (run);
  replayed = kist_run_new_from_choices (scenario, choices, NULL);
  g_assert_nonnull (replayed);
  g_assert_cmpuint (kist_run_get_passage (run), ==, kist_run_get_passage (replayed));
  g_assert_cmpint (kist_run_get_score (run), ==, kist_run_get_score (replayed));
  g_assert_cmpuint (kist_run_get_n_offered (run), ==, kist_run_get_n_offered (replayed));
}

/* Whatever the bytes: a scenario that can be checked and played, or at least one error; and every finding has a hint
 * and a line of the file. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)length);
  g_autofree char *text = kist_text_normalise (bytes, length, NULL);
  g_autoptr (KistScenario) scenario = NULL;
  unsigned n_lines;

  if (!text)
    {
      /* Not even text; the parser must say so itself. */
      text = g_strndup (bytes, length);
    }
  n_lines = kist_text_line_of (text, text + strlen (text));
  scenario = kist_scenario_parse_twee (text, "fuzz.twee", report);
  g_assert_true (scenario || kist_report_count (report, KIST_SEVERITY_ERROR) > 0);
  if (scenario)
    {
      kist_scenario_check (scenario, report);
      play (scenario, random);
    }
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      g_assert_nonnull (finding->hint);
      g_assert_true (g_utf8_validate (finding->message, -1, NULL));
      g_assert_true (finding->line <= n_lines || strchr (text, '\r'));
      g_assert_true (finding->line > 0 || finding->column == 0);
    }
}
