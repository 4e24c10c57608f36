#include "content/kist-manifest.h"

#include <string.h>

#define HEAD "---\nid: digital-things\nversion: 1.0.0\ntitle: Digital Things\nlicence: CC-BY-4.0\n"

static void
test_reads_a_manifest (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistManifest) manifest = kist_manifest_parse (
      HEAD "language: en-GB\nauthors: [A, B]\ncredits: C\neditions: {codes: 2024-05-01}\nprogrammes:\n"
           "  - {id: one, title: One, summary: First., things: [x, y]}\n---\nAbout *it*.\n",
      "pack.md", report);
  g_autofree char *about = NULL;

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  about = kist_document_to_text (kist_manifest_get_about (manifest));
  g_assert_cmpstr (kist_manifest_get_id (manifest), ==, "digital-things");
  g_assert_cmpstr (kist_manifest_get_version (manifest), ==, "1.0.0");
  g_assert_cmpstr (kist_manifest_get_title (manifest), ==, "Digital Things");
  g_assert_cmpstr (kist_manifest_get_language (manifest), ==, "en-GB");
  g_assert_cmpstr (kist_manifest_get_licence (manifest), ==, "CC-BY-4.0");
  g_assert_cmpstr (kist_manifest_get_authors (manifest)[1], ==, "B");
  g_assert_cmpstr (kist_manifest_get_credits (manifest)[0], ==, "C");
  g_assert_cmpuint (kist_manifest_get_n_programmes (manifest), ==, 1);
  g_assert_cmpstr (kist_manifest_get_programme (manifest, 0)->summary, ==, "First.");
  g_assert_cmpstr (kist_manifest_get_programme (manifest, 0)->things[1], ==, "y");
  g_assert_cmpstr (about, ==, "About it.");
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
    { "Hello\n", 1, "front matter" },
    { "---\nversion: 1\ntitle: T\nlicence: X\n---\n", 2, "no “id”" },
    { "---\nid: a\ntitle: T\nlicence: X\n---\n", 2, "no “version”" },
    { "---\nid: a\nversion: 1\nlicence: X\n---\n", 2, "no “title”" },
    { "---\nid: a\nversion: 1\ntitle: T\n---\n", 2, "no “licence”" },
    { HEAD "programmes: x\n---\n", 6, "must be a list" },
    { HEAD "programmes:\n  - {id: a, title: A}\n---\n", 7, "no Things" },
    { HEAD "programmes:\n  - {id: a, title: A, things: x}\n  - {id: a, title: B, things: x}\n---\n", 8, "already" },
    { HEAD "programmes:\n  - text\n---\n", 7, "no “id”" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      gboolean is_found = FALSE;

      g_assert_null (kist_manifest_parse (cases[i].text, "pack.md", report));
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
  g_test_add_func ("/manifest/reads-a-manifest", test_reads_a_manifest);
  g_test_add_func ("/manifest/what-is-wrong-is-said-with-its-line", test_what_is_wrong_is_said_with_its_line);
  return g_test_run ();
}
