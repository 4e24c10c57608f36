/* kist-tool as a script sees it: exit status, standard output and standard error. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "pack-fixture.h"

/* What one call of the program did. */
typedef struct
{
  int   status;
  char *out;
  char *err;
} Call;

static void
call_clear (Call *call)
{
  g_free (call->out);
  g_free (call->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static Call
run (const char *first, const char *second, const char *third)
{
  const char *argv[] = { g_getenv ("KIST_TOOL"), first, second, third, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  Call call = { -1, NULL, NULL };

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &call.out, &call.err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  call.status = g_subprocess_get_exit_status (process);
  return call;
}

static void
test_a_clean_pack_is_0_and_says_nothing (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_auto (Call) call = run ("check", pack, NULL);

  g_assert_cmpint (call.status, ==, 0);
  g_assert_cmpstr (call.out, ==, "");
  g_assert_nonnull (strstr (call.err, "errors: 0, warnings: 0, notes: 0"));
}

static void
test_notes_alone_are_clean (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");

  pack_fixture_edit (pack, "things/05-media.md", "minutes: 40", "minutes: 60");
  g_auto (Call) call = run ("check", pack, NULL);
  g_assert_cmpint (call.status, ==, 0);
  g_assert_nonnull (strstr (call.out, "05-media.md: note: "));
}

static void
test_findings_are_1_and_lines_with_a_place (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autofree char *line = g_strdup_printf ("%s/things/05-media.md:15: error: ", pack);

  pack_fixture_edit (pack, "things/05-media.md", "../media/map.txt", "../media/mop.txt");
  g_auto (Call) call = run ("check", pack, NULL);
  g_assert_cmpint (call.status, ==, 1);
  g_assert_true (g_str_has_prefix (call.out, line));
  g_assert_nonnull (strstr (call.err, "errors: 1, warnings: 0, notes: 0"));
}

static void
test_json_is_all_there_is_on_standard_output (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *finding;

  pack_fixture_edit (pack, "badges/thing-05.yaml", "issuer: Somebody\n", "");
  pack_fixture_edit (pack, "things/05-media.md", "../media/map.txt", "../media/m\\\"p.txt");
  g_auto (Call) call = run ("check", "--json", pack);
  g_assert_cmpint (call.status, ==, 1);
  g_assert_cmpstr (call.err, ==, "");
  g_assert_true (json_parser_load_from_data (parser, call.out, -1, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "errors"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (root, "warnings"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (root, "notes"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "findings")), ==, 2);
  finding = json_array_get_object_element (json_object_get_array_member (root, "findings"), 1);
  g_assert_true (g_str_has_suffix (json_object_get_string_member (finding, "file"), "things/05-media.md"));
  g_assert_cmpint (json_object_get_int_member (finding, "line"), ==, 15);
  g_assert_cmpint (json_object_get_int_member (finding, "column"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "error");
  g_assert_nonnull (json_object_get_string_member (finding, "message"));
  g_assert_true (json_object_has_member (finding, "hint"));
}

static void
test_wrong_usage_is_2_and_unreadable_is_3 (void)
{
  static const struct
  {
    const char *words[3];
    int         status;
  } cases[] = {
    { { NULL, NULL, NULL }, 2 },
    { { "chuck", "x", NULL }, 2 },
    { { "--chuck", NULL, NULL }, 2 },
    { { "check", NULL, NULL }, 2 },
    { { "check", "a", "b" }, 2 },
    { { "check", "--chuck", "/" }, 2 },
    { { "check", "/nowhere.md", NULL }, 3 },
    { { "check", "/dev/null", NULL }, 3 },
    { { "check", "/proc", NULL }, 3 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Call) call = run (cases[i].words[0], cases[i].words[1], cases[i].words[2]);

      g_test_message ("%u: %s", i, call.err);
      g_assert_cmpint (call.status, ==, cases[i].status);
      g_assert_cmpstr (call.out, ==, "");
      g_assert_true (g_str_has_prefix (call.err, "kist-tool: "));
    }
}

/* Whatever is wrong with what was named, the message names it. */
static void
test_says_which_path_cannot_be_read (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autofree char *latin = g_build_filename (pack, "things", "06-second.md", NULL);
  g_autofree char *latin_said = g_strdup_printf ("kist-tool: %s: Line 2 is not UTF-8", latin);

  pack_fixture_write (pack, "things/06-second.md", "---\ncaf\xe9\n");
  g_auto (Call) gone = run ("check", "/no/where", NULL);
  g_auto (Call) foreign = run ("check", latin, NULL);
  g_assert_cmpstr (gone.err, ==, "kist-tool: /no/where does not exist.\n");
  g_assert_cmpint (gone.status, ==, 3);
  g_assert_true (g_str_has_prefix (foreign.err, latin_said));
  g_assert_cmpint (foreign.status, ==, 3);
}

static void
test_help_and_version_are_0 (void)
{
  g_auto (Call) help = run ("--help", NULL, NULL);
  g_auto (Call) check_help = run ("check", "--help", NULL);
  g_auto (Call) version = run ("--version", NULL, NULL);

  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.out, "check PATH"));
  g_assert_cmpint (check_help.status, ==, 0);
  g_assert_nonnull (strstr (check_help.out, "standard output"));
  g_assert_nonnull (strstr (check_help.out, "\"findings\""));
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.out, "kist-tool "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tool/a-clean-pack-is-0-and-says-nothing", test_a_clean_pack_is_0_and_says_nothing);
  g_test_add_func ("/tool/notes-alone-are-clean", test_notes_alone_are_clean);
  g_test_add_func ("/tool/findings-are-1-and-lines-with-a-place", test_findings_are_1_and_lines_with_a_place);
  g_test_add_func ("/tool/json-is-all-there-is-on-standard-output", test_json_is_all_there_is_on_standard_output);
  g_test_add_func ("/tool/wrong-usage-is-2-and-unreadable-is-3", test_wrong_usage_is_2_and_unreadable_is_3);
  g_test_add_func ("/tool/says-which-path-cannot-be-read", test_says_which_path_cannot_be_read);
  g_test_add_func ("/tool/help-and-version-are-0", test_help_and_version_are_0);
  return g_test_run ();
}
