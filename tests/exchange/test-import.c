/* Files of Twine, read: every node, link and answer is accounted for, and what comes out is a scenario. */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/kist-import.h"
#include "quiz/kist-quiz.h"
#include "scenario/kist-run.h"

static unsigned
count (KistImport *import, KistImportKind kind)
{
  return kist_import_count (import, kind, KIST_IMPORT_KEPT) + kist_import_count (import, kind, KIST_IMPORT_CHANGED) +
         kist_import_count (import, kind, KIST_IMPORT_DROPPED);
}

static KistImport *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  KistImport *import = kist_import_read (path, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static KistImport *
read_text (const char *text, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "source.txt", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return kist_import_read (path, NULL, error);
}

static KistScenario *
parse (KistImport *import, unsigned index)
{
  const KistImportFile *file = kist_import_get_file (import, index);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *text = g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
  KistScenario    *scenario = kist_scenario_parse_twee (text, file->path, report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 0);
  g_assert_nonnull (scenario);
  return scenario;
}

/* Counted by hand in each file: what begins with "::" or is a tw-passagedata, and what leads on, be it a link or a
 * command; what stands in scripts is no link. */
static void
test_accounts_for_every_node_and_link (void)
{
  static const struct
  {
    const char *name;
    const char *format;
    unsigned    n_nodes;
    unsigned    n_links;
    unsigned    n_files;
  } samples[] = {
    { "sugarcube.twee", "Twee 3", 10, 9, 1 },    { "harlowe.twee", "Twee 3", 8, 8, 1 },
    { "chapbook.twee", "Twee 3", 6, 3, 1 },      { "plain.twee", "Twee 3", 3, 3, 1 },
    { "kist.twee", "Twee 3", 4, 2, 1 },          { "story.html", "Twine 2 HTML", 3, 2, 1 },
    { "archive.html", "Twine 2 HTML", 5, 3, 2 }, { "story.json", "Twine 2 JSON", 3, 2, 1 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (KistImport) import = read_sample (samples[i].name);

      g_test_message ("%s", samples[i].name);
      g_assert_cmpstr (kist_import_get_format (import), ==, samples[i].format);
      g_assert_cmpuint (count (import, KIST_IMPORT_NODE), ==, samples[i].n_nodes);
      g_assert_cmpuint (count (import, KIST_IMPORT_LINK), ==, samples[i].n_links);
      g_assert_cmpuint (kist_import_get_n_files (import), ==, samples[i].n_files);
      for (unsigned j = 0; j < samples[i].n_files; j++)
        g_object_unref (parse (import, j));
    }
}

/* Counted by hand: questions, and what may be answered to each; a category of Moodle is no question. */
static void
test_accounts_for_every_question_and_answer (void)
{
  static const struct
  {
    const char *name;
    const char *format;
    unsigned    n_questions;
    unsigned    n_answers;
  } samples[] = {
    { "washing.gift", "GIFT", 3, 3 + 2 + 1 },
    { "hoist.aiken", "Aiken", 2, 3 + 2 },
    { "keys.xml", "Moodle XML", 2, 2 + 2 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (KistImport) import = read_sample (samples[i].name);
      g_autoptr (KistReport) report = kist_report_new ();
      const KistImportFile *file = kist_import_get_file (import, 0);
      g_autofree char      *text = g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
      g_autoptr (KistQuiz) quiz = kist_quiz_parse_gift (text, file->path, report);

      g_test_message ("%s: %s", samples[i].name, text);
      g_assert_cmpstr (kist_import_get_format (import), ==, samples[i].format);
      g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_QUESTION, KIST_IMPORT_KEPT), ==, samples[i].n_questions);
      g_assert_cmpuint (count (import, KIST_IMPORT_ANSWER), ==, samples[i].n_answers);
      g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 0);
      g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, samples[i].n_questions);
      g_assert_true (g_str_has_prefix (file->path, "quizzes/") && g_str_has_suffix (file->path, ".gift"));
      g_assert_null (strstr (text, "alert"));
    }
}

