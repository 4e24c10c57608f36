/* What is on its way out: what the check finds in several entries, when that is to be seen again, and what is written
 * where. The dialog itself is worked in tests/journeys. */
#include <glib/gstdio.h>

#include "../store/store-fixture.h"
#include "store/backup/kist-restoration.h"
#include "store/everything/kist-everything.h"
#include "ui-fixture.h"
#include "ui/export/kist-export-wording.h"
#include "ui/export/kist-export-private.h"
#include "ui/export/kist-print-operation.h"
#include "ui/journal/privacy/kist-leaving-page.h"
#include "ui/journal/privacy/kist-privacy-check.h"

static KistPrivacyBook *
get_book (UiFixture *fixture)
{
  return kist_services_get_privacy_book (fixture->services);
}

static KistEntry *
add (UiFixture *fixture, GPtrArray *entries, const char *title, const char *body)
{
  KistEntry *entry = kist_journal_create (kist_services_get_journal (fixture->services), NULL, title, body);

  g_ptr_array_add (entries, g_object_ref (entry));
  return entry;
}

static GPtrArray *
make_entries (UiFixture *fixture)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  add (fixture, entries, "Mrs Kerr", "I rang 07700 900123.");
  add (fixture, entries, "Tea", "It was cold.");
  return entries;
}

/* The answer is there a moment before the thread lets go of the task, and with it of the library: tearing down asks
 * whether anything still has that. */
static void
wait_for_thread (GAsyncResult **result)
{
  fixture_wait (result);
  while (g_atomic_int_get (&G_OBJECT (*result)->ref_count) > 1)
    g_thread_yield ();
}

