/* Scenarios, written for other programs: what is read back is the same. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/kist-export.h"
#include "exchange/kist-import.h"
#include "scenario/kist-run.h"

static KistScenario *
parse (const char *text)
{
  g_autoptr (KistReport) report = kist_report_new ();
  KistScenario *scenario = kist_scenario_parse_twee (text, "x.twee", report);

  for (unsigned i = 0; !scenario && i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", line);
    }
  g_assert_nonnull (scenario);
  return scenario;
}

static void
assert_same_choice (const KistChoice *a, const KistChoice *b)
{
  g_autofree char *condition_a = a->condition ? kist_expression_to_string (a->condition) : NULL;
  g_autofree char *condition_b = b->condition ? kist_expression_to_string (b->condition) : NULL;

  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpuint (a->target, ==, b->target);
  g_assert_cmpstr (condition_a, ==, condition_b);
  g_assert_cmpstr (a->feedback, ==, b->feedback);
  g_assert_cmpint (a->score, ==, b->score);
  g_assert_cmpint (a->is_once, ==, b->is_once);
  g_assert_cmpstrv (a->codes, b->codes);
  g_assert_cmpuint (a->outcomes->len, ==, b->outcomes->len);
  g_assert_cmpmem (a->outcomes->data, a->outcomes->len * sizeof (KistOutcomeChange), b->outcomes->data,
                   b->outcomes->len * sizeof (KistOutcomeChange));
  g_assert_cmpuint (a->assignments->len, ==, b->assignments->len);
  for (unsigned i = 0; i < a->assignments->len; i++)
    {
      const KistAssignment *one = g_ptr_array_index (a->assignments, i);
      const KistAssignment *other = g_ptr_array_index (b->assignments, i);
      g_autofree char      *value_a = kist_expression_to_string (one->value);
      g_autofree char      *value_b = kist_expression_to_string (other->value);

      g_assert_cmpstr (one->variable, ==, other->variable);
      g_assert_cmpstr (value_a, ==, value_b);
    }
}

/* @endings: the tag of an ending, when an import gives it to what nothing leaves */
static void
assert_same (KistScenario *a, KistScenario *b, KistPassageTags endings)
{
  g_assert_cmpstr (kist_scenario_get_title (a), ==, kist_scenario_get_title (b));
  g_assert_cmpstr (kist_scenario_get_ifid (a), ==, kist_scenario_get_ifid (b));
  g_assert_cmpuint (kist_scenario_get_start (a), ==, kist_scenario_get_start (b));
  g_assert_cmpstrv ((char **)kist_scenario_get_outcomes (a), (char **)kist_scenario_get_outcomes (b));
  g_assert_cmpint (kist_scenario_cuts_loops (a), ==, kist_scenario_cuts_loops (b));
  g_assert_cmpuint (kist_scenario_get_n_passages (a), ==, kist_scenario_get_n_passages (b));
  for (unsigned i = 0; i < kist_scenario_get_n_passages (a); i++)
    {
      const KistPassage *one = kist_scenario_get_passage (a, i);
      const KistPassage *other = kist_scenario_get_passage (b, i);

      g_assert_cmpstr (one->name, ==, other->name);
      g_assert_cmpuint (one->tags | (one->choices->len == 0 ? endings : 0), ==, other->tags);
      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpuint (one->choices->len, ==, other->choices->len);
      for (unsigned j = 0; j < one->choices->len; j++)
        assert_same_choice (g_ptr_array_index (one->choices, j), g_ptr_array_index (other->choices, j));
    }
}

