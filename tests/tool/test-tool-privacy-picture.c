/* kist-tool privacy of a picture: what its file tells, what its name tells, and exit statuses as of a text. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "../image/image-fixture.h"
#include "tool-run.h"

#define CAUTION "No program sees who is in a picture: look once for faces, name badges, screens and letters.\n"

/* Returns (transfer full): the path of a file with @bytes, which are taken. */
static char *
write_file (const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (taken, NULL), (gssize)g_bytes_get_size (taken), NULL));
  return path;
}

static void
test_lines (void)
{
  g_autofree char *path = write_file ("Joan_Kerr room 4.jpg", image_fixture_new_telling ("jpeg"));
  g_autoptr (ToolRun) run = tool_run (NULL, "privacy", path, NULL);
  g_autofree char *place = g_strdup_printf ("%s: picture-place, certain: “55.9533, -3.1883”. ", path);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_nonnull (strstr (run->out, place));
  g_assert_nonnull (strstr (run->out, "picture-time, likely: “2026:11:22"));
  g_assert_nonnull (strstr (run->out, "picture-person, certain: “"));
  g_assert_nonnull (strstr (run->out, "name, likely: “Joan_Kerr”."));
  g_assert_true (g_str_has_suffix (run->out, CAUTION));
}

static void
test_json (void)
{
  g_autofree char *path = write_file ("board.png", image_fixture_new_telling ("png"));
  g_autoptr (ToolRun) run = tool_run (NULL, "privacy", path, "--json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *findings;
  JsonObject *first;

  g_assert_cmpint (run->status, ==, 1);
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  findings = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "findings");
  g_assert_cmpuint (json_array_get_length (findings), >, 3);
  first = json_array_get_object_element (findings, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "picture-place");
  g_assert_cmpstr (json_object_get_string_member (first, "certainty"), ==, "certain");
  g_assert_cmpstr (json_object_get_string_member (first, "text"), ==, "55.9533, -3.1883");
  g_assert_false (json_object_has_member (first, "start"));
}

static void
test_clean (void)
{
  g_autofree char *path = write_file ("board.png", image_fixture_new (20, 10, "png"));
  g_autofree char *listed = write_file ("spanner.png", image_fixture_new (20, 10, "png"));
  g_autoptr (ToolRun) clean = tool_run (NULL, "privacy", path, NULL);
  g_autoptr (ToolRun) named = tool_run (NULL, "privacy", listed, "--name", "Spanner", NULL);

  g_assert_cmpint (clean->status, ==, 0);
  g_assert_cmpstr (clean->out, ==, CAUTION);
  g_assert_cmpint (named->status, ==, 1);
}

static void
test_what_cannot_be_read (void)
{
  g_autoptr (ToolRun) run = tool_run (NULL, "privacy", "/nowhere/at-all.jpg", NULL);

  g_assert_cmpint (run->status, ==, 3);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_nonnull (strstr (run->err, "/nowhere/at-all.jpg"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tool-privacy-picture/lines", test_lines);
  g_test_add_func ("/tool-privacy-picture/json", test_json);
  g_test_add_func ("/tool-privacy-picture/clean", test_clean);
  g_test_add_func ("/tool-privacy-picture/what-cannot-be-read", test_what_cannot_be_read);
  return g_test_run ();
}