/* A question that cannot be read is said, and the others stay. */
static void
test_a_question_that_is_left_out_is_accounted_for (void)
{
  g_autoptr (KistImport) import =
      read_text ("// Comment\n::a::One? {=x ~y}\n\n::b::Two? {=x\n\n::c::Three? {T}\n", NULL);

  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_QUESTION, KIST_IMPORT_KEPT), ==, 2);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_QUESTION, KIST_IMPORT_DROPPED), ==, 1);
}

/* What the run can do after @choices, as the texts of what is offered. */
static char *
offered_after (KistScenario *scenario, const char *choices)
{
  g_autoptr (KistRun) run = kist_run_new (scenario);
  GString *texts = g_string_new (NULL);

  for (; *choices; choices++)
    {
      g_autoptr (GError) error = NULL;
      KistRun *next = kist_run_choose (run, (unsigned)(*choices - '1'), &error);

      g_assert_no_error (error);
      g_object_unref (run);
      run = next;
    }
  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "", kist_run_get_offered (run, i)->text);
  return g_string_free (texts, FALSE);
}

static void
assert_offered (KistScenario *scenario, const char *choices, const char *texts)
{
  g_autofree char *offered = offered_after (scenario, choices);

  g_test_message ("after “%s”", choices);
  g_assert_cmpstr (offered, ==, texts);
}

/* By SugarCube's documentation: StoryInit runs first; "gt", "is" and "not"; a link's setter runs when it is clicked. */
static void
test_sugarcube_plays_as_it_did (void)
{
  g_autoptr (KistImport) import = read_sample ("sugarcube.twee");
  g_autoptr (KistScenario) scenario = parse (import, 0);

  g_assert_cmpstr (kist_import_get_title (import), ==, "The borrowed key");
  assert_offered (scenario, "", "Begin");
  assert_offered (scenario, "1", "Tell your manager|Take the key|Leave it|Left|Shout");
  assert_offered (scenario, "11", "Go on");
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_LINK, KIST_IMPORT_DROPPED), ==, 2);
}

/* By Harlowe's manual: a changer holds for the hook behind it, else follows the if before it. */
static void
test_harlowe_plays_as_it_did (void)
{
  g_autoptr (KistImport) import = read_sample ("harlowe.twee");
  g_autoptr (KistScenario) scenario = parse (import, 0);

  assert_offered (scenario, "1", "Warm it up|Taste it|Salt it|Say nothing");
  assert_offered (scenario, "11", "Back to him");
  assert_offered (scenario, "13", "Go back");
}

/* By Chapbook's guide: a modifier holds up to the next one. */
static void
test_chapbook_plays_as_it_did (void)
{
  g_autoptr (KistImport) import = read_sample ("chapbook.twee");
  g_autoptr (KistScenario) scenario = parse (import, 0);

  assert_offered (scenario, "1", "Go and look|Wait");
  assert_offered (scenario, "12", "Go and look|Wait");
  assert_offered (scenario, "122", "Call the nurse|Wait");
}

static void
test_our_own_dialect_stays_letter_by_letter (void)
{
  g_autoptr (KistImport) import = read_sample ("kist.twee");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "samples", "kist.twee", NULL);
  g_autofree char *text = NULL;
  GBytes          *bytes = kist_import_get_file (import, 0)->bytes;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
  g_assert_true (kist_import_is_clean (import));
}