/* Through Twee, and through Twine's HTML and the import of it. */
static void
assert_round_trips (const char *text)
{
  g_autoptr (KistScenario) scenario = parse (text);
  g_autofree char *twee = kist_export_twee (scenario, text);
  g_autofree char *twine = kist_export_twine (scenario, text);
  g_autoptr (KistScenario) again = parse (twee);
  g_autofree char *twice = kist_export_twee (again, twee);
  g_autoptr (GBytes) bytes = g_bytes_new (twine, strlen (twine));
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = kist_import_read_bytes (bytes, "x", NULL, &error);
  g_autofree char *imported = NULL;
  g_autoptr (KistScenario) back = NULL;
  const KistImportFile *file;

  assert_same (scenario, again, 0);
  g_assert_cmpstr (twee, ==, twice);
  g_assert_no_error (error);
  file = kist_import_get_file (import, 0);
  imported = g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
  back = parse (imported);
  g_test_message ("from Twine: %s", imported);
  assert_same (scenario, back, KIST_PASSAGE_END);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_LINK, KIST_IMPORT_DROPPED), ==, 0);
}

static void
test_bundled_scenarios_round_trip (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("KIST_PACK_PATH"), "digital-things", "scenarios", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  unsigned    n_files = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *twee = NULL;
      g_autoptr (KistScenario) scenario = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      assert_round_trips (text);
      scenario = parse (text);
      twee = kist_export_twee (scenario, text);
      g_assert_nonnull (strstr (twee, "CC-BY-4.0"));
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
}

/* Random, but of what is hard: signs in names, arithmetic of every kind, text that looks like something else. */
static void
add_expression (GString *out, GRand *random, unsigned depth)
{
  static const char *const signs[] = { "+", "-", "*", "==", "!=", "<", "<=", ">", ">=", "and", "or" };
  static const char *const values[] = { "0",
                                        "-9223372036854775808",
                                        "9223372036854775807",
                                        "true",
                                        "x",
                                        "y_2",
                                        "-x",
                                        "-(-3)",
                                        "--4",
                                        "visited(\"A [b] \\\\ \\\"c\\\"\")" };

  if (depth == 0 || g_rand_int_range (random, 0, 3) == 0)
    {
      g_string_append (out, values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))]);
      return;
    }
  g_string_append (out, g_rand_boolean (random) ? "(not (" : "((");
  add_expression (out, random, depth - 1);
  g_string_append_printf (out, ") %s (", signs[g_rand_int_range (random, 0, G_N_ELEMENTS (signs))]);
  add_expression (out, random, depth - 1);
  g_string_append (out, "))");
}

static void
add_choice (GString *out, GRand *random, unsigned n_passages)
{
  static const char *const texts[] = { "Go", "a \\| b",       "1 \\-> 2",        "x \\]\\] y",     "\\\\", "<b>",
                                       "",   "\\[\\[x\\]\\]", "<<set $x to 1>>", "(set: $x to 1)", "{x}",  "a \\<- b" };

  g_string_append_printf (out, "[[%s->P %d \\| \\]]]\n", texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))],
                          g_rand_int_range (random, 0, (int)n_passages));
  if (g_rand_boolean (random))
    {
      g_string_append (out, "  if: ");
      add_expression (out, random, 3);
      g_string_append_c (out, '\n');
    }
  for (int n = g_rand_int_range (random, 0, 3); n > 0; n--)
    {
      g_string_append_printf (out, "  set: %s = ", g_rand_boolean (random) ? "x" : "y_2");
      add_expression (out, random, 2);
      g_string_append_c (out, '\n');
    }
  if (g_rand_boolean (random))
    g_string_append (out, "  feedback: So it goes: set: no.\n    And on.\n");
  if (g_rand_boolean (random))
    g_string_append (out, "  outcome: the person 2 -3, trust +1, trust -9223372036854775808\n");
  if (g_rand_boolean (random))
    g_string_append (out, "  score: -7\n  once: true\n  code: a/1, b/2.8\n");
}

