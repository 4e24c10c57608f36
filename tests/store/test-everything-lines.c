/* A line of a record that somebody made up: each of these is a hundred times as large in a parser as in the file, and
 * is refused before there is one. */
#include <glib.h>
#include <string.h>

#include "base/kist-error.h"
#include "store/everything/kist-everything.h"

#define HEAD "{\"format\":\"kist-everything\",\"version\":1,\"schema\":5}\n"
#define END "{\"end\":{\"rows\":1}}\n"
#define VALUE "\"a\":0,"
#define VALUES_8 VALUE VALUE VALUE VALUE VALUE VALUE VALUE VALUE
#define VALUES_56 VALUES_8 VALUES_8 VALUES_8 VALUES_8 VALUES_8 VALUES_8 VALUES_8

/* Returns (transfer full) (nullable): what is said of a record with one row. */
static char *
check (const char *row)
{
  const KistBackupJob job = { 0 };
  g_autofree char    *path = g_build_filename (g_get_tmp_dir (), "row.jsonl", NULL);
  g_autofree char    *text = g_strconcat (HEAD, row, "\n" END, NULL);
  g_autoptr (KistBackupInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  info = kist_everything_check (path, &job, &error);
  g_assert_true ((info == NULL) == (error != NULL));
  if (!error)
    return NULL;
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
  g_assert_true (g_str_has_prefix (error->message, path));
  return g_strdup (error->message + strlen (path));
}

static void
test_what_no_row_has (void)
{
  static const struct
  {
    const char *row;
    const char *message;
  } cases[] = {
    { "{\"event\":{\"id\":[0,0,0]}}", ":2: This line has a list, and no row of a record has one." },
    { "{\"event\":[{},{}]}", ":2: This line has a list, and no row of a record has one." },
    { "{\"event\":{\"text\":\"a\\\\\",\"codes\":[]}}", ":2: This line has a list, and no row of a record has one." },
    { "{\"event\":{" VALUES_56 VALUES_8 "\"id\":1}}", ":2: This line has more values than any row of a record." },
    { "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}", ":2: This line goes deeper than any row of a record." },
    /* What a parser skips must not hide from us what it sees. */
    { "{/*\"*/\"event\":{\"id\":[0]}}", ":2: This is no row of a record." },
    { "{'\"':{\"id\":[0]}}", ":2: This is no row of a record." },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = check (cases[i].row);

      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

static void
test_what_a_row_may_have (void)
{
  static const char *const rows[] = {
    "{\"event\":{\"text\":\"[[[[ , {'{{{ /* \\\" [\",\"value\":-1.5e+3,\"codes\":null}}",
    "{\"event\":{\"text\":{\"base64-text\":\"AA==\"},\"id\":1}}",
    " { \"event\" : {" VALUES_56 "\"id\" : true } }\r",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *message = check (rows[i]);

      g_assert_cmpstr (message, ==, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/everything-lines/what-no-row-has", test_what_no_row_has);
  g_test_add_func ("/everything-lines/what-a-row-may-have", test_what_a_row_may_have);
  return g_test_run ();
}
