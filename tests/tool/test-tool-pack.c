/* Packing a folder and installing the file, as a script does it. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "../library/pack-fixture.h"
#include "archive/kist-zip.h"
#include "base/kist-error.h"
#include "library/packing/kist-installer.h"
#include "library/packing/kist-packer.h"

static int
run (char **out, char **err, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *own_out = NULL;
  g_autofree char *own_err = NULL;
  va_list          list;
  char            *word;

  g_ptr_array_add (words, (gpointer)g_getenv ("KIST_TOOL"));
  va_start (list, err);
  while ((word = va_arg (list, char *)))
    g_ptr_array_add (words, word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *)words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &own_out, &own_err, &error));
  if (out)
    *out = g_steal_pointer (&own_out);
  if (err)
    *err = g_steal_pointer (&own_err);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static char *
data_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static char *
make_packed (const char *folder, const char *id, const char *version)
{
  g_autofree char *pack = pack_fixture_make (folder, id);
  g_autofree char *name = g_strconcat (folder, ".things", NULL);
  g_autofree char *file = data_path (name);
  g_autofree char *line = g_strconcat ("version: ", version, NULL);

  pack_fixture_edit (pack, "pack.md", "version: 1.0.0", line);
  g_assert_cmpint (run (NULL, NULL, "pack", pack, "-o", file, NULL), ==, 0);
  return g_steal_pointer (&file);
}

static GPtrArray *
read_entries (const char *file)
{
  g_autoptr (GBytes) bytes = kist_zip_load (file, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = kist_zip_read (bytes, &error);

  g_assert_no_error (error);
  return entries;
}

static void
write_entries (GPtrArray *entries, const char *file)
{
  g_autoptr (GBytes) bytes = kist_zip_write (entries, NULL);

  g_assert_true (g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), NULL));
}

static KistZipEntry *
find_entry (GPtrArray *entries, const char *name)
{
  for (unsigned i = 0; i < entries->len; i++)
    if (g_str_equal (((KistZipEntry *)g_ptr_array_index (entries, i))->name, name))
      return g_ptr_array_index (entries, i);
  g_assert_not_reached ();
}

static void
test_the_same_folder_gives_the_same_bytes (void)
{
  g_autofree char *one = make_packed ("one", "core", "1.0.0");
  g_autofree char *two = make_packed ("two", "core", "1.0.0");
  g_autofree char *other = make_packed ("other", "core", "1.0.1");
  g_autoptr (GBytes) a = kist_zip_load (one, NULL, NULL);
  g_autoptr (GBytes) b = kist_zip_load (two, NULL, NULL);
  g_autoptr (GBytes) c = kist_zip_load (other, NULL, NULL);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_false (g_bytes_equal (a, c));
}

static void
test_pack_json_names_every_file (void)
{
  g_autofree char *file = make_packed ("one", "core", "1.0.0");
  g_autoptr (GPtrArray) entries = read_entries (file);
  g_autoptr (JsonParser) parser = json_parser_new ();
  const KistZipEntry *index = find_entry (entries, "pack.json");
  const KistZipEntry *manifest = find_entry (entries, "pack.md");
  JsonObject         *root, *ids, *listed = NULL;
  JsonArray          *files;
  g_autofree char    *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, manifest->bytes);

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (index->bytes, NULL),
                                             (gssize)g_bytes_get_size (index->bytes), NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "schema"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (root, "id"), ==, "core");
  g_assert_cmpstr (json_object_get_string_member (root, "version"), ==, "1.0.0");
  files = json_object_get_array_member (root, "files");
  g_assert_cmpuint (json_array_get_length (files), ==, entries->len - 1);
  for (unsigned i = 0; i < json_array_get_length (files); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (files, i), "path"), "pack.md"))
      listed = json_array_get_object_element (files, i);
  g_assert_cmpstr (json_object_get_string_member (listed, "sha256"), ==, sum);
  g_assert_cmpint (json_object_get_int_member (listed, "size"), ==, (gint64)g_bytes_get_size (manifest->bytes));
  ids = json_object_get_object_member (root, "ids");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (ids, "things"), 1), ==, "second");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "totals"), "files"), ==,
                   (gint64)entries->len - 1);
}

static void
test_findings_make_no_file (void)
{
  g_autofree char *pack = pack_fixture_make ("broken", "core");
  g_autofree char *file = data_path ("broken.things");
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  pack_fixture_edit (pack, "badges/thing-05.yaml", "issuer: Somebody\n", ""); /* a warning is enough */
  g_assert_cmpint (run (&out, &err, "pack", pack, "-o", file, NULL), ==, 1);
  g_assert_cmpstr (out, ==, "");
  g_assert_nonnull (strstr (err, "thing-05.yaml"));
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_wrong_usage_is_2_and_unreadable_is_3 (void)
{
  g_autofree char *pack = pack_fixture_make ("one", "core");
  g_autofree char *nowhere = data_path ("no/where.things");

  g_assert_cmpint (run (NULL, NULL, "pack", NULL), ==, 2);
  g_assert_cmpint (run (NULL, NULL, "pack", pack, NULL), ==, 2);
  g_assert_cmpint (run (NULL, NULL, "pack", pack, "-o", "x.zip", NULL), ==, 2);
  g_assert_cmpint (run (NULL, NULL, "pack", "/no/where", "-o", "x.things", NULL), ==, 3);
  g_assert_cmpint (run (NULL, NULL, "pack", pack, "-o", nowhere, NULL), ==, 3);
  g_assert_cmpint (run (NULL, NULL, "install", NULL), ==, 2);
  g_assert_cmpint (run (NULL, NULL, "install", "/no/where.things", NULL), ==, 3);
}