static GPtrArray *
check (UiFixture *fixture, GPtrArray *entries)
{
  g_autoptr (KistPrivacyCheck) run = kist_privacy_check_new (get_book (fixture), entries);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  kist_privacy_check_run_async (run, NULL, fixture_result_cb, &result);
  wait_for_thread (&result);
  found = kist_privacy_check_run_finish (run, result, get_book (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (kist_privacy_check_get_fraction (run), ==, 1);
  return found;
}

static void
test_only_what_is_to_be_looked_at_is_named (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (GPtrArray) found = check (fixture, entries);
  g_autoptr (GPtrArray) fewer = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const KistPrivacyResult *first;

  g_assert_cmpuint (found->len, ==, 1);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpstr (kist_entry_get_title (first->entry), ==, "Mrs Kerr");
  g_assert_cmpuint (first->n_open, ==, 2);
  for (unsigned i = 0; i < 2; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (first->concerns, i);

      kist_privacy_book_set_meant (get_book (fixture), kist_entry_get_id (first->entry), concern->key, TRUE);
      if (i == 0)
        fewer = check (fixture, entries);
    }
  g_assert_cmpuint (((KistPrivacyResult *)g_ptr_array_index (fewer, 0))->n_open, ==, 1);
  none = check (fixture, entries);
  g_assert_cmpuint (none->len, ==, 0);
}

/* They leave with the text. */
static void
test_tags_are_looked_at_too (UiFixture *fixture, gconstpointer data)
{
  static const char *const tags[] = { "ring 07700 900456", NULL };
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (GPtrArray) found = NULL;
  const KistPrivacyResult *result;

  for (unsigned i = 0; i < entries->len; i++)
    kist_privacy_book_set_seen (get_book (fixture), g_ptr_array_index (entries, i));
  g_ptr_array_add (entries, kist_entry_new_with_marks (g_ptr_array_index (entries, 1), tags, NULL));
  g_assert_true (kist_leaving_page_is_needed (get_book (fixture), entries));
  found = check (fixture, entries);
  g_assert_cmpuint (found->len, ==, 2);
  result = g_ptr_array_index (found, 1);
  g_assert_cmpuint (result->n_open, ==, 1);
}

static void
test_a_result_is_shown_once_for_each_state (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (KistEntry) changed = NULL;

  kist_privacy_book_set_seen (get_book (fixture), g_ptr_array_index (entries, 0));
  g_assert_true (kist_leaving_page_is_needed (get_book (fixture), entries));
  kist_privacy_book_set_seen (get_book (fixture), g_ptr_array_index (entries, 1));
  g_assert_false (kist_leaving_page_is_needed (get_book (fixture), entries));

  kist_privacy_book_add_name (get_book (fixture), "Wee Blue");
  g_assert_true (kist_leaving_page_is_needed (get_book (fixture), entries));
  for (unsigned i = 0; i < entries->len; i++)
    kist_privacy_book_set_seen (get_book (fixture), g_ptr_array_index (entries, i));
  changed = kist_entry_new_with_text (g_ptr_array_index (entries, 1), "Tea", "It was hot.", 1);
  g_ptr_array_add (entries, g_object_ref (changed));
  g_assert_true (kist_leaving_page_is_needed (get_book (fixture), entries));
}

/* Returns (transfer full) (nullable): where it is. */
static char *
run (KistExport *self, const char *format, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_export_run_async (self, kist_export_find_format (format), FALSE, path, cancellable, fixture_result_cb, &result);
  wait_for_thread (&result);
  return kist_export_run_finish (self, result, error);
}

static void
test_several_are_a_new_folder_and_one_is_a_file (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (KistExport) both = kist_export_new (fixture->services, entries, FALSE);
  g_autoptr (KistExport) one = NULL;
  g_autofree char *top = g_dir_make_tmp ("kist-export-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (top, "tea.md", NULL);
  g_autofree char *first = run (both, "md", top, NULL, NULL);
  g_autofree char *second = run (both, "md", top, NULL, NULL);
  g_autofree char *there = NULL, *name = NULL;

  g_assert_true (g_file_test (first, G_FILE_TEST_IS_DIR) && g_file_test (second, G_FILE_TEST_IS_DIR));
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpfloat (kist_export_get_fraction (both), ==, 1);
  g_ptr_array_remove_index (entries, 0);
  g_assert_cmpuint (kist_export_get_entries (both)->len, ==, 2);
  one = kist_export_new (fixture->services, entries, FALSE);
  name = kist_export_dup_name (one, kist_publish_find_format ("md"));
  g_assert_true (g_str_has_suffix (name, "-tea.md"));
  there = run (one, "md", file, NULL, NULL);
  g_assert_cmpstr (there, ==, file);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  ui_remove_tree (top);
}

/* Who it was is that of the record, whatever leaves of it; nothing happened in this one yet. */
static void
test_a_part_is_of_the_whole_record (UiFixture *fixture, gconstpointer data)
{
  const KistExportRun run = { .format = kist_export_find_format ("xapi") };
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (KistExport) all = kist_export_new (fixture->services, entries, TRUE);
  g_autoptr (KistExport) none = NULL;
  g_autoptr (KistPublication) whole = kist_export_make_publication (all, &run);
  g_autoptr (KistPublication) part = NULL;
  KistEntry *oldest = g_ptr_array_index (kist_export_get_entries (all), 0);

  g_ptr_array_set_size (entries, 0);
  none = kist_export_new (fixture->services, entries, FALSE);
  part = kist_export_make_publication (none, &run);
  g_assert_cmpint (whole->beginning, ==, kist_entry_get_created (oldest));
  g_assert_cmpint (part->beginning, ==, whole->beginning);
}

static void
test_what_is_stopped_leaves_nothing (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (KistExport) export = kist_export_new (fixture->services, entries, TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *top = g_dir_make_tmp ("kist-export-XXXXXX", NULL);

  g_cancellable_cancel (cancellable);
  for (unsigned i = 0; i < kist_publish_get_n_formats (); i++)
    {
      const KistPublishFormat *format = kist_publish_get_format (i);
      g_autofree char         *path =
          kist_export_makes_folder (export, format) ? g_strdup (top) : g_build_filename (top, "file", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (run (export, format->id, path, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_cmpint (g_rmdir (top), ==, 0); /* which needs it empty */
}

static void
test_pages_are_printed (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *body = g_strnfill (20000, 'W');
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "printed.pdf", NULL);
  g_autoptr (KistExport) export = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KistPrintPages) pages = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  unsigned n_pages;
  int      n_printed;

  add (fixture, entries, "Long", body);
  export = kist_export_new (fixture->services, entries, FALSE);
  kist_export_lay_out_async (export, NULL, fixture_result_cb, &result);
  wait_for_thread (&result);
  pages = kist_export_lay_out_finish (export, result, &error);
  g_assert_no_error (error);
  n_pages = kist_print_pages_get_n (pages);
  g_assert_cmpuint (n_pages, >, 3);

  operation = kist_print_operation_new (g_steal_pointer (&pages), "Long");
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages-to-print", &n_printed, NULL);
  g_assert_cmpint (n_printed, ==, (int)n_pages);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_remove (path);
}

static void
test_every_format_is_offered (UiFixture *fixture, gconstpointer data)
{
  unsigned                n_choices;
  const KistExportChoice *choices = kist_export_wording_choices (&n_choices);

  g_assert_cmpuint (n_choices, ==, kist_publish_get_n_formats () + 1);
  g_assert_nonnull (choices[0].group);
  for (unsigned i = 0; i < n_choices; i++)
    {
      const KistPublishFormat *format = kist_export_find_format (choices[i].format);

      g_assert_nonnull (format);
      g_assert_true (choices[i].is_of_all == (kist_publish_find_format (choices[i].format) == NULL));
    }
}

static void
test_everything_is_one_file_that_can_be_restored (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = make_entries (fixture);
  g_autoptr (KistExport) self = kist_export_new (fixture->services, entries, TRUE);
  g_autofree char *top = g_dir_make_tmp ("kist-export-XXXXXX", NULL);
  g_autofree char *name = kist_export_dup_name (self, kist_export_find_format ("everything"));
  g_autofree char *path = g_build_filename (top, name, NULL);
  g_autofree char *there = NULL;

  ui_fixture_settle (fixture); /* what was written is in the file by then */
  there = run (self, "everything", path, NULL, NULL);
  g_assert_cmpstr (there, ==, path);
  g_assert_true (kist_restoration_takes (path) && kist_everything_is (path));
  g_assert_cmpfloat (kist_export_get_fraction (self), ==, 1);
  ui_remove_tree (top);
}

int
main (int argc, char *argv[])
{
#define ADD(name, test) g_test_add ("/export/" name, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ui_fixture_init (&argc, &argv);
  ADD ("check", test_only_what_is_to_be_looked_at_is_named);
  ADD ("tags", test_tags_are_looked_at_too);
  ADD ("seen", test_a_result_is_shown_once_for_each_state);
  ADD ("places", test_several_are_a_new_folder_and_one_is_a_file);
  ADD ("part-of-the-whole", test_a_part_is_of_the_whole_record);
  ADD ("stopped", test_what_is_stopped_leaves_nothing);
  ADD ("printed", test_pages_are_printed);
  ADD ("offered", test_every_format_is_offered);
  ADD ("everything", test_everything_is_one_file_that_can_be_restored);
#undef ADD
  return g_test_run ();
}
