/* kist-tool play as a script sees it. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#define SCENARIO                                                                                                       \
  ":: StoryTitle\nThe key\n\n"                                                                                         \
  ":: StoryData\n{\"start\": \"Door\", \"outcomes\": [\"you\", \"trust\"]}\n\n"                                        \
  ":: Door [decision]\nIt is locked.\n\n"                                                                              \
  "[[Knock->Door]]\n  set: knocks = knocks + 1\n  outcome: trust +1\n  score: 2\n  feedback: Nobody comes.\n"          \
  "  code: workers-2024/2.8\n  once: true\n"                                                                           \
  "[[Break in->Inside]]\n  outcome: you -1, trust -2\n  code: workers-2024/2.8, workers-2024/5.1\n"                    \
  "[[Wait->Opened]]\n  if: knocks\n\n"                                                                                 \
  ":: Inside [end]\nDark.\n\n:: Opened [end]\nShe opens.\n"

/* What a program may use where nothing is wrong with it: 2 s of a processor and 256 MB. The sanitizers take more. */
#ifdef __SANITIZE_ADDRESS__
#define LIMITS "ulimit -t 60; "
#else
#define LIMITS "ulimit -t 2; ulimit -v 262144; "
#endif

typedef struct
{
  char *path;
  int   status;
  char *out;
  char *err;
} Fixture;

static void
run (Fixture *fixture, const char *command, const char *choices)
{
  g_autofree char *line = g_strdup_printf (LIMITS "exec \"$0\" %s \"$1\" %s", command, choices);
  const char      *argv[] = { "sh", "-c", line, g_getenv ("KIST_TOOL"), fixture->path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);

  g_assert_no_error (error);
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
  g_test_message ("%s", fixture->err);
}

static void
write_file (Fixture *fixture, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  fixture->path = g_build_filename (g_get_user_data_dir (), "key.twee", NULL);
  write_file (fixture, SCENARIO, -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
test_lines_tell_the_run (Fixture *fixture, gconstpointer data)
{
  run (fixture, "play", "--choices 1,2");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpstr (fixture->out, ==,
                   "The key\n"
                   "\nDoor\nIt is locked.\n> Knock\n  Nobody comes.\n  trust +1\n  workers-2024/2.8\n"
                   "\nDoor\nIt is locked.\n> Wait\n"
                   "\nOpened (an ending)\nShe opens.\n"
                   "\nyou: +0\ntrust: +1\nscore: 2\ncodes: workers-2024/2.8\n");
}

static void
test_without_choices_it_shows_the_start (Fixture *fixture, gconstpointer data)
{
  run (fixture, "play", "");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Door\nIt is locked.\n1. Knock\n2. Break in\n"));
}

static void
test_json_holds_all_of_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *step;

  run (fixture, "play --json", "--choices 1,1");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, fixture->out, -1, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "title"), ==, "The key");
  g_assert_cmpstr (json_object_get_string_member (root, "passage"), ==, "Inside");
  g_assert_cmpstr (json_object_get_string_member (root, "ending"), ==, "Inside");
  g_assert_cmpstr (json_object_get_string_member (root, "text"), ==, "Dark.");
  g_assert_cmpint (json_object_get_int_member (root, "score"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "offered")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "codes")), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "outcomes"), "you"), ==, -1);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "outcomes"), "trust"), ==, -1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "trail")), ==, 2);
  step = json_array_get_object_element (json_object_get_array_member (root, "trail"), 1);
  g_assert_cmpstr (json_object_get_string_member (step, "passage"), ==, "Door");
  g_assert_cmpstr (json_object_get_string_member (step, "choice"), ==, "Break in");
  g_assert_true (json_object_get_null_member (step, "feedback"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (step, "outcomes"), "trust"), ==, -2);
}

