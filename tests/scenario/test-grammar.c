/* What data/packs/GRAMMAR.md shows must be true: its scenarios are read, and its sums done, by the code. */
#include <string.h>

#include "base/kist-text.h"
#include "scenario/kist-scenario.h"

static char *
read_page (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "packs", "GRAMMAR.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, &error);

  g_assert_no_error (error);
  return text;
}

/* Returns (transfer full) (nullable): the inside of the block that begins with @fence at @place, which is then behind
 * it. */
static char *
next_block (const char **place, const char *fence)
{
  const char *start;
  const char *end;

  if (!g_str_has_prefix (*place, fence))
    return NULL;
  start = *place + strlen (fence);
  end = strstr (start, "```\n");
  g_assert_nonnull (end);
  *place = end + strlen ("```\n");
  return g_strndup (start, end - start);
}

static char *
dup_findings (const char *text)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (text, "scenario.twee", report);
  GString *lines = g_string_new (NULL);

  if (scenario)
    kist_scenario_check (scenario, report);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static void
test_scenarios_have_the_findings_that_are_given (void)
{
  g_autofree char *text = read_page ();
  const char      *place = text;
  unsigned         n_scenarios = 0;

  while ((place = strstr (place, "```twee\n")))
    {
      g_autofree char *scenario = next_block (&place, "```twee\n");
      g_autofree char *expected = next_block (&place, "\n```text\n");
      g_autofree char *findings = dup_findings (scenario);

      g_test_message ("%s", scenario);
      g_assert_cmpstr (findings, ==, expected ? expected : "");
      n_scenarios++;
    }
  g_assert_cmpuint (n_scenarios, ==, 4);
}

static gint64
get_nothing_cb (const char *name, gpointer data)
{
  return 0;
}

static void
check_row (const char *code, const char *result, gboolean is_expression)
{
  KistExpressionScope scope = { get_nothing_cb, get_nothing_cb, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistExpression) expression = kist_expression_parse (code, NULL, &error);
  gint64 value;

  g_test_message ("%s", code);
  if (is_expression)
    {
      g_assert_no_error (error);
      g_assert_true (kist_expression_evaluate (expression, &scope, &value, &error));
      g_assert_cmpint (value, ==, g_ascii_strtoll (result, NULL, 10));
    }
  else
    {
      g_assert_null (expression);
      g_assert_cmpstr (error->message, ==, result);
    }
}

/* Checks the rows of the table under @head; returns how many there were. */
static unsigned
check_table (const char *head, gboolean is_expression)
{
  g_autofree char *text = read_page ();
  const char      *table = strstr (text, head);
  g_auto (GStrv) lines = NULL;
  unsigned n = 0;

  g_assert_nonnull (table);
  lines = g_strsplit (table, "\n", -1);
  for (unsigned i = 2; *lines[i] == '|'; i++, n++)
    {
      const char      *code_end = strstr (lines[i], "` | ");
      g_autofree char *code = g_strndup (lines[i] + strlen ("| `"), code_end - lines[i] - strlen ("| `"));
      g_autofree char *result = g_strdup (code_end + strlen ("` | "));

      g_assert_true (g_str_has_suffix (result, " |"));
      result[strlen (result) - strlen (" |")] = '\0';
      check_row (code, result, is_expression);
    }
  return n;
}

static void
test_expressions_are_worth_what_is_given (void)
{
  g_assert_cmpuint (check_table ("| expression | value |", TRUE), ==, 16);
  g_assert_cmpuint (check_table ("| no expression | because |", FALSE), ==, 11);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/grammar/scenarios-have-the-findings-that-are-given",
                   test_scenarios_have_the_findings_that_are_given);
  g_test_add_func ("/grammar/expressions-are-worth-what-is-given", test_expressions_are_worth_what_is_given);
  return g_test_run ();
}