/* A trainer draws in Twine, whose files say "Harlowe", and writes Kist's keys. */
static void
test_keys_below_links_come_along (void)
{
  g_autoptr (KistImport) import =
      read_text ("<tw-storydata name=\"T\" startnode=\"1\" format=\"Harlowe\">"
                 "<tw-passagedata pid=\"1\" name=\"A\" tags=\"decision\">Hm.\n\n[[Go-&gt;B]]\n"
                 "  score: 3\n  feedback: So.\n[[Stay-&gt;A]]\n  once: true</tw-passagedata>"
                 "<tw-passagedata pid=\"2\" name=\"B\" tags=\"end\">.</tw-passagedata>"
                 "</tw-storydata>",
                 NULL);
  g_autoptr (KistScenario) scenario = parse (import, 0);
  const KistPassage *passage = kist_scenario_get_passage (scenario, 0);
  const KistChoice  *choice = g_ptr_array_index (passage->choices, 0);

  g_assert_cmpstr (passage->text, ==, "Hm.");
  g_assert_cmpint (choice->score, ==, 3);
  g_assert_cmpstr (choice->feedback, ==, "So.");
  g_assert_true (((KistChoice *)g_ptr_array_index (passage->choices, 1))->is_once);
  g_assert_true (kist_import_is_clean (import));
}

static void
test_scripts_and_styles_never_pass (void)
{
  static const char *const samples[] = { "sugarcube.twee", "story.html", "archive.html", "story.json" };
  static const char *const code[] = { "alert", "window.", "color: red", "<script", "<style", "more ()", "body {" };

  for (unsigned i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (KistImport) import = read_sample (samples[i]);

      for (unsigned j = 0; j < kist_import_get_n_files (import); j++)
        {
          GBytes          *bytes = kist_import_get_file (import, j)->bytes;
          g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

          for (unsigned k = 0; k < G_N_ELEMENTS (code); k++)
            g_assert_null (strstr (text, code[k]));
        }
    }
}

/* One link of a random kind to passage @to, and its lines. */
static void
add_random_link (GString *text, GRand *random, unsigned dialect, unsigned to)
{
  static const char *const forms[3][5] = {
    { "[[P%u]]", "[[go->P%u]]", "[[P%u<-go]]", "[[go|P%u]]", "Then [[go|P%u]] on." },
    { "<<link \"go\" \"P%u\">><<set $x += 1>><</link>>", "[[go|P%u][$x to 2]]", "<<if $x gt 1>>[[go->P%u]]<</if>>",
      "<<if $s is \"a\">>a [[P%u]]<<else>>b<</if>>", "<<goto \"P%u\">>" },
    { "(link-goto: \"go\", \"P%u\")", "(if: $x > 1)[[[go->P%u]]]", "(if: $x is \"a\")[a [[P%u]]](else:)[b]",
      "(goto: \"P%u\")", "[(hm:)[[go->P%u]]]" },
  };
  const char *form = forms[dialect][g_rand_int_range (random, 0, 5)];
  char      **halves = g_strsplit (form, "%u", 2);

  g_string_append_printf (text, "%s%u%s\n", halves[0], to, halves[1]);
  g_strfreev (halves);
}

/* Whatever the story: as many nodes and links are accounted for as were put in, some of them to nowhere, and what comes
 * out is a scenario without a fault. */
static void
test_generated_stories_are_accounted_for (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (unsigned round = 0; round < 300; round++)
    {
      unsigned dialect = round % 3;
      unsigned n_nodes = (unsigned)g_rand_int_range (random, 1, 12);
      unsigned n_links = 0;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (unsigned i = 0; i < n_nodes; i++)
        {
          g_string_append_printf (text, ":: P%u\nText *%u*.\n\n", i, i);
          for (int n = g_rand_int_range (random, 0, 5); n > 0; n--, n_links++)
            add_random_link (text, random, dialect, (unsigned)g_rand_int_range (random, 0, (int)n_nodes + 1));
        }
      /* So that it is known what it is written in. */
      g_string_append_printf (text, ":: StoryData\n{\"format\": \"%s\"}\n:: Extra\n%s\n",
                              dialect == 0   ? "Snowman"
                              : dialect == 1 ? "SugarCube"
                                             : "Harlowe",
                              dialect == 2 ? "(set: $y to 1)" : "");
      g_autoptr (KistImport) import = read_text (text->str, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count (import, KIST_IMPORT_NODE), ==, n_nodes + 2);
      g_assert_cmpuint (count (import, KIST_IMPORT_LINK), ==, n_links);
      g_object_unref (parse (import, 0));
    }
}