static void
test_a_wrong_choice_is_2_and_says_where (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *choices;
    const char *said;
  } cases[] = {
    { "--choices 3", "key.twee:7: choice 1: in “Door” there is no choice 3; offered are 1 “Knock”, 2 “Break in”." },
    { "--choices 1,0", "key.twee:7: choice 2: in “Door” there is no choice 0; offered are 1 “Break in”, 2 “Wait”." },
    { "--choices 2,1", "key.twee:23: choice 2: “Inside” is an ending" },
    { "--choices 1,x", "Choice 2: “x” is not a number" },
    { "--choices 1,,2", "Choice 2: “” is not a number" },
    { "--choices -1", "Choice 1: “-1” is not a number" },
    { "--choices 99999999999999999999", "Choice 1: “99999999999999999999” is not a number" },
    { "--chuck", "--chuck" },
    { "x", "one FILE.twee" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, "play", cases[i].choices);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->out, ==, "");
      g_assert_nonnull (strstr (fixture->err, cases[i].said));
    }
}

static void
test_what_cannot_be_played_is_3_and_says_why (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, ":: Start\nx\n[[Go->Nowhere]]\n", -1);
  run (fixture, "play", "");
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_nonnull (strstr (fixture->err, "key.twee:3:1: error: This link leads to “Nowhere”"));
  g_unlink (fixture->path);
  run (fixture, "play", "");
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_nonnull (strstr (fixture->err, "key.twee"));
}

/* Writes @unit again and again between @head and the end, @size bytes in all. */
static void
write_flood (Fixture *fixture, const char *head, const char *unit, gsize size)
{
  g_autoptr (GString) text = g_string_new (head);

  while (text->len < size)
    g_string_append (text, unit);
  write_file (fixture, text->str, (gssize)text->len);
}

/* A gigabyte that begins with brackets; the rest takes no room on the disk. */
static void
write_gigabyte (Fixture *fixture)
{
  write_flood (fixture, ":: Start\n", "[", 3 << 20);
  g_assert_cmpint (truncate (fixture->path, (off_t)1 << 30), ==, 0);
}

static void
assert_refused (Fixture *fixture, const char *said)
{
  static const char *const commands[] = { "play", "check" };

  for (unsigned i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i], "");
      g_assert_cmpint (fixture->status, !=, 0);
      g_assert_nonnull (strstr (i == 0 || fixture->status == 3 ? fixture->err : fixture->out, said));
    }
}

static void
test_hostile_files_end_in_one_clear_error (Fixture *fixture, gconstpointer data)
{
  static const char nul[] = ":: Start [end]\nx\0y\n";

  write_gigabyte (fixture);
  assert_refused (fixture, "larger than 2048 KiB");
  write_flood (fixture, ":: Start\n", "[", 1 << 20);
  assert_refused (fixture, "key.twee:2:32769: error: This line is longer");
  write_flood (fixture, ":: Start\n[[Start]]\n  if: ", "(", 200000);
  assert_refused (fixture, "key.twee:3:32769: error: This line is longer");
  write_flood (fixture, ":: Start\n[[Start]]\n  if: ", "(", 900);
  assert_refused (fixture,
                  "key.twee:3:47: error: “if” cannot be understood from column 47 on. This is nested too deeply.");
  write_flood (fixture, ":: Start\n[[Start]]\n  if: ", "not ", 900);
  assert_refused (fixture, "nested too deeply");
  write_flood (fixture, ":: Start\n[[Start]]\n  set: a = ", "1+", 20000);
  assert_refused (fixture, "key.twee:3:11: error: “set” cannot be understood from column 11 on. This is longer");
  write_file (fixture, nul, sizeof nul - 1);
  assert_refused (fixture, "Line 2 is not UTF-8 text");
  write_file (fixture, ":: Start [end]\nx\n\nca\xf9\n", -1);
  assert_refused (fixture, "Line 4 is not UTF-8 text");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function) g_test_add ("/tool-play/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("lines-tell-the-run", test_lines_tell_the_run);
  ADD ("without-choices-it-shows-the-start", test_without_choices_it_shows_the_start);
  ADD ("json-holds-all-of-it", test_json_holds_all_of_it);
  ADD ("a-wrong-choice-is-2-and-says-where", test_a_wrong_choice_is_2_and_says_where);
  ADD ("what-cannot-be-played-is-3-and-says-why", test_what_cannot_be_played_is_3_and_says_why);
  ADD ("hostile-files-end-in-one-clear-error", test_hostile_files_end_in_one_clear_error);
  return g_test_run ();
}
