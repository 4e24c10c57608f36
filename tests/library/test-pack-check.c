#include "library/kist-pack-check.h"

#include "base/kist-error.h"

#include <string.h>

#include "pack-fixture.h"

static KistReport *
check (const char *folder, const char *file)
{
  KistReport      *report = kist_report_new ();
  g_autofree char *path = file ? g_build_filename (folder, file, NULL) : g_strdup (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_pack_check (path, report, &error));
  g_assert_no_error (error);
  return report;
}

static void
test_finds_nothing_in_a_good_pack (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistReport) report = check (pack, NULL);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    g_test_message ("%s", kist_report_get_finding (report, i)->message);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
}

static const struct
{
  const char  *file;
  const char  *old_text;
  const char  *new_text;
  const char  *found_in;
  unsigned     line;
  KistSeverity severity;
  const char  *message;
} faults[] = {
#define THING "things/05-media.md"
  { THING, "../media/map.txt", "../media/mop.txt", THING, 15, KIST_SEVERITY_ERROR, "../media/mop.txt" },
  { THING, "../media/map.txt", "../../map.txt", THING, 15, KIST_SEVERITY_ERROR, "leads out of the pack" },
  { THING, "https://example.org", "javascript:alert", THING, 15, KIST_SEVERITY_WARNING, "never opened" },
  { THING, "media/map.png", "media/none.png", THING, 17, KIST_SEVERITY_ERROR, "media/none.png" },
  { THING, "See [the", "#### Deep\n\nSee [the", THING, 15, KIST_SEVERITY_WARNING, "level 4" },
  { THING, "Search for your name {#search}", "[Search](../gone.md) {#search}", THING, 21, KIST_SEVERITY_ERROR,
    "../gone.md" },
  { THING, "pictures {#pictures}", "[pictures](../gone.md) {#pictures}", THING, 22, KIST_SEVERITY_ERROR, "../gone.md" },
  { THING, "codes: [workers-2024/2.8]", "codes: [workers-2024/2.9]", THING, 0, KIST_SEVERITY_WARNING,
    "workers-2024/2.9" },
  { THING, "codes: [workers-2024/2.8]", "codes: ['2.8']", THING, 0, KIST_SEVERITY_WARNING, "which framework" },
  { THING, "codes: [workers-2024/2.8]", "codes: [others-2016/2.8]", THING, 0, KIST_SEVERITY_NOTE, "another pack" },
  { THING, "badge: thing-05", "badge: thing-50", THING, 0, KIST_SEVERITY_WARNING, "thing-50" },
  { THING, "badge: thing-05\n", "", THING, 39, KIST_SEVERITY_WARNING, "no badge to write for" },
  { THING, "licence: CC-BY-4.0\n", "", THING, 0, KIST_SEVERITY_WARNING, "No licence" },
  { THING, "minutes: 40", "minutes: 60", THING, 0, KIST_SEVERITY_NOTE, "40 minutes together" },
  { "pack.md", "[media, second]", "[media, second, third]", "pack.md", 0, KIST_SEVERITY_WARNING, "“third”" },
  { "pack.md", "[media, second]", "[media]", "things/06-second.md", 0, KIST_SEVERITY_NOTE, "No programme" },
#define TWEE "scenarios/request.twee"
  { TWEE, ",\n  \"licence\": \"CC-BY-4.0\" }", " }", TWEE, 0, KIST_SEVERITY_WARNING, "No licence" },
  { TWEE, "code: workers-2024/2.8", "code: workers-2024/9.9", TWEE, 14, KIST_SEVERITY_WARNING, "workers-2024/9.9" },
  { TWEE, "A request arrives.", "![](../media/map.png)", TWEE, 10, KIST_SEVERITY_ERROR, "cannot see this image" },
  { TWEE, "A request arrives.", "So: ![](../media/map.png) it is.", TWEE, 10, KIST_SEVERITY_ERROR,
    "cannot see this image" },
  { TWEE, "A request arrives.", "[[Left]] or not.\n\n![](../media/map.png)", TWEE, 12, KIST_SEVERITY_ERROR,
    "cannot see this image" },
  { TWEE, ":: Left [end]", ":: Left", TWEE, 20, KIST_SEVERITY_ERROR, "dead end" },
  { "quizzes/passwords.gift", "// licence: CC-BY-4.0\n", "", "quizzes/passwords.gift", 0, KIST_SEVERITY_WARNING,
    "No licence" },
  { "scales/learner.yaml", "licence: CC-BY-4.0\n", "", "scales/learner.yaml", 0, KIST_SEVERITY_WARNING, "No licence" },
  { "badges/thing-05.yaml", "licence: CC-BY-4.0\n", "", "badges/thing-05.yaml", 0, KIST_SEVERITY_WARNING,
    "No licence" },
  { "frameworks/workers-2024.matrix", ", \"licence\": \"CC-BY-4.0\"", "", "frameworks/workers-2024.matrix", 0,
    KIST_SEVERITY_WARNING, "No licence" },
};

