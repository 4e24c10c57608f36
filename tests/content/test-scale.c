#include "content/kist-scale.h"

#include <string.h>

#define HEAD "id: digital-learner\ntitle: Digital learner\n"
#define POINTS "points:\n  - {value: 1, label: Not yet}\n  - {value: 5, label: Yes}\n"
#define ITEMS "items:\n  - {id: patience, title: Patience, text: I try again.}\n"

static void
test_reads_points_and_items_in_order (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScale) scale =
      kist_scale_parse (HEAD "edition: 2026-11\nlicence: CC-BY-4.0\nauthors: [us]\n"
                             "source: {address: 'https://x.org/', seen: 2026-11, note: Ours}\n" POINTS ITEMS
                             "  - {id: b, title: B, text: T}\n",
                        "a.yaml", report);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpstr (kist_scale_get_id (scale), ==, "digital-learner");
  g_assert_cmpstr (kist_scale_get_title (scale), ==, "Digital learner");
  g_assert_cmpstr (kist_scale_get_source (scale), ==, "https://x.org/");
  g_assert_cmpuint (kist_scale_get_n_points (scale), ==, 2);
  g_assert_cmpint (kist_scale_get_value (scale, 1), ==, 5);
  g_assert_cmpstr (kist_scale_get_label (scale, 0), ==, "Not yet");
  g_assert_cmpuint (kist_scale_get_n_items (scale), ==, 2);
  g_assert_cmpstr (kist_scale_get_item (scale, 0)->id, ==, "patience");
  g_assert_cmpstr (kist_scale_get_item (scale, 0)->title, ==, "Patience");
  g_assert_cmpstr (kist_scale_get_item (scale, 1)->text, ==, "T");
}

static void
test_what_is_wrong_is_said_with_its_line (void)
{
  const struct
  {
    const char *text;
    unsigned    line;
    const char *words;
  } cases[] = {
    { "title: T\n" POINTS ITEMS, 1, "no “id”" },
    { "id: a\n" POINTS ITEMS, 1, "no “title”" },
    { HEAD ITEMS, 1, "“points” must be a list" },
    { HEAD "points: [{value: 1, label: One}]\n" ITEMS, 3, "“points” must be a list" },
    { HEAD POINTS, 1, "“items” must be a list" },
    { HEAD "points:\n  - {value: 2, label: A}\n  - {value: 1, label: B}\n" ITEMS, 5, "does not rise" },
    { HEAD "points:\n  - {value: 2, label: A}\n  - {value: x, label: B}\n" ITEMS, 5, "whole number" },
    { HEAD "points:\n  - {value: 2, label: A}\n  - {value: 3}\n" ITEMS, 5, "no “label”" },
    { HEAD POINTS ITEMS "  - {id: patience, title: P, text: T}\n", 8, "already" },
    { HEAD POINTS ITEMS "  - {id: b, title: P}\n", 8, "no “text”" },
    { HEAD POINTS ITEMS "  - text\n", 8, "no “id”" },
    { HEAD "source: {url: x}\n" POINTS ITEMS, 3, "Nothing reads “url”" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScale) scale = kist_scale_parse (cases[i].text, "a.yaml", report);
      gboolean is_found = FALSE;

      g_assert_true ((scale == NULL) == (kist_report_count (report, KIST_SEVERITY_ERROR) > 0));
      for (unsigned j = 0; j < kist_report_get_n_findings (report); j++)
        {
          const KistFinding *finding = kist_report_get_finding (report, j);

          g_test_message ("%u: %s", finding->line, finding->message);
          is_found |= finding->line == cases[i].line && strstr (finding->message, cases[i].words);
        }
      g_assert_true (is_found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/scale/reads-points-and-items-in-order", test_reads_points_and_items_in_order);
  g_test_add_func ("/scale/what-is-wrong-is-said-with-its-line", test_what_is_wrong_is_said_with_its_line);
  return g_test_run ();
}