static char *
make_random (GRand *random, unsigned n_passages)
{
  static const char *const proses[] = { "Plain *text*.",
                                        ":::",
                                        "    code",
                                        "An [[open link",
                                        "\\[[no link]]",
                                        "set: 3",
                                        "- list\n- of two",
                                        "Go [[left->P 0 \\| \\]]] now.",
                                        "    if it: were\n",
                                        "\\",
                                        "See [[\\[\\[x\\]\\]->P 0 \\| \\]]] there",
                                        "\\[[[\\[y\\]\\]->P 0 \\| \\]]]",
                                        "[[:: no header->P 0 \\| \\]]] here",
                                        "  [[if: it->P 0 \\| \\]]] were",
                                        "a -> b <- c | d",
                                        "<<set $x to 1>> {x}",
                                        "(set: $x to 1)[hook]",
                                        "<b>bold</b> &amp; <br> \"q\"",
                                        "[[not closed",
                                        "x: 1\n--",
                                        "[if x]\nHm.",
                                        "`[[code->P 0 \\| \\]]]`",
                                        "A {{mustache}} [link](https://a.example/?a=1&b=2)",
                                        "\\:: no header",
                                        "    :: indented",
                                        "Hard\\\nbreak",
                                        "Tab\tand  blanks",
                                        "^^up^^ ~~struck~~ ''quoted'' //slanted//" };
  GString *out = g_string_new (":: StoryTitle\n ::Odd\n\n:: StoryData\n{\"ifid\": \"A-B\", \"start\": \"P 0 | ]\", "
                               "\"outcomes\": [\"the person 2\", \"trust\"]");

  g_string_append (out, g_rand_boolean (random) ? "}\n\n" : ", \"scoring\": \"without-loops\"}\n\n");

  for (unsigned i = 0; i < n_passages; i++)
    {
      g_string_append_printf (out, ":: P %u | \\] %s\n", i, g_rand_boolean (random) ? "[info end]" : "");
      for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
        {
          const char *prose = proses[g_rand_int_range (random, 0, G_N_ELEMENTS (proses))];

          if (!g_str_equal (prose, ":::"))
            g_string_append_printf (out, "%s\n\n", prose);
        }
      for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
        add_choice (out, random, n_passages);
    }
  return g_string_free (out, FALSE);
}

static void
test_random_scenarios_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (unsigned round = 0; round < 500; round++)
    {
      g_autofree char *text = make_random (random, (unsigned)g_rand_int_range (random, 1, 6));

      g_test_message ("round %u: %s", round, text);
      assert_round_trips (text);
    }
}

static char *
dup_ifid_of_export (const char *text)
{
  g_autoptr (KistScenario) scenario = parse (text);
  g_autofree char *twee = kist_export_twee (scenario, text);
  g_autofree char *twine = kist_export_twine (scenario, text);
  g_autoptr (KistScenario) again = parse (twee);
  const char *ifid = kist_scenario_get_ifid (again);

  g_assert_nonnull (ifid);
  g_assert_nonnull (strstr (twine, ifid));
  return g_strdup (ifid);
}

/* What has no id gets one that is the same however its author goes on, and a scenario of another name another. */
static void
test_an_id_that_was_made_stays (void)
{
  g_autofree char *first = dup_ifid_of_export (":: StoryTitle\nFire\n:: Start\nSmoke.\n[[Go->End]]\n:: End [end]\n.\n");
  g_autofree char *later = dup_ifid_of_export (
      ":: StoryTitle\nFire\n:: Start\nThick smoke.\n[[Go->End]]\n[[Stay->Wait]]\n:: Wait [end]\n.\n:: End [end]\n.\n");
  g_autofree char *other =
      dup_ifid_of_export (":: StoryTitle\nFlood\n:: Start\nSmoke.\n[[Go->End]]\n:: End [end]\n.\n");

  g_assert_cmpstr (first, ==, later);
  g_assert_cmpstr (first, !=, other);
  g_assert_true (
      g_regex_match_simple ("^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$", first, 0, 0));
}

static void
test_what_is_left_out_is_named (void)
{
  const char *text = ":: Code [script]\nalert (1)\n:: Start\nHm.\n[[Go->End]]\n:: Look [stylesheet]\n* {}\n"
                     ":: End [end]\n.\n";
  g_autoptr (KistScenario) scenario = parse (text);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *twee = kist_export_twee (scenario, text);

  kist_export_account (scenario, text, "x.twee", report);
  g_assert_null (strstr (twee, "alert"));
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 2);
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 3); /* and which id was made */
  g_assert_cmpuint (kist_report_get_finding (report, 0)->line, ==, 1);
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "“Code”"));
  g_assert_cmpuint (kist_report_get_finding (report, 1)->line, ==, 6);
}