static void
test_writes_over_nothing (void)
{
  g_autoptr (KistImport) import = read_sample ("archive.html");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  g_autofree char *first = g_build_filename (folder, "scenarios", "the-rota.twee", NULL);
  g_autofree char *second = g_build_filename (folder, "scenarios", "the-rota-2.twee", NULL);
  g_autofree char *manifest = g_build_filename (folder, "pack.md", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (kist_import_write (import, folder, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **)kist_import_get_written (import)), ==, 3);
  g_assert_true (g_file_set_contents (first, "mine", -1, NULL));
  g_assert_true (g_file_set_contents (manifest, "mine", -1, NULL));
  g_assert_true (kist_import_write (import, folder, &error));
  g_assert_cmpuint (g_strv_length ((char **)kist_import_get_written (import)), ==, 2);
  g_assert_cmpstr (kist_import_get_written (import)[1], ==, "scenarios/the-rota-2.twee");
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  for (unsigned i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (i == 0 ? first : manifest, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "mine");
    }
}

static void
test_refuses_what_is_hostile_in_one_sentence (void)
{
  static const struct
  {
    const char *repeated;
    const char *before;
  } cases[] = {
    { "", ":: StoryData\nvar a = {}\n\n:: Start\n." },
    { "[", "" },
    { "[[", ":: Start\n" },
    { "<<if $x>>", ":: Start\n<<set $x to 1>>" },
    { "(if: $x)[", ":: Start\n(set: $x to 1)" },
    { "(a:", ":: Start\n(set: $x to 1)" },
    { "{\"passages\":", "" },
    { "[", "{\"passages\": " },
    { "<tw-storydata ", "" },
    { "<b>", "<tw-storydata name=\"x\">" },
    { "<tw-passagedata name=\"", "<tw-storydata name=\"x\">" },
    { "&amp;", "<tw-storydata name=\"x\"><tw-passagedata name=\"a\">" },
    { "\001", ":: Start\n" },
    { "\xff", ":: Start\n" },
    { ":: A\n", "" },
    { "too many words for one passage ", ":: Start\n" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].before);
      g_autoptr (GError) error = NULL;

      for (unsigned n = 0; n < 200000; n++)
        g_string_append (text, cases[i].repeated);
      g_test_timer_start ();
      g_autoptr (KistImport) import = read_text (text->str, &error);
      g_test_message ("%u: %s %f", i, error ? error->message : "read", g_test_timer_elapsed ());
      g_assert_true (import || (error && !strchr (error->message, '\n') && strlen (error->message) < 300));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/import/accounts-for-every-node-and-link", test_accounts_for_every_node_and_link);
  g_test_add_func ("/import/accounts-for-every-question-and-answer", test_accounts_for_every_question_and_answer);
  g_test_add_func ("/import/a-question-that-is-left-out-is-accounted-for",
                   test_a_question_that_is_left_out_is_accounted_for);
  g_test_add_func ("/import/sugarcube-plays-as-it-did", test_sugarcube_plays_as_it_did);
  g_test_add_func ("/import/harlowe-plays-as-it-did", test_harlowe_plays_as_it_did);
  g_test_add_func ("/import/chapbook-plays-as-it-did", test_chapbook_plays_as_it_did);
  g_test_add_func ("/import/our-own-dialect-stays-letter-by-letter", test_our_own_dialect_stays_letter_by_letter);
  g_test_add_func ("/import/keys-below-links-come-along", test_keys_below_links_come_along);
  g_test_add_func ("/import/scripts-and-styles-never-pass", test_scripts_and_styles_never_pass);
  g_test_add_func ("/import/generated-stories-are-accounted-for", test_generated_stories_are_accounted_for);
  g_test_add_func ("/import/writes-over-nothing", test_writes_over_nothing);
  g_test_add_func ("/import/refuses-what-is-hostile-in-one-sentence", test_refuses_what_is_hostile_in_one_sentence);
  return g_test_run ();
}
