#include <glib/gstdio.h>
#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"

static char *folder;

static GPtrArray *
read_zip (const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = kist_zip_load (path, NULL, error);

  return bytes ? kist_zip_read (bytes, error) : NULL;
}

static void
add (GPtrArray *entries, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_ptr_array_add (entries, kist_zip_entry_new (name, bytes));
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
}

static void
assert_entry (GPtrArray *entries, unsigned index, const char *name, const char *text)
{
  const KistZipEntry *entry = g_ptr_array_index (entries, index);
  gsize               length;
  const char         *data = g_bytes_get_data (entry->bytes, &length);

  g_assert_cmpstr (entry->name, ==, name);
  g_assert_cmpmem (data, length, text, strlen (text));
}

static void
test_reads_what_another_program_wrote (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_zip ("good.zip", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpuint (g_bytes_get_size (((KistZipEntry *)g_ptr_array_index (entries, 0))->bytes), ==, 220);
  assert_entry (entries, 1, "things/one.md", "One");
  assert_entry (entries, 2, "café.txt", "Two");
}

static void
test_refuses_what_a_stranger_might_send (void)
{
  static const struct
  {
    const char *name;
    KistError   code;
    const char *says;
  } cases[] = {
    { "bomb.zip", KIST_ERROR_TOO_LARGE, "times its own size" },
    { "bomb-that-lies.zip", KIST_ERROR_TOO_LARGE, "times its own size" },
    { "claims-200-mb.zip", KIST_ERROR_TOO_LARGE, "200 MiB" },
    { "many.zip", KIST_ERROR_TOO_LARGE, "5000 entries" },
    { "up.zip", KIST_ERROR_INVALID, "“things/../../up.txt”" },
    { "absolute.zip", KIST_ERROR_INVALID, "absolute" },
    { "drive.zip", KIST_ERROR_INVALID, "absolute" },
    { "backslash.zip", KIST_ERROR_INVALID, "“\\”" },
    { "backslash-below.zip", KIST_ERROR_INVALID, "“\\”" },
    { "control.zip", KIST_ERROR_INVALID, "“things?up.txt”" },
    { "latin.zip", KIST_ERROR_INVALID, "UTF-8" },
    { "link.zip", KIST_ERROR_INVALID, "link" },
    { "link-then-file.zip", KIST_ERROR_INVALID, "link" },
    { "case.zip", KIST_ERROR_INVALID, "only in case" },
    { "case-of-folder.zip", KIST_ERROR_INVALID, "only in case" },
    { "accent.zip", KIST_ERROR_INVALID, "twice" },
    { "twice.zip", KIST_ERROR_INVALID, "twice" },
    { "file-and-folder.zip", KIST_ERROR_INVALID, "“things”" },
    { "bzip2.zip", KIST_ERROR_INVALID, "plain zip" },
    { "locked.zip", KIST_ERROR_INVALID, "password" },
    { "cut.zip", KIST_ERROR_CORRUPT, "cut off" },
    { "cut-in-front.zip", KIST_ERROR_CORRUPT, "damaged" },
    { "none.zip", KIST_ERROR_CORRUPT, "no zip file" },
    { "damaged.zip", KIST_ERROR_CORRUPT, "damaged" },
    { "empty.zip", KIST_ERROR_CORRUPT, "no zip file" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = read_zip (cases[i].name, &error);

      g_test_message ("%s: %s", cases[i].name, error ? error->message : "read");
      g_assert_null (entries);
      g_assert_error (error, KIST_ERROR, (int)cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_the_most_that_may_be_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = read_zip ("most.zip", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 5000);
}

static void
test_devices_and_folders_are_not_read (void)
{
  g_autoptr (GError) device = NULL;
  g_autoptr (GError) gone = NULL;

  g_assert_null (kist_zip_load ("/dev/zero", NULL, &device));
  g_assert_error (device, KIST_ERROR, KIST_ERROR_INVALID);
  g_assert_null (kist_zip_load ("/no/where.zip", NULL, &gone));
  g_assert_error (gone, KIST_ERROR, KIST_ERROR_NOT_FOUND);
}

static void
test_comes_back_as_it_was (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  add (entries, "things/one.md", "One");
  add (entries, "pack.md", "");
  add (entries, "Ünïcode ☕.txt", "Two");
  bytes = kist_zip_write (entries, &error);
  g_assert_no_error (error);
  again = kist_zip_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, 3);
  assert_entry (again, 0, "pack.md", "");
  assert_entry (again, 1, "things/one.md", "One");
  assert_entry (again, 2, "Ünïcode ☕.txt", "Two");
}

/* Neither the order of the entries nor the time zone nor the language shows. */
static void
test_the_same_entries_give_the_same_bytes (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GPtrArray) turned = new_entries ();
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  add (entries, "a.txt", "A");
  add (entries, "é.txt", "B");
  add (turned, "é.txt", "B");
  add (turned, "a.txt", "A");
  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  one = kist_zip_write (entries, NULL);
  g_setenv ("TZ", "America/Lima", TRUE);
  two = kist_zip_write (turned, NULL);
  g_unsetenv ("TZ");
  g_assert_true (g_bytes_equal (one, two));
}

/* A file of one letter packs better than any reader believes. */
static void
test_what_it_writes_it_reads (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *much = g_strnfill (1 << 20, 'x');

  add (entries, "much.txt", much);
  bytes = kist_zip_write (entries, &error);
  g_assert_no_error (error);
  again = kist_zip_read (bytes, &error);
  g_assert_no_error (error);
  assert_entry (again, 0, "much.txt", much);
}

static void
test_writes_no_name_it_would_refuse (void)
{
  static const char *const names[] = { "",     "/a",    "a/../b",  "a//b", "a/",
                                       "a\\b", "a\x01", "caf\xe9", "C:a",  "cafe\xcc\x81" };
  g_autoptr (GPtrArray) clash = new_entries ();
  g_autoptr (GError) error = NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) entries = new_entries ();
      g_autoptr (GError) own_error = NULL;

      add (entries, names[i], "x");
      g_assert_null (kist_zip_write (entries, &own_error));
      g_assert_error (own_error, KIST_ERROR, KIST_ERROR_INVALID);
    }
  g_assert_null (kist_zip_write (clash, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
  g_clear_error (&error);
  add (clash, "Map.png", "x");
  add (clash, "map.png", "x");
  g_assert_null (kist_zip_write (clash, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
}

/* ODF 1.2, part 3, 3.3: first, stored, no extra field; so the type stands at the 38th byte (APPNOTE 4.3.7). */
static void
test_a_package_says_first_what_it_is (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;

  add (entries, "content.xml", "<a/>");
  add (entries, "META-INF/manifest.xml", "<b/>");
  bytes = kist_zip_write_package (entries, type, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpmem (data, 4, "PK\3\4", 4);
  g_assert_cmpmem (data + 8, 2, "\0\0", 2);
  g_assert_cmpmem (data + 26, 4, "\10\0\0\0", 4);
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, sizeof type - 1, type, sizeof type - 1);
  back = kist_zip_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, 3);
  assert_entry (back, 0, "mimetype", type);
  add (entries, "mimetype", "x");
  twice = kist_zip_write_package (entries, type, &error);
  g_assert_null (twice);
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
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
  g_test_add_func ("/zip/reads-what-another-program-wrote", test_reads_what_another_program_wrote);
  g_test_add_func ("/zip/refuses-what-a-stranger-might-send", test_refuses_what_a_stranger_might_send);
  g_test_add_func ("/zip/the-most-that-may-be-is-read", test_the_most_that_may_be_is_read);
  g_test_add_func ("/zip/devices-and-folders-are-not-read", test_devices_and_folders_are_not_read);
  g_test_add_func ("/zip/comes-back-as-it-was", test_comes_back_as_it_was);
  g_test_add_func ("/zip/the-same-entries-give-the-same-bytes", test_the_same_entries_give_the_same_bytes);
  g_test_add_func ("/zip/what-it-writes-it-reads", test_what_it_writes_it_reads);
  g_test_add_func ("/zip/a-package-says-first-what-it-is", test_a_package_says_first_what_it_is);
  g_test_add_func ("/zip/writes-no-name-it-would-refuse", test_writes_no_name_it_would_refuse);
  result = g_test_run ();
  g_spawn_sync (NULL, (char *[]){ (char *)"rm", (char *)"-rf", folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, NULL, NULL, NULL);
  g_free (folder);
  return result;
}