static void
test_finds_each_fault_at_its_place_and_nothing_else (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *pack = pack_fixture_make ("pack", "core");
      g_autofree char *file = g_build_filename (pack, faults[i].found_in, NULL);
      g_autoptr (KistReport) report = NULL;
      const KistFinding *finding;

      pack_fixture_edit (pack, faults[i].file, faults[i].old_text, faults[i].new_text);
      report = check (pack, NULL);
      for (unsigned k = 0; k < kist_report_get_n_findings (report); k++)
        {
          g_autofree char *text = kist_finding_to_string (kist_report_get_finding (report, k));

          g_test_message ("%u: %s", i, text);
        }
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
      finding = kist_report_get_finding (report, 0);
      g_assert_cmpstr (finding->file, ==, file);
      g_assert_cmpuint (finding->line, ==, faults[i].line);
      g_assert_cmpint (finding->severity, ==, faults[i].severity);
      g_assert_nonnull (strstr (finding->message, faults[i].message));
    }
}

/* A fifth of what the Thing says is no matter. */
static void
test_minutes_may_be_a_little_apart (void)
{
  g_autofree char *pack = pack_fixture_make ("minutes", "core");
  g_autoptr (KistReport) report = NULL;

  pack_fixture_edit (pack, THING, "minutes: 40", "minutes: 45");
  report = check (pack, NULL);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
}

/* What is wrong inside a feedback has no column of its own: the line begins with the key. */
static void
test_a_fault_in_a_feedback_is_on_its_line (void)
{
  g_autofree char *pack = pack_fixture_make ("feedback", "core");
  g_autoptr (KistReport) report = NULL;
  const KistFinding *finding;

  pack_fixture_edit (pack, TWEE, "  outcome: trust -1\n", "  outcome: trust -1\n  feedback: ![](../media/map.png)\n");
  report = check (pack, NULL);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  finding = kist_report_get_finding (report, 0);
  g_assert_true (g_str_has_suffix (finding->file, "/" TWEE));
  g_assert_cmpuint (finding->line, ==, 14);
  g_assert_cmpuint (finding->column, ==, 0);
}

static void
test_a_single_file_is_checked_by_itself (void)
{
  const char *files[] = {
    "things/05-media.md",   "things/06-second.md",    "scenarios/request.twee",         "scales/learner.yaml",
    "badges/thing-05.yaml", "quizzes/passwords.gift", "frameworks/workers-2024.matrix", "pack.md"
  };
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistReport) broken = NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (KistReport) report = check (pack, files[i]);

      g_test_message ("%s", files[i]);
      g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
    }
  pack_fixture_edit (pack, "badges/thing-05.yaml", "issuer: Somebody\n", "");
  broken = check (pack, "badges/thing-05.yaml");
  g_assert_cmpuint (kist_report_count (broken, KIST_SEVERITY_WARNING), ==, 1);
}

/* A Thing, a badge and a framework that are refused say so once, and not again wherever they are asked for. */
static void
test_what_is_refused_is_not_missed_too (void)
{
  static const char *const files[][2] = {
    { "things/06-second.md", "title: A second Thing\n" },
    { "badges/thing-05.yaml", "criteria:" },
    { "frameworks/workers-2024.matrix", "\"framework\"" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *pack = pack_fixture_make ("pack", "core");
      g_autofree char *file = g_build_filename (pack, files[i][0], NULL);
      g_autoptr (KistReport) report = NULL;

      pack_fixture_edit (pack, files[i][0], files[i][1], i == 1 ? "criteria: 1\nheader:" : "");
      report = check (pack, NULL);
      for (unsigned k = 0; k < kist_report_get_n_findings (report); k++)
        g_assert_cmpstr (kist_report_get_finding (report, k)->file, ==, file);
      g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), >, 0);
    }
}

