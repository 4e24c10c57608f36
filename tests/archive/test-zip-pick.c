/* A file or two out of a large zip that was made for another purpose. */
#include <glib/gstdio.h>
#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"

static char *folder;

static gboolean
is_named (const char *name, guint64 size, gpointer data)
{
  return g_str_equal (name, data);
}

static GPtrArray *
pick (const char *zip, const char *name, gsize max_bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, zip, NULL);

  return kist_zip_pick (path, is_named, (gpointer)name, max_bytes, NULL, error);
}

static void
test_picks_what_is_wanted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = pick ("good.zip", "things/one.md", 100, &error);
  g_autoptr (GPtrArray) none = pick ("good.zip", "things/two.md", 100, &error);
  const KistZipEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpmem (g_bytes_get_data (entry->bytes, NULL), g_bytes_get_size (entry->bytes), "One", 3);
}

/* Too many for a pack, too large for a pack, a name no pack may have: none of it is asked for. */
static void
test_the_rest_does_not_matter (void)
{
  static const char *const zips[] = { "many.zip", "bomb.zip", "claims-200-mb.zip", "up.zip", "backslash.zip" };

  for (unsigned i = 0; i < G_N_ELEMENTS (zips); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = pick (zips[i], "feed.atom", 100, &error);

      g_test_message ("%s", zips[i]);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, 0);
    }
}

static gboolean
is_any (const char *name, guint64 size, gpointer data)
{
  return TRUE;
}

static void
test_refuses_what_is_too_large_or_no_plain_file (void)
{
  static const struct
  {
    const char *zip;
    KistError   code;
  } cases[] = {
    { "bomb.zip", KIST_ERROR_TOO_LARGE }, { "bomb-that-lies.zip", KIST_ERROR_TOO_LARGE },
    { "link.zip", KIST_ERROR_INVALID },   { "locked.zip", KIST_ERROR_INVALID },
    { "cut.zip", KIST_ERROR_CORRUPT },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, cases[i].zip, NULL);

      g_test_message ("%s", cases[i].zip);
      g_assert_null (kist_zip_pick (path, is_any, NULL, 1 << 16, NULL, &error));
      g_assert_error (error, KIST_ERROR, (int)cases[i].code);
    }
}

static void
test_stops_when_told (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "good.zip", NULL);

  g_cancellable_cancel (cancellable);
  g_assert_null (kist_zip_pick (path, is_any, NULL, 1 << 16, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_autofree char *maker = NULL;
  int              status, result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_dir_make_tmp ("zips-XXXXXX", NULL);
  maker = g_test_build_filename (G_TEST_DIST, "archive", "make_zips.py", NULL);
  g_spawn_sync (NULL, (char *[]){ (char *)"python3", maker, folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                NULL, &status, NULL);
  g_assert_cmpint (status, ==, 0);
  g_test_add_func ("/zip-pick/picks-what-is-wanted", test_picks_what_is_wanted);
  g_test_add_func ("/zip-pick/the-rest-does-not-matter", test_the_rest_does_not_matter);
  g_test_add_func ("/zip-pick/refuses-what-is-too-large-or-no-plain-file",
                   test_refuses_what_is_too_large_or_no_plain_file);
  g_test_add_func ("/zip-pick/stops-when-told", test_stops_when_told);
  result = g_test_run ();
  g_spawn_sync (NULL, (char *[]){ (char *)"rm", (char *)"-rf", folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, NULL, NULL, NULL);
  g_free (folder);
  return result;
}