/* twine-2-htmloutput-spec.md: name, ifid and startnode; of a passage pid and name; five characters as entities. */
static void
test_twine_is_as_its_specification_says (void)
{
  g_autoptr (KistScenario) scenario =
      parse (":: StoryData\n{\"ifid\": \"A-B\", \"start\": \"B\"}\n:: A [end]\n\"<&>'\n:: B\nHm.\n\n[[Go->A]]\n");
  g_autofree char *page = kist_export_twine (scenario, NULL);

  g_assert_nonnull (strstr (page, "<tw-storydata name=\"x\" startnode=\"2\""));
  g_assert_nonnull (strstr (page, " ifid=\"A-B\""));
  g_assert_nonnull (strstr (page, "<tw-passagedata pid=\"1\" name=\"A\" tags=\"end\""));
  g_assert_nonnull (strstr (page, "&quot;&lt;&amp;&gt;&apos;"));
  g_assert_nonnull (strstr (page, "[[Go-&gt;A]]"));
}

static void
test_a_page_of_links_has_no_script (void)
{
  g_autoptr (KistScenario) plain =
      parse (":: Start\n*Hm* <script>alert(1)</script>\n\n[[A & B->End]]\n  feedback: So.\n:: End [end]\n.\n");
  g_autoptr (KistScenario) counted = parse (":: Start\nHm.\n\n[[A</script>->End]]\n  if: visited(\"Start\") == 1\n"
                                            "  feedback: It is *so* <b>.\n:: End [end]\n.\n");
  g_autofree char *page = kist_export_html (plain);
  g_autofree char *scripted = kist_export_html (counted);

  g_assert_null (strstr (page, "<script"));
  g_assert_nonnull (strstr (page, "<em>Hm</em> &lt;script&gt;"));
  g_assert_nonnull (strstr (page, "<a href=\"#p0-1\">A &amp; B</a>"));
  g_assert_nonnull (strstr (page, "<section id=\"p0-1\""));
  g_assert_nonnull (strstr (page, "script-src 'none'"));
  g_assert_nonnull (strstr (scripted, "script-src 'sha256-"));
  g_assert_nonnull (strstr (scripted, "A\\u003c/script>"));
  g_assert_nonnull (strstr (scripted, "\\u003cp>It is \\u003cem>so\\u003c/em> &lt;b&gt;."));
}

static void
test_nothing_on_a_page_comes_from_elsewhere (void)
{
  static const char *const calls[] = { "src=", "@import", "url(", "fetch", "XMLHttp", "import(", "<link", "eval" };
  g_autoptr (KistScenario) scenario = parse (":: Start\nHm.\n\n[[A->End]]\n  once: true\n:: End [end]\n.\n");
  g_autofree char *page = kist_export_html (scenario);

  for (unsigned i = 0; i < G_N_ELEMENTS (calls); i++)
    g_assert_null (strstr (page, calls[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/export/bundled-scenarios-round-trip", test_bundled_scenarios_round_trip);
  g_test_add_func ("/export/random-scenarios-round-trip", test_random_scenarios_round_trip);
  g_test_add_func ("/export/an-id-that-was-made-stays", test_an_id_that_was_made_stays);
  g_test_add_func ("/export/what-is-left-out-is-named", test_what_is_left_out_is_named);
  g_test_add_func ("/export/twine-is-as-its-specification-says", test_twine_is_as_its_specification_says);
  g_test_add_func ("/export/a-page-of-links-has-no-script", test_a_page_of_links_has_no_script);
  g_test_add_func ("/export/nothing-on-a-page-comes-from-elsewhere", test_nothing_on_a_page_comes_from_elsewhere);
  return g_test_run ();
}
