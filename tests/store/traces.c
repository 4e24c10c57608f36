#include "traces.h"

#include <string.h>

/* @bytes have a zero behind them.
 * Hundreds of folders are read for each fault, and byte by byte is slow under the sanitizers: a rare letter comes
 * first. */
static gboolean
is_in (const char *word, const char *bytes, gsize length)
{
  const char letters[] = { g_ascii_tolower (*word), g_ascii_toupper (*word) };

  for (unsigned i = 0; i < G_N_ELEMENTS (letters); i++)
    for (const char *at = bytes; (at = memchr (at, letters[i], bytes + length - at)); at++)
      if (g_ascii_strncasecmp (at, word, strlen (word)) == 0)
        return TRUE;
  return FALSE;
}

/**
 * traces_count:
 * @folder: a folder
 * @word: ASCII; its first letter should be a rare one
 *
 * Returns: how many files in @folder and below have @word, in capitals or not
 */
unsigned
traces_count (const char *folder, const char *word)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  unsigned    count = 0;

  while (directory && (name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize            length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          count += traces_count (path, word);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      if (!is_in (word, bytes, length))
        continue;
      g_test_message ("a trace is in %s", path);
      count++;
    }
  return count;
}
