/* Where an export goes: in one step, and never over what somebody would miss. A full disk is in tests/tool. */
#include "publish-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/kist-error.h"

static char *
place (const char *name)
{
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static GPtrArray *
make (const char *format)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  GPtrArray *files = kist_publish (kist_publish_find_format (format), publication, NULL, NULL);

  g_assert_nonnull (files);
  return files;
}

static void
assert_is_alone (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDir) folder = g_dir_open (parent, 0, NULL);

  for (const char *other = g_dir_read_name (folder); other; other = g_dir_read_name (folder))
    g_assert_false (g_str_has_prefix (other, name) && !g_str_equal (other, name));
}

static void
test_a_file_is_replaced_and_its_owners_alone (void)
{
  g_autofree char *path = place ("journal.html");
  g_autoptr (GPtrArray) files = make ("html");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStatBuf         status;

  g_assert_true (kist_publish_save (files, FALSE, path, &error));
  g_assert_true (g_file_set_contents_full (path, "old", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_true (kist_publish_save (files, FALSE, path, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_is_alone (path);
}

static void
test_an_export_replaces_an_export (void)
{
  g_autofree char *path = place ("site");
  g_autofree char *stray = g_build_filename (path, "2001-01-01-gone.html", NULL);
  g_autofree char *index = g_build_filename (path, "index.html", NULL);
  g_autoptr (GPtrArray) files = make ("site");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (kist_publish_save (files, TRUE, path, &error));
  g_assert_true (g_file_set_contents (stray, "old", -1, NULL));
  g_assert_true (kist_publish_save (files, TRUE, path, &error));
  g_assert_true (g_file_test (index, G_FILE_TEST_IS_REGULAR));
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  assert_is_alone (path);
}

static void
test_a_folder_of_somebodys_is_left_alone (void)
{
  g_autofree char *path = place ("documents");
  g_autofree char *letter = g_build_filename (path, "letter.txt", NULL);
  g_autoptr (GPtrArray) files = make ("site");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (letter, "Dear", -1, NULL));
  g_assert_false (kist_publish_save (files, TRUE, path, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "no earlier export"));
  g_assert_true (g_file_test (letter, G_FILE_TEST_IS_REGULAR));
  assert_is_alone (path);
}

static void
test_a_file_cannot_be_where_a_folder_is (void)
{
  g_autofree char *folder = place ("folder");
  g_autofree char *nowhere = place ("no/such/place.html");
  g_autoptr (GPtrArray) files = make ("html");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (kist_publish_save (files, FALSE, folder, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_READ_ONLY);
  g_assert_false (kist_publish_save (files, FALSE, nowhere, &other));
  g_assert_nonnull (strstr (other->message, "no/such/place.html"));
}

static void
test_a_zip_holds_the_files (void)
{
  g_autofree char *path = place ("site.zip");
  g_autoptr (GPtrArray) files = make ("site");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) read = NULL;

  g_assert_true (kist_publish_save (files, TRUE, path, &error));
  bytes = kist_zip_load (path, NULL, &error);
  g_assert_no_error (error);
  read = kist_zip_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/save/file", test_a_file_is_replaced_and_its_owners_alone);
  g_test_add_func ("/publish/save/folder", test_an_export_replaces_an_export);
  g_test_add_func ("/publish/save/not-ours", test_a_folder_of_somebodys_is_left_alone);
  g_test_add_func ("/publish/save/wrong-place", test_a_file_cannot_be_where_a_folder_is);
  g_test_add_func ("/publish/save/zip", test_a_zip_holds_the_files);
  return g_test_run ();
}
