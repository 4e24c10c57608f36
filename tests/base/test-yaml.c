#include "base/kist-text.h"
#include "base/kist-yaml.h"

#include <string.h>

static KistReport *
errors_of (const char *text)
{
  KistReport *report = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse (text, "a.yaml", 1, report);

  g_assert_true ((root == NULL) == (kist_report_count (report, KIST_SEVERITY_ERROR) > 0));
  return report;
}

static void
test_reads_mappings_lists_and_texts_with_lines (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse ("id: a\ncodes: [x/1, y/2]\nitems:\n  - {id: one}\n", "a.md", 2, report);
  g_auto (GStrv) codes = NULL;
  const KistYaml *items;

  g_assert_nonnull (root);
  codes = kist_yaml_lookup_strv (root, "codes", "a.md", report);
  items = kist_yaml_lookup (root, "items");
  g_assert_cmpstr (kist_yaml_lookup_text (root, "id"), ==, "a");
  g_assert_cmpstrv (codes, ((const char *[]){ "x/1", "y/2", NULL }));
  g_assert_cmpint (kist_yaml_get_kind (items), ==, KIST_YAML_LIST);
  g_assert_cmpuint (kist_yaml_get_line (kist_yaml_get_item (items, 0)), ==, 5);
  g_assert_cmpstr (kist_yaml_lookup_text (kist_yaml_get_item (items, 0), "id"), ==, "one");
  g_assert_null (kist_yaml_lookup (root, "absent"));
}

/* As word processors write the blanks that somebody indents with. */
static void
test_an_indent_may_be_of_no_break_spaces (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse ("items:\n\xc2\xa0 - id: one\n\xc2\xa0 \xc2\xa0 text: a\xc2\xa0"
                                               "b\n",
                                               "a.md", 1, report);
  const KistYaml *item;

  g_assert_nonnull (root);
  item = kist_yaml_get_item (kist_yaml_lookup (root, "items"), 0);
  g_assert_cmpstr (kist_yaml_lookup_text (item, "id"), ==, "one");
  g_assert_cmpstr (kist_yaml_lookup_text (item, "text"), ==,
                   "a\xc2\xa0"
                   "b");
}

static void
test_refuses_what_could_grow_or_mean_two_things (void)
{
  const char *cases[] = {
    "a: &x 1\nb: *x\n",
    "a: !tag 1\n",
    "a: &x [1]\n",
    "a: 1\na: 2\n",
    "a: 1\n---\nb: 2\n",
    "a: [[[[[[[1]]]]]]]\n",
    "- not\n- a mapping\n",
    "a: [1\n",
    "a: 'x\n",
    "? [a]\n: b\n",
    "<<: *x\n",
    "just text\n",
    "{a-<:",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = errors_of (cases[i]);

      g_test_message ("%s", cases[i]);
      g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), >, 0);
      g_assert_cmpuint (kist_report_get_finding (report, 0)->line, >, 0);
      g_assert_cmpuint (kist_report_get_finding (report, 0)->line, <=,
                        kist_text_line_of (cases[i], strchr (cases[i], 0)));
    }
}

static void
test_refuses_too_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("a:\n");
  g_autoptr (KistReport) report = NULL;

  for (unsigned i = 0; i < KIST_YAML_MAX_NODES; i++)
    g_string_append (text, "  - 1\n");
  report = errors_of (text->str);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 1);
}

static void
test_an_empty_text_is_an_empty_mapping (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse ("", "a.md", 1, report);

  g_assert_nonnull (root);
  g_assert_cmpuint (kist_yaml_get_length (root), ==, 0);
}

static void
test_an_integer_is_whole_and_in_range (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse ("a: 5\nb: 5.5\nc: 11\nd: null\ne:\n", "a.yaml", 1, report);
  gint64 value = -1;

  g_assert_true (kist_yaml_lookup_integer (root, "a", 0, 10, &value, "a.yaml", report));
  g_assert_cmpint (value, ==, 5);
  g_assert_false (kist_yaml_lookup_integer (root, "d", 0, 10, &value, "a.yaml", report));
  g_assert_false (kist_yaml_lookup_integer (root, "e", 0, 10, &value, "a.yaml", report));
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 0);
  g_assert_false (kist_yaml_lookup_integer (root, "b", 0, 10, &value, "a.yaml", report));
  g_assert_false (kist_yaml_lookup_integer (root, "c", 0, 10, &value, "a.yaml", report));
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 2);
  g_assert_cmpuint (kist_report_get_finding (report, 1)->line, ==, 3);
}

static void
test_what_cannot_be_read_is_said_without_the_parsers_words (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  g_assert_null (kist_yaml_parse ("a: 1\ntitle: Email: at work\n", "a.yaml", 1, report));
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 1);
  g_assert_cmpuint (kist_report_get_finding (report, 0)->line, ==, 2);
  g_assert_cmpstr (kist_report_get_finding (report, 0)->message, ==, "This cannot be read as “key: value” lines.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/yaml/reads-mappings-lists-and-texts-with-lines", test_reads_mappings_lists_and_texts_with_lines);
  g_test_add_func ("/yaml/an-indent-may-be-of-no-break-spaces", test_an_indent_may_be_of_no_break_spaces);
  g_test_add_func ("/yaml/refuses-what-could-grow-or-mean-two-things", test_refuses_what_could_grow_or_mean_two_things);
  g_test_add_func ("/yaml/refuses-too-many-values", test_refuses_too_many_values);
  g_test_add_func ("/yaml/an-empty-text-is-an-empty-mapping", test_an_empty_text_is_an_empty_mapping);
  g_test_add_func ("/yaml/what-cannot-be-read-is-said-without-the-parsers-words",
                   test_what_cannot_be_read_is_said_without_the_parsers_words);
  g_test_add_func ("/yaml/an-integer-is-whole-and-in-range", test_an_integer_is_whole_and_in_range);
  return g_test_run ();
}
