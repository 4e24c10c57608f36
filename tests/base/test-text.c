#include "base/kist-error.h"
#include "base/kist-text.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_normalises_line_endings_and_bom (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kist_text_normalise ("\xef\xbb\xbf"
                                               "a\r\nb\rc\n",
                                               10, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "a\nb\nc\n");
}

static void
test_refuses_what_is_not_utf8_and_says_where (void)
{
  g_autoptr (GError) broken = NULL;
  g_autoptr (GError) nul = NULL;

  g_assert_null (kist_text_normalise ("one\r\ntwo\r\xff", 10, &broken));
  g_assert_error (broken, KIST_ERROR, KIST_ERROR_INVALID);
  g_assert_nonnull (strstr (broken->message, "Line 3 "));
  g_assert_null (kist_text_normalise ("a\0b", 3, &nul));
  g_assert_error (nul, KIST_ERROR, KIST_ERROR_INVALID);
}

static void
test_reads_up_to_the_cap_and_no_further (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "cap.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "12345678", 8, NULL));
  text = kist_text_read_file (path, 8, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "12345678");
  g_assert_null (kist_text_read_file (path, 7, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE);
}

static void
test_opens_no_pipe_and_no_folder (void)
{
  g_autofree char *pipe = g_build_filename (g_get_user_data_dir (), "pipe", NULL);
  g_autoptr (GError) of_pipe = NULL;
  g_autoptr (GError) of_folder = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (kist_text_read_file (pipe, 100, &of_pipe));
  g_assert_error (of_pipe, KIST_ERROR, KIST_ERROR_INVALID);
  g_assert_null (kist_text_read_file (g_get_user_data_dir (), 100, &of_folder));
  g_assert_error (of_folder, KIST_ERROR, KIST_ERROR_INVALID);
}

static void
test_knows_an_id (void)
{
  const char      *good[] = { "a", "9", "thing-05", "a_b.c", "x2" };
  const char      *bad[] = { "", "-a", ".a", "A", "a b", "a/b", "é", "a\n" };
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');

  for (unsigned i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (kist_text_is_id (good[i]));
  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kist_text_is_id (bad[i]));
  g_assert_false (kist_text_is_id (NULL));
  g_assert_true (kist_text_is_id (longest));
  g_assert_false (kist_text_is_id (too_long));
}

static void
test_any_text_becomes_an_id (void)
{
  static const struct
  {
    const char *text;
    const char *id;
  } cases[] = {
    { "What counts as social media?", "what-counts-as-social-media" },
    { "Don't panic", "dont-panic" },
    { "  Crème – brûlée ", "creme-brulee" },
    { "???", "x" },
    { "", "x" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = kist_text_to_id (cases[i].text);

      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_true (kist_text_is_id (id));
    }
}

static void
test_counts_lines_from_one (void)
{
  const char *text = "a\nb\nc";

  g_assert_cmpuint (kist_text_line_of (text, text), ==, 1);
  g_assert_cmpuint (kist_text_line_of (text, text + 2), ==, 2);
  g_assert_cmpuint (kist_text_line_of (text, text + 4), ==, 3);
}

static void
test_depth_is_counted_outside_of_quotes (void)
{
  unsigned line = 0;

  g_assert_true (kist_text_is_shallow ("{\"a\": [1, 2], \"b\": [3]}", 2, &line));
  g_assert_true (kist_text_is_shallow ("[\"[[[\\\"[[\"]", 1, &line));
  g_assert_true (kist_text_is_shallow ("]]]]", 0, &line));
  g_assert_false (kist_text_is_shallow ("{\n\"a\":\n[1]}", 1, &line));
  g_assert_cmpuint (line, ==, 3);
}

static void
test_counts_characters_as_glib_does (void)
{
  const char *text = "Dùn Èideann — ọ̀rọ̀ 😀.";

  for (const char *end = text;; end = g_utf8_next_char (end))
    {
      g_assert_cmpuint (kist_text_count_characters (text, end - text), ==, g_utf8_strlen (text, end - text));
      if (!*end)
        break;
    }
  g_assert_cmpuint (kist_text_count_characters (NULL, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/normalises-line-endings-and-bom", test_normalises_line_endings_and_bom);
  g_test_add_func ("/text/refuses-what-is-not-utf8-and-says-where", test_refuses_what_is_not_utf8_and_says_where);
  g_test_add_func ("/text/reads-up-to-the-cap-and-no-further", test_reads_up_to_the_cap_and_no_further);
  g_test_add_func ("/text/opens-no-pipe-and-no-folder", test_opens_no_pipe_and_no_folder);
  g_test_add_func ("/text/knows-an-id", test_knows_an_id);
  g_test_add_func ("/text/any-text-becomes-an-id", test_any_text_becomes_an_id);
  g_test_add_func ("/text/counts-lines-from-one", test_counts_lines_from_one);
  g_test_add_func ("/text/counts-characters-as-glib-does", test_counts_characters_as_glib_does);
  g_test_add_func ("/text/depth-is-counted-outside-of-quotes", test_depth_is_counted_outside_of_quotes);
  return g_test_run ();
}
