/* “kist-tool import” and “kist-tool export” as a script sees them. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

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
run (const char *const *words)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  Call call = { -1, NULL, NULL };

  g_strv_builder_add (argv, g_getenv ("KIST_TOOL"));
  g_strv_builder_addv (argv, (const char **)words);
  all = g_strv_builder_end (argv);
  process = g_subprocess_newv ((const char *const *)all,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &call.out, &call.err, &error));
  g_assert_no_error (error);
  call.status = g_subprocess_get_exit_status (process);
  return call;
}

#define RUN(...) run ((const char *const[]){ __VA_ARGS__, NULL })

static char *
sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "exchange", "samples", name, NULL);
}

static char *
output (const char *name)
{
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static void
test_what_was_kept_is_0_and_what_was_changed_1 (void)
{
  g_autofree char *own = sample ("kist.twee");
  g_autofree char *foreign = sample ("sugarcube.twee");
  g_autofree char *pack = output ("pack");
  g_auto (Call) clean = RUN ("import", own, "-o", pack);
  g_auto (Call) changed = RUN ("import", foreign, "-o", pack);
  g_autofree char *written = g_build_filename (pack, "scenarios", "the-borrowed-key.twee", NULL);
  g_auto (Call) check = RUN ("check", written);

  g_assert_cmpint (clean.status, ==, 0);
  g_assert_cmpint (changed.status, ==, 1);
  g_assert_nonnull (strstr (changed.out, "passage “Hall”, line 24: dropped link: “Nowhere”"));
  g_assert_nonnull (strstr (changed.err, "/scenarios/the-borrowed-key.twee"));
  g_assert_null (strstr (check.out, "error:"));
}

static void
test_json_is_all_there_is_on_standard_output (void)
{
  g_autofree char *foreign = sample ("harlowe.twee");
  g_autofree char *pack = output ("json");
  g_auto (Call) call = RUN ("import", foreign, "-o", pack, "--json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *links;

  g_assert_cmpstr (call.err, ==, "");
  g_assert_true (json_parser_load_from_data (parser, call.out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "Twee 3");
  links = json_object_get_object_member (json_object_get_object_member (root, "totals"), "link");
  g_assert_cmpint (json_object_get_int_member (links, "kept") + json_object_get_int_member (links, "changed") +
                       json_object_get_int_member (links, "dropped"),
                   ==, 8);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "written")), ==, 2);
}

static void
test_exports_in_every_format (void)
{
  static const char *const formats[] = { "twee", "twine", "html" };
  g_autofree char         *own = sample ("kist.twee");

  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = output (formats[i]);
      g_autofree char *text = NULL;
      g_auto (Call) call = RUN ("export", own, "--format", formats[i], "-o", path);

      g_assert_cmpstr (call.err, ==, "");
      g_assert_cmpint (call.status, ==, 0);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, "Already ours"));
    }
}

static void
test_names_what_an_export_is_without (void)
{
  g_autofree char *own = output ("coded.twee");
  g_autofree char *path = output ("coded.html");
  g_auto (Call) call = { 0 };

  g_assert_true (
      g_file_set_contents (own, ":: A [script]\nx\n:: Start\nHm.\n[[Go->End]]\n:: End [end]\n.\n", -1, NULL));
  call = RUN ("export", own, "--format", "twine", "-o", path);
  g_assert_cmpint (call.status, ==, 1);
  g_assert_nonnull (strstr (call.err, "coded.twee:1:1: warning: The script “A” is left out"));
  g_assert_nonnull (strstr (call.err, "note: The scenario has no ifid"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_exports_a_quiz (void)
{
  static const char *const formats[] = { "gift", "moodle-xml" };
  g_autofree char         *quiz = sample ("washing.gift");

  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = output (formats[i]);
      g_autofree char *pack = output ("again");
      g_auto (Call) call = RUN ("export", quiz, "--format", formats[i], "-o", path);
      g_auto (Call) again = RUN ("import", path, "-o", pack);

      g_assert_cmpint (call.status, ==, 0);
      g_assert_nonnull (strstr (again.out, "question “dry”: kept question"));
    }
}

static void
test_wrong_usage_is_2_and_unreadable_is_3 (void)
{
  static const struct
  {
    const char *words[6];
    int         status;
  } cases[] = {
    { { "import", NULL }, 2 },
    { { "import", "x", NULL }, 2 },
    { { "import", "/nowhere", "-o", "x", NULL }, 3 },
    { { "import", "/dev/zero", "-o", "x", NULL }, 3 },
    { { "export", "x", NULL }, 2 },
    { { "export", "x", "-o", "y", "--format=odt", NULL }, 2 },
    { { "export", "/nowhere", "-o", "y", "--format=html", NULL }, 3 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Call) call = run (cases[i].words);

      g_test_message ("%u: %s", i, call.err);
      g_assert_cmpint (call.status, ==, cases[i].status);
      g_assert_cmpstr (call.out, ==, "");
      g_assert_true (g_str_has_prefix (call.err, "kist-tool: "));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tool-exchange/what-was-kept-is-0-and-what-was-changed-1",
                   test_what_was_kept_is_0_and_what_was_changed_1);
  g_test_add_func ("/tool-exchange/json-is-all-there-is-on-standard-output",
                   test_json_is_all_there_is_on_standard_output);
  g_test_add_func ("/tool-exchange/exports-in-every-format", test_exports_in_every_format);
  g_test_add_func ("/tool-exchange/names-what-an-export-is-without", test_names_what_an_export_is_without);
  g_test_add_func ("/tool-exchange/exports-a-quiz", test_exports_a_quiz);
  g_test_add_func ("/tool-exchange/wrong-usage-is-2-and-unreadable-is-3", test_wrong_usage_is_2_and_unreadable_is_3);
  return g_test_run ();
}