static void
test_installs_and_replaces (void)
{
  g_autofree char *first = make_packed ("one", "core", "1.0.0");
  g_autofree char *second_pack = pack_fixture_make ("two", "core");
  g_autofree char *second = data_path ("two.things");
  g_autofree char *data = data_path ("person");
  g_autofree char *packs = g_build_filename (data, "packs", NULL);
  g_autofree char *gone = g_build_filename (packs, "core", "media", "map.txt", NULL);
  g_autofree char *out = NULL;
  g_autofree char *said = g_strdup_printf ("%s/core\n", packs);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistInstalled) installed = NULL;
  g_autoptr (GDir) left = NULL;

  g_assert_cmpint (run (&out, NULL, "install", first, "--data", data, NULL), ==, 0);
  g_assert_cmpstr (out, ==, said);
  g_assert_true (g_file_test (gone, G_FILE_TEST_EXISTS));
  pack_fixture_edit (second_pack, "pack.md", "version: 1.0.0", "version: 2.0.0");
  pack_fixture_edit (second_pack, "things/05-media.md", "See [the map](../media/map.txt) and ", "See ");
  pack_fixture_remove (second_pack, "media/map.txt");
  g_assert_cmpint (run (NULL, NULL, "pack", second_pack, "-o", second, NULL), ==, 0);
  installed = kist_installer_install (second, packs, report, NULL, NULL);
  g_assert_cmpstr (installed->version, ==, "2.0.0");
  g_assert_cmpstr (installed->replaced, ==, "1.0.0");
  g_assert_cmpstr (installed->first_thing, ==, "core/media");
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  left = g_dir_open (packs, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (left), ==, "core");
  g_assert_null (g_dir_read_name (left));
}

/* One thing each that a file may have suffered on its way; then what was there before stays. */
static void
test_what_is_not_as_it_was_packed_is_refused (void)
{
  g_autofree char *file = make_packed ("one", "core", "1.0.0");
  g_autofree char *data = data_path ("person");
  g_autofree char *packs = g_build_filename (data, "packs", NULL);
  g_autofree char *broken = data_path ("broken.things");
  g_autofree char *manifest = g_build_filename (packs, "core", "pack.md", NULL);
  g_autofree char *before = NULL;
  g_autoptr (GBytes) other = g_bytes_new_static ("Other.\n", 7);
  static const struct
  {
    const char *changed;
    const char *added;
    const char *says;
  } cases[] = {
    { "media/map.txt", NULL, "map.txt is not as it was" },
    { NULL, "media/more.txt", "more.txt is in the file" },
    { "pack.json", NULL, "pack.json" },
  };

  g_assert_cmpint (run (NULL, NULL, "install", file, "--data", data, NULL), ==, 0);
  g_assert_true (g_file_get_contents (manifest, &before, NULL, NULL));
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) entries = read_entries (file);
      g_autofree char *err = NULL;
      g_autofree char *after = NULL;

      if (cases[i].changed)
        {
          KistZipEntry *entry = find_entry (entries, cases[i].changed);

          g_bytes_unref (entry->bytes);
          entry->bytes = g_bytes_ref (other);
        }
      if (cases[i].added)
        g_ptr_array_add (entries, kist_zip_entry_new (cases[i].added, other));
      write_entries (entries, broken);
      g_assert_cmpint (run (NULL, &err, "install", broken, "--data", data, NULL), ==, 3);
      g_test_message ("%s", err);
      g_assert_nonnull (strstr (err, cases[i].says));
      g_assert_true (g_file_get_contents (manifest, &after, NULL, NULL));
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_a_removed_pack_comes_back_until_it_is_tidied (void)
{
  g_autofree char *file = make_packed ("one", "core", "1.0.0");
  g_autofree char *packs = data_path ("packs");
  g_autofree char *manifest = g_build_filename (packs, "core", "pack.md", NULL);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistInstalled) installed = kist_installer_install (file, packs, report, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (installed);
  g_assert_true (kist_installer_remove (packs, "core", &error));
  g_assert_false (g_file_test (manifest, G_FILE_TEST_EXISTS));
  g_assert_true (kist_installer_restore (packs, "core", &error));
  g_assert_true (g_file_test (manifest, G_FILE_TEST_EXISTS));
  g_assert_true (kist_installer_remove (packs, "core", &error));
  kist_installer_tidy (packs);
  g_assert_false (kist_installer_restore (packs, "core", &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tool-pack/the-same-folder-gives-the-same-bytes", test_the_same_folder_gives_the_same_bytes);
  g_test_add_func ("/tool-pack/pack-json-names-every-file", test_pack_json_names_every_file);
  g_test_add_func ("/tool-pack/findings-make-no-file", test_findings_make_no_file);
  g_test_add_func ("/tool-pack/wrong-usage-is-2-and-unreadable-is-3", test_wrong_usage_is_2_and_unreadable_is_3);
  g_test_add_func ("/tool-pack/installs-and-replaces", test_installs_and_replaces);
  g_test_add_func ("/tool-pack/what-is-not-as-it-was-packed-is-refused", test_what_is_not_as_it_was_packed_is_refused);
  g_test_add_func ("/tool-pack/a-removed-pack-comes-back-until-it-is-tidied",
                   test_a_removed_pack_comes_back_until_it_is_tidied);
  return g_test_run ();
}