static void
test_a_step_needs_its_file_in_the_folder_of_its_kind (void)
{
  static const char *const places[] = { "scenarios/more/request.twee", "scenarios-old/request.twee" };

  for (unsigned i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *pack = pack_fixture_make ("pack", "core");
      g_autoptr (KistReport) report = NULL;
      const KistFinding *finding;

      pack_fixture_write (pack, places[i], ":: Start [end]\nThe end.\n");
      pack_fixture_edit (pack, "things/05-media.md", "scenarios/request.twee", places[i]);
      report = check (pack, NULL);
      g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 1);
      finding = kist_report_get_finding (report, kist_report_get_n_findings (report) - 1);
      g_assert_cmpuint (finding->line, ==, 24);
      g_assert_nonnull (strstr (finding->message, "is not in the folder scenarios/"));
    }
}

static void
test_nothing_in_an_inner_folder_is_lost_in_silence (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autofree char *folder = g_build_filename (pack, "things", "more", NULL);
  g_autoptr (KistReport) report = NULL;

  pack_fixture_write (pack, "things/more/07-third.md", "");
  report = check (pack, NULL);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  g_assert_cmpstr (kist_report_get_finding (report, 0)->file, ==, folder);
  g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_WARNING);
}

static void
test_a_folder_of_packs_is_checked_pack_by_pack (void)
{
  g_autofree char *a = pack_fixture_make ("packs/a", "a");
  g_autofree char *b = pack_fixture_make ("packs/b", "b");
  g_autofree char *folder = g_path_get_dirname (a);
  g_autofree char *file = g_build_filename (b, "things/06-second.md", NULL);
  g_autoptr (KistReport) report = NULL;

  pack_fixture_edit (b, "things/06-second.md", "id: second\n", "");
  report = check (folder, NULL);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  g_assert_cmpstr (kist_report_get_finding (report, 0)->file, ==, file);
}

static void
test_what_is_no_material_cannot_be_checked (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autofree char *picture = g_build_filename (pack, "media/map.png", NULL);
  g_autofree char *media = g_build_filename (pack, "media", NULL);
  g_autofree char *gone = g_build_filename (pack, "things/gone.md", NULL);
  const char      *paths[] = { picture, media, gone };
  g_autoptr (KistReport) report = kist_report_new ();

  for (unsigned i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kist_pack_check (paths[i], report, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pack-check/finds-nothing-in-a-good-pack", test_finds_nothing_in_a_good_pack);
  g_test_add_func ("/pack-check/finds-each-fault-at-its-place-and-nothing-else",
                   test_finds_each_fault_at_its_place_and_nothing_else);
  g_test_add_func ("/pack-check/minutes-may-be-a-little-apart", test_minutes_may_be_a_little_apart);
  g_test_add_func ("/pack-check/a-fault-in-a-feedback-is-on-its-line", test_a_fault_in_a_feedback_is_on_its_line);
  g_test_add_func ("/pack-check/a-single-file-is-checked-by-itself", test_a_single_file_is_checked_by_itself);
  g_test_add_func ("/pack-check/what-is-refused-is-not-missed-too", test_what_is_refused_is_not_missed_too);
  g_test_add_func ("/pack-check/a-step-needs-its-file-in-the-folder-of-its-kind",
                   test_a_step_needs_its_file_in_the_folder_of_its_kind);
  g_test_add_func ("/pack-check/nothing-in-an-inner-folder-is-lost-in-silence",
                   test_nothing_in_an_inner_folder_is_lost_in_silence);
  g_test_add_func ("/pack-check/a-folder-of-packs-is-checked-pack-by-pack",
                   test_a_folder_of_packs_is_checked_pack_by_pack);
  g_test_add_func ("/pack-check/what-is-no-material-cannot-be-checked", test_what_is_no_material_cannot_be_checked);
  return g_test_run ();
}
