#include "base/kist-report.h"

static void
test_counts_by_severity (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  kist_report_add (report, "a.md", 1, KIST_SEVERITY_NOTE, NULL, "One");
  kist_report_add (report, "a.md", 2, KIST_SEVERITY_WARNING, NULL, "Two");
  kist_report_add (report, "b.md", 3, KIST_SEVERITY_ERROR, NULL, "Three");

  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_NOTE), ==, 3);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 2);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 1);
}

static void
test_finding_reads_as_editors_want_it (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *with_line = NULL;
  g_autofree char *with_column = NULL;
  g_autofree char *without_line = NULL;

  kist_report_add (report, "things/a.md", 12, KIST_SEVERITY_ERROR, "Mend it.", "It is %s.", "broken");
  kist_report_add (report, "things/a.md", 0, KIST_SEVERITY_WARNING, NULL, "It is empty.");
  kist_report_add_at (report, "things/a.md", 12, 7, KIST_SEVERITY_NOTE, NULL, "It is %s.", "long");

  with_line = kist_finding_to_string (kist_report_get_finding (report, 0));
  without_line = kist_finding_to_string (kist_report_get_finding (report, 1));
  g_assert_cmpstr (with_line, ==, "things/a.md:12: error: It is broken. Mend it.");
  with_column = kist_finding_to_string (kist_report_get_finding (report, 2));
  g_assert_cmpstr (with_column, ==, "things/a.md:12:7: note: It is long.");
  g_assert_cmpstr (without_line, ==, "things/a.md: warning: It is empty.");
}

static void
test_counts_but_does_not_keep_a_flood (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  for (unsigned i = 0; i < KIST_REPORT_MAX_FINDINGS + 5; i++)
    kist_report_add (report, "a.md", i, KIST_SEVERITY_ERROR, NULL, "Again");

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, KIST_REPORT_MAX_FINDINGS);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, KIST_REPORT_MAX_FINDINGS + 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report/counts-by-severity", test_counts_by_severity);
  g_test_add_func ("/report/finding-reads-as-editors-want-it", test_finding_reads_as_editors_want_it);
  g_test_add_func ("/report/counts-but-does-not-keep-a-flood", test_counts_but_does_not_keep_a_flood);
  return g_test_run ();
}
