/* kist-tool evidence as a script sees it: exit status, standard output and standard error. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define BADGE                                                                                                          \
  "id: cpl\ntitle: CPL\nissuer: SSSC\nsource: {address: 'https://example.org', seen: 2026-11}\n"                       \
  "criteria:\n  - {id: one, text: What I did, min-words: 3}\n  - {id: two, text: What I learned, max-words: 4}\n"      \
  "words: {min: 5, max: 20}\nheader: [registration-number]\nrequires: [starter]\nadvised: [writing]\n"                 \
  "window: {opens: 2026-01-01, closes: 2026-12-31}\n"                                                                  \
  "conflicts:\n  - id: length\n    about: Number of words\n    rules:\n"                                               \
  "      - {id: a, says: At least 5., address: 'https://example.org/a', seen: 2026-11}\n"                              \
  "      - {id: b, says: At most 5., address: 'https://example.org/b', seen: 2026-11}\n    followed: a\n"

#define READY "Registration number: 1234567\n\n## What I did\n\none two three\n\n## What I learned\n\nfour\n"

typedef struct
{
  char *folder;
  char *badge;
  char *draft;
  int   status;
  char *out;
  char *err;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("kist-evidence-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->badge = g_build_filename (fixture->folder, "badge.yaml", NULL);
  fixture->draft = g_build_filename (fixture->folder, "draft.md", NULL);
  g_assert_true (g_file_set_contents (fixture->badge, BADGE, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->badge);
  g_unlink (fixture->draft);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->badge);
  g_free (fixture->draft);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
run (Fixture *fixture, const char *draft, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list options;

  if (draft)
    g_assert_true (g_file_set_contents (fixture->draft, draft, -1, NULL));
  g_ptr_array_add (argv, (char *)g_getenv ("KIST_TOOL"));
  g_ptr_array_add (argv, (char *)"evidence");
  g_ptr_array_add (argv, fixture->badge);
  g_ptr_array_add (argv, fixture->draft);
  va_start (options, draft);
  for (char *option; (option = va_arg (options, char *));)
    g_ptr_array_add (argv, option);
  va_end (options);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *)argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
}

/* "kind id;kind id" of a list of the object on standard output. */
static void
assert_list (JsonObject *object, const char *member, const char *expected)
{
  JsonArray *list = json_object_get_array_member (object, member);
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *rule = json_array_get_object_element (list, i);

      g_string_append_printf (found, "%s%s %s", i > 0 ? ";" : "", json_object_get_string_member (rule, "kind"),
                              json_object_get_string_member_with_default (rule, "id", "-"));
      g_assert_true (g_str_has_suffix (json_object_get_string_member (rule, "message"), "."));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static JsonObject *
get_object (JsonParser *parser, const Fixture *fixture)
{
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_true (json_parser_load_from_data (parser, fixture->out, -1, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_ready (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object, *criterion, *rule;

  run (fixture, READY, "--json", "--on", "2026-06-01", "--held", "starter", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  object = get_object (parser, fixture);
  g_assert_cmpstr (json_object_get_string_member (object, "badge"), ==, "cpl");
  g_assert_true (json_object_get_boolean_member (object, "ready"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "total"), "words"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "total"), "max_words"), ==, 20);
  criterion = json_array_get_object_element (json_object_get_array_member (object, "criteria"), 0);
  g_assert_cmpstr (json_object_get_string_member (criterion, "id"), ==, "one");
  g_assert_cmpint (json_object_get_int_member (criterion, "words"), ==, 3);
  g_assert_true (json_object_get_null_member (criterion, "max_words"));
  g_assert_cmpstr (json_object_get_string_member (criterion, "state"), ==, "met");
  assert_list (object, "missing", "");
  assert_list (object, "notes", "advised writing");
  rule = json_array_get_object_element (json_object_get_array_member (object, "conflicts"), 0);
  rule = json_array_get_object_element (json_object_get_array_member (rule, "rules"), 0);
  g_assert_cmpstr (json_object_get_string_member (rule, "says"), ==, "At least 5.");
  g_assert_true (json_object_get_boolean_member (rule, "followed"));
}

static void
test_what_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;

  run (fixture, "## What I learned\n\none two three four five six\n", "--json", "--on", "2027-01-01", "--held", "other",
       NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  object = get_object (parser, fixture);
  g_assert_false (json_object_get_boolean_member (object, "ready"));
  assert_list (object, "missing", "criterion one;criterion two;header registration-number;requires starter;closes -");
}

/* Every sentence as it is read. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  run (fixture, "## What I did\n\none two\n\n## What I learned\n\n", "--on", "2025-12-31", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==,
                   "What I did: 2 words\n"
                   "What I learned: 0 words\n"
                   "In all: 2 words\n"
                   "missing: “What I did” needs 1 more word: 2 of 3 are there.\n"
                   "missing: “What I learned” needs 1 more word: 0 of 1 are there.\n"
                   "missing: The whole needs 3 more words: 2 of 5 are there.\n"
                   "missing: A line “Registration number: …” is missing above the first heading.\n"
                   "missing: The badge can be had from 2026-01-01.\n"
                   "note: The badge “starter” has to come first; say “--held starter” where you have it.\n"
                   "note: The badge “writing” had better come first.\n"
                   "conflict: Number of words: At least 5. (https://example.org/a) This one is followed.\n"
                   "conflict: Number of words: At most 5. (https://example.org/b)\n"
                   "Not ready.\n");
  run (fixture, READY, "--on", "2026-12-31", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_suffix (fixture->out, "\nReady.\n"));
}

static void
test_what_cannot_be_read (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_nonnull (strstr (fixture->err, "draft.md"));
  g_assert_true (g_file_set_contents (fixture->badge, "id: b\ntitle: B\ncriteria: []\n", -1, NULL));
  run (fixture, READY, "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_nonnull (strstr (fixture->err, "badge.yaml:3"));
}

static void
test_wrong_usage (Fixture *fixture, gconstpointer data)
{
  run (fixture, READY, "--on", "2026-02-30", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  run (fixture, READY, "third.md", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (fixture->out, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tool-evidence/ready", Fixture, NULL, set_up, test_ready, tear_down);
  g_test_add ("/tool-evidence/what-is-missing", Fixture, NULL, set_up, test_what_is_missing, tear_down);
  g_test_add ("/tool-evidence/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/tool-evidence/what-cannot-be-read", Fixture, NULL, set_up, test_what_cannot_be_read, tear_down);
  g_test_add ("/tool-evidence/wrong-usage", Fixture, NULL, set_up, test_wrong_usage, tear_down);
  return g_test_run ();
}
