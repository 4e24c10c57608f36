#include "content/kist-framework.h"

#include <string.h>

static KistFramework *
parse (const char *text, KistReport *report)
{
  KistFramework *framework = kist_framework_parse (text, "a.matrix", report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", finding);
    }
  g_assert_true ((framework == NULL) == (kist_report_count (report, KIST_SEVERITY_ERROR) > 0));
  return framework;
}

/* The shape of Mahara's nace_usa.matrix: "standardid" once a number, once a text. */
static void
test_reads_elements_in_a_list_of_their_own (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistFramework) framework =
      parse ("{\"framework\": {\"id\": \"workers-2024\", \"institution\": \"all\", \"name\": \"Codes, 2024\","
             "\"description\": \"What it is\", \"selfassess\": false, \"standards\": ["
             "{\"shortname\": \"1\", \"name\": \"One\", \"description\": \"\", \"standardid\": 1},"
             "{\"shortname\": \"2\", \"name\": \"Two\", \"standardid\": \"2\"}],"
             "\"standardelements\": ["
             "{\"shortname\": \"1.1\", \"name\": \"Kind\", \"description\": \"Be kind.\", \"standardid\": \"1\"},"
             "{\"shortname\": \"2.8\", \"name\": \"Boundaries\", \"standardid\": 2, \"elementid\": \"2.8\"}]}}",
             report);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_cmpstr (kist_framework_get_id (framework), ==, "workers-2024");
  g_assert_cmpstr (kist_framework_get_title (framework), ==, "Codes, 2024");
  g_assert_cmpstr (kist_framework_get_description (framework), ==, "What it is");
  g_assert_cmpuint (kist_framework_get_n_parts (framework), ==, 2);
  g_assert_cmpstr (kist_framework_get_part (framework, 1)->title, ==, "Two");
  g_assert_cmpstr (kist_framework_get_part (framework, 1)->number, ==, "2");
  g_assert_null (kist_framework_get_part (framework, 1)->text);
  g_assert_cmpuint (kist_framework_get_n_codes (framework), ==, 2);
  g_assert_cmpstr (kist_framework_get_code (framework, 0)->text, ==, "Be kind.");
  g_assert_cmpuint (kist_framework_lookup (framework, "2.8")->part, ==, 1);
  g_assert_cmpstr (kist_framework_lookup (framework, "2.8")->text, ==, "Boundaries");
  g_assert_null (kist_framework_lookup (framework, "9.9"));
}

/* The shape of Mahara's example.matrix. */
static void
test_reads_elements_inside_their_standard (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistFramework) framework =
      parse ("{\"framework\": {\"name\": \"Smart Evidence\", \"standards\": ["
             "{\"shortname\": \"K1\", \"name\": \"Know\", \"priority\": 1, \"standardelement\": ["
             "{\"shortname\": \"1.1\", \"name\": \"a\", \"description\": \"A\", \"parent\": false},"
             "{\"shortname\": \"1.2\", \"name\": \"b\", \"description\": \"B\", \"parent\": true}]},"
             "{\"shortname\": \"U1\", \"name\": \"Unused\"}]}}",
             report);

  g_assert_cmpstr (kist_framework_get_id (framework), ==, "smart-evidence");
  g_assert_cmpint (kist_report_get_finding (report, 0)->severity, ==, KIST_SEVERITY_NOTE);
  g_assert_cmpuint (kist_framework_get_n_parts (framework), ==, 2);
  g_assert_cmpuint (kist_framework_get_n_codes (framework), ==, 2);
  g_assert_cmpstr (kist_framework_lookup (framework, "1.2")->text, ==, "B");
}

static void
test_what_is_wrong_is_said (void)
{
  const struct
  {
    const char *text, *words;
  } cases[] = {
    { "", "" },
    { "{\"framework\": ", "cannot be read from here" },
    { "[]", "no “framework”" },
    { "{\"framework\": []}", "no “framework”" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"A\"}}", "no elements" },
    { "{\"framework\": {\"id\": \"A b\", \"name\": \"A\"}}", "cannot be an id" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"\\ud800\"}}", "cannot be read from here" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"\\udc00\"}}", "cannot be read from here" },
    { "{\"framework\": {\"id\": \"a\", \"name\": 5.5}}", "no “name”" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"A\", \"standards\": [5]}}", "no “name”" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"A\", \"standardelements\": [{\"standardid\": 3}]}}", "no standard" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"A\", \"standards\": [{\"name\": \"S\", \"standardelement\":"
      "[{\"shortname\": \"1/2\", \"name\": \"N\"}]}]}}",
      "“1/2” has no number" },
    { "{\"framework\": {\"id\": \"a\", \"name\": \"A\", \"standards\": [{\"name\": \"S\", \"standardelement\":"
      "[{\"shortname\": 1, \"name\": \"N\"}, {\"shortname\": \"1\", \"name\": \"M\"}]}]}}",
      "stands here twice" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistFramework) framework = parse (cases[i].text, report);
      gboolean is_found = FALSE;

      g_assert_null (framework);
      for (unsigned j = 0; j < kist_report_get_n_findings (report); j++)
        is_found |= strstr (kist_report_get_finding (report, j)->message, cases[i].words) != NULL;
      g_assert_true (is_found);
    }
}

static void
test_deep_nesting_is_refused_before_it_is_read (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (KistReport) report = kist_report_new ();

  g_assert_null (parse (deep, report));
  g_assert_nonnull (strstr (kist_report_get_finding (report, 0)->message, "nested"));
}

static void
test_broken_json_is_refused_with_its_line (void)
{
  g_autoptr (KistReport) report = kist_report_new ();

  g_assert_null (parse ("{\"framework\":\n{\"id\": \"a\"\n\"name\": \"A\"}}\n", report));
  g_assert_cmpuint (kist_report_get_finding (report, 0)->line, ==, 2);
}

/* json-glib quotes what it does not expect and cuts it off after so many bytes. */
static void
test_a_message_is_never_half_a_character (void)
{
  for (unsigned i = 0; i < 3; i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autofree char *start = g_strnfill (i, 'a');
      g_autoptr (GString) text = g_string_new ("{\"a\": [{\"b\": \"");

      g_string_append (text, start);
      for (unsigned j = 0; j < 100; j++)
        g_string_append (text, "€");
      g_string_append (text, "\": false}]}");
      g_assert_null (kist_framework_parse (text->str, "a.matrix", report));
      g_assert_true (g_utf8_validate (kist_report_get_finding (report, 0)->message, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/framework/reads-elements-in-a-list-of-their-own", test_reads_elements_in_a_list_of_their_own);
  g_test_add_func ("/framework/reads-elements-inside-their-standard", test_reads_elements_inside_their_standard);
  g_test_add_func ("/framework/what-is-wrong-is-said", test_what_is_wrong_is_said);
  g_test_add_func ("/framework/deep-nesting-is-refused-before-it-is-read",
                   test_deep_nesting_is_refused_before_it_is_read);
  g_test_add_func ("/framework/broken-json-is-refused-with-its-line", test_broken_json_is_refused_with_its_line);
  g_test_add_func ("/framework/a-message-is-never-half-a-character", test_a_message_is_never_half_a_character);
  return g_test_run ();
}
