/* kist-tool posts as a script sees it: exit status, standard output and standard error. */
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
run (Fixture *fixture, const char *path, const char *option)
{
  const char *argv[] = { g_getenv ("KIST_TOOL"), "posts", path, option, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
}

static void
run_sample (Fixture *fixture, const char *name, const char *option)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", name, NULL);

  run (fixture, path, option);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *post;
  JsonArray  *posts;

  run_sample (fixture, "blogger.xml", "--json");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_true (json_parser_load_from_data (parser, fixture->out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "Blogger");
  posts = json_object_get_array_member (root, "posts");
  g_assert_cmpuint (json_array_get_length (posts), ==, 3);
  post = json_array_get_object_element (posts, 1);
  g_assert_cmpstr (json_object_get_string_member (post, "title"), ==,
                   "SSSC 23 Things Digital Thing 5 - Social Media #1");
  g_assert_cmpstr (json_object_get_string_member (post, "published"), ==, "2021-05-04T18:30:00Z");
  g_assert_false (json_object_get_boolean_member (post, "draft"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (post, "labels")), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (post, "thing"), ==, "digital-things/social-media-1");
  g_assert_cmpstr (json_object_get_string_member (post, "certainty"), ==, "certain");
  /* "A phone on a table Our policy says no friends from work. I agree, mostly." */
  g_assert_cmpint (json_object_get_int_member (post, "words"), ==, 15);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (post, "changes")), ==, 2);
  post = json_array_get_object_element (posts, 2);
  g_assert_true (json_object_get_boolean_member (post, "draft"));
  g_assert_true (json_object_get_null_member (post, "published"));
  g_assert_true (json_object_get_null_member (post, "thing"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "left-out"), "settings"), ==, 2);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  run_sample (fixture, "feed.atom", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (
      fixture->out, ==,
      "feed.atom:5: 2022-02-03, published, “Thing 14 – E-mail & Tom's folders”, words: 2, labels Thing 14; "
      "digital-things/email, certain\n"
      "feed.atom:35: 2022-03-01, draft, “Podcast Possibilities”, words: 8; no Thing\n");
  g_assert_cmpstr (fixture->err, ==,
                   "kist-tool: Blogger, by Google Takeout, posts: 2, left out: comment 1, page 1, trashed 1, "
                   "empty 1\n");
}

static void
test_what_cannot_be_read_in_part (Fixture *fixture, gconstpointer data)
{
  run_sample (fixture, "folder", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->out, "open-badges.md:1: 2021-02-03, published, “Thing 2: Open Badges”"));
  g_assert_nonnull (strstr (fixture->out, "broken.md:2: error: "));
}

static void
test_what_cannot_be_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", "notes.xml", NULL);

  run (fixture, path, "--json");
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_nonnull (strstr (fixture->err, "notes.xml: Line 1: This XML is no export of Blogger"));
}

static void
test_what_is_not_there (Fixture *fixture, gconstpointer data)
{
  run (fixture, "/nowhere/at-all.xml", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_nonnull (strstr (fixture->err, "/nowhere/at-all.xml"));
}

static void
test_wrong_usage (Fixture *fixture, gconstpointer data)
{
  run (fixture, NULL, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tool-posts/json", Fixture, NULL, NULL, test_json, tear_down);
  g_test_add ("/tool-posts/lines", Fixture, NULL, NULL, test_lines, tear_down);
  g_test_add ("/tool-posts/what-cannot-be-read-in-part", Fixture, NULL, NULL, test_what_cannot_be_read_in_part,
              tear_down);
  g_test_add ("/tool-posts/what-cannot-be-read", Fixture, NULL, NULL, test_what_cannot_be_read, tear_down);
  g_test_add ("/tool-posts/what-is-not-there", Fixture, NULL, NULL, test_what_is_not_there, tear_down);
  g_test_add ("/tool-posts/wrong-usage", Fixture, NULL, NULL, test_wrong_usage, tear_down);
  return g_test_run ();
}
