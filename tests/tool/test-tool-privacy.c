/* kist-tool privacy as a script sees it: exit status, standard output and standard error. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  int   status;
  char *out;
  char *err;
} Fixture;

static void
run (Fixture *fixture, const char *input, const char *file, const char *option, const char *value)
{
  const char *argv[] = { g_getenv ("KIST_TOOL"), "privacy", file, option, value, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, input, NULL, &fixture->out, &fixture->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->out);
  g_free (fixture->err);
}

/* formats.md: spans in characters, not bytes. */
static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *findings;
  JsonObject *finding;

  run (fixture, "Café — see Mrs Kerr.\n", "-", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_true (json_parser_load_from_data (parser, fixture->out, -1, NULL));
  findings = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "findings");
  g_assert_cmpuint (json_array_get_length (findings), ==, 1);
  finding = json_array_get_object_element (findings, 0);
  g_assert_cmpint (json_object_get_int_member (finding, "start"), ==, 11);
  g_assert_cmpint (json_object_get_int_member (finding, "end"), ==, 19);
  g_assert_cmpstr (json_object_get_string_member (finding, "kind"), ==, "name");
  g_assert_cmpstr (json_object_get_string_member (finding, "certainty"), ==, "certain");
  g_assert_cmpstr (json_object_get_string_member (finding, "text"), ==, "Mrs Kerr");
  g_assert_nonnull (json_object_get_string_member (finding, "why"));
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  run (fixture, "One line.\nRing 07700 900123.\n", "-", NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_true (g_str_has_prefix (fixture->out, "-:2:6: phone, certain: “07700 900123”. "));
}

/* Columns are characters, also of the second finding in a line and in the line after. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  run (fixture, "É 07700 900123 – é 07700 900124\né 07700 900125, 07700 900126\n", "-", NULL, NULL);
  g_assert_nonnull (strstr (fixture->out, "-:1:3: phone, certain: “07700 900123”"));
  g_assert_nonnull (strstr (fixture->out, "\n-:1:20: phone, certain: “07700 900124”"));
  g_assert_nonnull (strstr (fixture->out, "\n-:2:3: phone, certain: “07700 900125”"));
  g_assert_nonnull (strstr (fixture->out, "\n-:2:17: phone, certain: “07700 900126”"));
}

/* A clean text is never called safe. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  run (fixture, "I learned to listen.\n", "-", NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->out, ==,
                   "No program can say that a text is safe: read it once as a neighbour of the person would.\n");
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  run (fixture, "We had spanner for tea.\n", "-", "--name", "Spanner");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->out, "listed-name, certain: “spanner”"));
}

static void
test_what_cannot_be_read (Fixture *fixture, gconstpointer data)
{
  run (fixture, "", "/nowhere/at-all.md", NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_nonnull (strstr (fixture->err, "/nowhere/at-all.md"));
}

static void
test_wrong_usage (Fixture *fixture, gconstpointer data)
{
  run (fixture, "", NULL, NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tool-privacy/json", Fixture, NULL, NULL, test_json, tear_down);
  g_test_add ("/tool-privacy/lines", Fixture, NULL, NULL, test_lines, tear_down);
  g_test_add ("/tool-privacy/columns", Fixture, NULL, NULL, test_columns, tear_down);
  g_test_add ("/tool-privacy/clean", Fixture, NULL, NULL, test_clean, tear_down);
  g_test_add ("/tool-privacy/name", Fixture, NULL, NULL, test_name, tear_down);
  g_test_add ("/tool-privacy/what-cannot-be-read", Fixture, NULL, NULL, test_what_cannot_be_read, tear_down);
  g_test_add ("/tool-privacy/wrong-usage", Fixture, NULL, NULL, test_wrong_usage, tear_down);
  return g_test_run ();
}
