/* What an author's page is made of, and what installing a pack does to the library, without a window. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "../library/pack-fixture.h"
#include "library/packing/kist-packer.h"
#include "ui/author/kist-author-check.h"
#include "ui/author/kist-author-rows.h"
#include "ui/author/kist-folder-watch.h"
#include "ui/author/kist-pack-shelf.h"

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static KistAuthorCheck *
check (const char *pack)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;

  kist_author_check_async (pack, NULL, result_cb, &place);
  result = wait_for (&place);
  return kist_author_check_finish (result, NULL);
}

static void
test_a_clean_pack_has_nothing_to_mend (void)
{
  g_autofree char *pack = pack_fixture_make ("clean", "core");
  g_autoptr (KistAuthorCheck) checked = check (pack);
  g_autofree char *status = kist_author_rows_dup_status (checked->report);

  g_assert_null (checked->problem);
  g_assert_cmpstr (status, ==, "Nothing to mend");
  g_assert_cmpstr (checked->title, ==, "The pack core");
  g_assert_cmpuint (checked->scenarios->len, ==, 1);
}

static void
test_findings_come_by_file_with_errors_first (void)
{
  g_autofree char *pack = pack_fixture_make ("broken", "core");
  g_autoptr (KistAuthorCheck) checked = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *status = NULL;

  pack_fixture_edit (pack, "badges/thing-05.yaml", "issuer: Somebody\n", "");
  pack_fixture_edit (pack, "things/05-media.md", "../media/map.txt", "../media/mop.txt");
  checked = check (pack);
  files = kist_author_rows_list_files (checked->report);
  status = kist_author_rows_dup_status (checked->report);
  g_assert_cmpstr (status, ==, "1 error and 1 warning");
  g_assert_cmpuint (files->len, >=, 2); /* and notes */
  g_assert_cmpstr (g_ptr_array_index (files, 0), ==, "things/05-media.md");
  g_assert_cmpstr (g_ptr_array_index (files, 1), ==, "badges/thing-05.yaml");
}

static void
test_a_folder_without_pack_md_says_so (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "nothing", NULL);
  g_autoptr (KistAuthorCheck) checked = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  checked = check (folder);
  g_assert_nonnull (checked->problem);
  g_assert_cmpstr (checked->title, ==, "nothing");
}

/* A page whose check is equal leaves its rows, and the focus, where they are. */
static void
test_only_what_an_author_would_see_makes_a_difference (void)
{
  g_autofree char *pack = pack_fixture_make ("same", "core");
  g_autoptr (KistAuthorCheck) first = check (pack);
  g_autoptr (KistAuthorCheck) second = NULL;
  g_autoptr (KistAuthorCheck) third = NULL;
  g_autoptr (KistAuthorCheck) fourth = NULL;

  pack_fixture_write (pack, "media/map.txt", "Another map.\n");
  second = check (pack);
  g_assert_true (kist_author_check_equal (first, second));
  pack_fixture_edit (pack, "badges/thing-05.yaml", "issuer: Somebody\n", "");
  third = check (pack);
  g_assert_false (kist_author_check_equal (second, third));
  pack_fixture_edit (pack, "scenarios/request.twee", "A request\n", "Another request\n");
  fourth = check (pack);
  g_assert_false (kist_author_check_equal (third, fourth));
}

static void
count_cb (unsigned *n)
{
  (*n)++;
}

static void
test_a_watch_sees_new_folders_too (void)
{
  g_autofree char *pack = pack_fixture_make ("watched", "core");
  g_autoptr (KistFolderWatch) watch = kist_folder_watch_new (pack);
  unsigned n = 0, before;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n);
  pack_fixture_write (pack, "media/more/one.txt", "One.\n");
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  before = n;
  pack_fixture_write (pack, "media/more/one.txt", "Two.\n");
  while (n == before)
    g_main_context_iteration (NULL, TRUE);
}

static KistShelfChange *
finish (KistPackShelf *shelf, GAsyncResult **place, GError **error)
{
  g_autoptr (GAsyncResult) result = wait_for (place);

  return kist_pack_shelf_finish (shelf, result, error);
}

static void
test_installing_removing_and_bringing_back (void)
{
  g_autofree char *came = pack_fixture_make ("came", "came");
  g_autofree char *pack = pack_fixture_make ("made", "core");
  g_autofree char *file = g_strconcat (pack, ".things", NULL);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "packs", NULL);
  g_autoptr (KistPackShelf) shelf = kist_pack_shelf_new ((const char *[]){ came, NULL }, own);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistShelfChange) installed = NULL;
  g_autoptr (KistShelfChange) removed = NULL;
  g_autoptr (KistShelfChange) back = NULL;
  GAsyncResult *place = NULL;

  g_assert_true (kist_packer_write (pack, file, report, NULL, NULL));
  kist_pack_shelf_install_async (shelf, file, NULL, result_cb, &place);
  installed = finish (shelf, &place, NULL);
  g_assert_cmpuint (kist_library_get_n_packs (installed->library), ==, 2);
  g_assert_false (kist_pack_shelf_is_own (shelf, installed->library, 0));
  g_assert_true (kist_pack_shelf_is_own (shelf, installed->library, 1));
  g_assert_nonnull (kist_library_lookup_thing (installed->library, installed->installed->first_thing));
  kist_pack_shelf_remove_async (shelf, "core", TRUE, result_cb, &place);
  removed = finish (shelf, &place, NULL);
  g_assert_cmpuint (kist_library_get_n_packs (removed->library), ==, 1);
  kist_pack_shelf_remove_async (shelf, "core", FALSE, result_cb, &place);
  back = finish (shelf, &place, NULL);
  g_assert_cmpuint (kist_library_get_n_packs (back->library), ==, 2);
}

static void
test_what_came_with_kist_is_not_replaced (void)
{
  g_autofree char *came = pack_fixture_make ("came", "core");
  g_autofree char *file = g_strconcat (came, ".things", NULL);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "packs", NULL);
  g_autofree char *inside = g_build_filename (own, "core", NULL);
  g_autoptr (KistPackShelf) shelf = kist_pack_shelf_new ((const char *[]){ came, NULL }, own);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  g_assert_true (kist_packer_write (came, file, report, NULL, NULL));
  kist_pack_shelf_install_async (shelf, file, NULL, result_cb, &place);
  g_assert_null (finish (shelf, &place, &error));
  g_assert_nonnull (strstr (error->message, "came with Kist"));
  g_assert_false (g_file_test (inside, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/author/a-clean-pack-has-nothing-to-mend", test_a_clean_pack_has_nothing_to_mend);
  g_test_add_func ("/author/findings-come-by-file-with-errors-first", test_findings_come_by_file_with_errors_first);
  g_test_add_func ("/author/a-folder-without-pack-md-says-so", test_a_folder_without_pack_md_says_so);
  g_test_add_func ("/author/only-what-an-author-would-see-makes-a-difference",
                   test_only_what_an_author_would_see_makes_a_difference);
  g_test_add_func ("/author/a-watch-sees-new-folders-too", test_a_watch_sees_new_folders_too);
  g_test_add_func ("/author/installing-removing-and-bringing-back", test_installing_removing_and_bringing_back);
  g_test_add_func ("/author/what-came-with-kist-is-not-replaced", test_what_came_with_kist_is_not_replaced);
  return g_test_run ();
}
