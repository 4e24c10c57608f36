/* kist-tool graph as a script sees it: exit status, standard output and standard error. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libxml/parser.h>
#include <string.h>

#define SCENARIO                                                                                                       \
  ":: StoryTitle\nTea & <talk>\n\n:: StoryData\n{\"start\": \"Kitchen\"}\n\n"                                          \
  ":: Kitchen\nWho is in?\n\n[[Listen->Hall]]\n[[Leave->Street \"and\" <home>]]\n\n"                                   \
  ":: Hall\nVoices.\n\n[[Go back->Kitchen]]\n[[Wait->Hall]]\n[[Upstairs->Attic]]\n\n"                                  \
  ":: Attic\nDust.\n\n:: Cellar\nDark.\n\n[[Up->Hall]]\n\n:: Street \"and\" <home> [end]\nRain.\n"

typedef struct
{
  char *path;
  int   status;
  char *out;
  char *err;
} Fixture;

static void
run (Fixture *fixture, const char *text, const char *option)
{
  const char *argv[] = { g_getenv ("KIST_TOOL"), "graph", fixture->path, option, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  if (text)
    g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  fixture->path = g_build_filename (g_get_user_data_dir (), "tea.twee", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
test_lines_say_what_is_what (Fixture *fixture, gconstpointer data)
{
  run (fixture, SCENARIO, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpstr (fixture->out, ==,
                   "Tea & <talk>\n"
                   "passages: 5, reachable: 4, choices: 6, loops: 1\n"
                   "endings: 1: “Street \"and\" <home>”\n"
                   "no choice leads to: 1: “Cellar”\n"
                   "dead ends: 1: “Attic”\n"
                   "no ending can be reached from: 0\n"
                   "loop: 2: “Kitchen”, “Hall”\n");
}

static void
assert_names (JsonObject *object, const char *member, const char *name)
{
  JsonArray *names = json_object_get_array_member (object, member);

  g_assert_cmpuint (json_array_get_length (names), ==, name != NULL);
  if (name)
    g_assert_cmpstr (json_array_get_string_element (names, 0), ==, name);
}

static void
test_json_says_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *loop, *edge;

  run (fixture, SCENARIO, "--json");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, fixture->out, -1, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "title"), ==, "Tea & <talk>");
  g_assert_cmpstr (json_object_get_string_member (root, "start"), ==, "Kitchen");
  g_assert_cmpint (json_object_get_int_member (root, "passages"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (root, "choices"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (root, "reachable"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (root, "endings"), ==, 1);
  assert_names (root, "ending_names", "Street \"and\" <home>");
  assert_names (root, "unreachable", "Cellar");
  assert_names (root, "dead_ends", "Attic");
  assert_names (root, "stuck", NULL);
  loop = json_array_get_object_element (json_object_get_array_member (root, "loops"), 0);
  g_assert_true (json_object_get_boolean_member (loop, "exit"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (loop, "passages")), ==, 2);
  edge = json_array_get_object_element (json_object_get_array_member (root, "edges"), 4);
  g_assert_cmpstr (json_object_get_string_member (edge, "from"), ==, "Hall");
  g_assert_cmpint (json_object_get_int_member (edge, "choice"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (edge, "to"), ==, "Attic");
}

static unsigned
count (const char *text, const char *part)
{
  unsigned n = 0;

  for (text = strstr (text, part); text; text = strstr (text + 1, part))
    n++;
  return n;
}

/* Also with names that would break out of it. */
static void
test_svg_is_xml_with_a_box_for_each_passage (Fixture *fixture, gconstpointer data)
{
  xmlDocPtr document;

  run (fixture, SCENARIO, "--svg");
  g_assert_cmpint (fixture->status, ==, 0);
  document = xmlReadMemory (fixture->out, (int)strlen (fixture->out), "tea.svg", NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  g_assert_cmpstr ((const char *)xmlDocGetRootElement (document)->name, ==, "svg");
  xmlFreeDoc (document);
  g_assert_cmpuint (count (fixture->out, "<g class=\"box"), ==, 5);
  g_assert_cmpuint (count (fixture->out, "<path class=\"line"), ==, 6);
  g_assert_cmpuint (count (fixture->out, " fault"), ==, 2);
}

static void
test_control_characters_leave_the_svg_readable (Fixture *fixture, gconstpointer data)
{
  xmlDocPtr document;

  run (fixture,
       ":: StoryData\n{\"start\": \"A\"}\n:: A\nText.\n[[x->\xef\xbf\xbf \001]]\n:: \xef\xbf\xbf \001 [end]\n.\n",
       "--svg");
  g_assert_cmpint (fixture->status, ==, 0);
  document = xmlReadMemory (fixture->out, (int)strlen (fixture->out), "a.svg", NULL, XML_PARSE_NONET);
  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

static void
test_what_is_no_scenario_is_3_and_says_where (Fixture *fixture, gconstpointer data)
{
  run (fixture, ":: Somewhere\nNo start.\n", "--json");
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_nonnull (strstr (fixture->err, "tea.twee"));
}

static void
test_missing_file_is_3 (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->out, ==, "");
}

static void
test_unknown_option_is_2 (Fixture *fixture, gconstpointer data)
{
  run (fixture, SCENARIO, "--dot");
  g_assert_cmpint (fixture->status, ==, 2);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/tool-graph/lines-say-what-is-what", test_lines_say_what_is_what);
  add ("/tool-graph/json-says-the-same", test_json_says_the_same);
  add ("/tool-graph/svg-is-xml-with-a-box-for-each-passage", test_svg_is_xml_with_a_box_for_each_passage);
  add ("/tool-graph/control-characters-leave-the-svg-readable", test_control_characters_leave_the_svg_readable);
  add ("/tool-graph/what-is-no-scenario-is-3-and-says-where", test_what_is_no_scenario_is_3_and_says_where);
  add ("/tool-graph/missing-file-is-3", test_missing_file_is_3);
  add ("/tool-graph/unknown-option-is-2", test_unknown_option_is_2);
  return g_test_run ();
}
