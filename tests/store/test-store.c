#include <glib/gstdio.h>
#include <sys/stat.h>

#include "base/kist-error.h"
#include "store-fixture.h"
#include "store/kist-folder.h"

typedef struct
{
  KistClock *clock;
  char      *folder;
  KistStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_path (NULL);
  fixture->store = kist_store_new (fixture->folder, fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->store); /* after which no task holds it any more */
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
}

static KistContents *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KistContents *contents = fixture_open (fixture->store, &error);

  g_assert_no_error (error);
  return contents;
}

static void
open_and_forget (Fixture *fixture)
{
  kist_contents_free (open_store (fixture));
}

static void
test_an_empty_folder_becomes_a_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = open_store (fixture);
  GStatBuf status;

  g_assert_cmpstr (kist_store_get_folder (fixture->store), ==, fixture->folder);
  g_assert_cmpuint (contents->events->len + contents->entries->len + contents->places->len, ==, 0);
  g_assert_cmpint (g_stat (fixture->folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  fixture_close (fixture->store);
}

static void
test_what_was_saved_is_there_after_opening_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) entry = fixture_entry ("a", "My words.", FIXTURE_NOW);
  g_autoptr (KistEvent) event = kist_event_new (1, KIST_VERB_READ, "digital/email", "read", NULL, 0, NULL, NULL);
  g_autoptr (KistPlace) place = kist_place_new ("last");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (KistContents) contents = NULL;

  open_and_forget (fixture);
  g_assert_true (fixture_save_entry (fixture->store, entry, NULL));
  g_assert_true (fixture_append_event (fixture->store, event, NULL));
  kist_store_save_place_async (fixture->store, place, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
  fixture_close (fixture->store);

  contents = open_store (fixture);
  g_assert_cmpuint (contents->events->len, ==, 1);
  g_assert_cmpuint (contents->places->len, ==, 1);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "My words.");
  fixture_close (fixture->store);
}

static void
test_arguments_are_copied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlace) place = kist_place_new ("last");
  g_autoptr (KistEvent) event = kist_event_new (1, KIST_VERB_READ, "digital/email", "read", NULL, 0, NULL, NULL);
  char item[] = "policy", text[] = "my answer";
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (KistContents) contents = NULL;

  open_and_forget (fixture);
  kist_store_save_place_async (fixture->store, place, NULL, NULL);
  kist_store_append_event_async (fixture->store, event, NULL, NULL);
  kist_store_save_answer_async (fixture->store, "digital/email", "reflect", item, text, NULL, NULL);
  place->key[0] = 'X';
  event->step[0] = 'X';
  item[0] = text[0] = 'X';
  kist_store_load_answers_async (fixture->store, "digital/email", "reflect", NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  answers = kist_store_load_answers_finish (fixture->store, result, NULL);
  g_assert_cmpstr (g_hash_table_lookup (answers, "policy"), ==, "my answer");
  fixture_close (fixture->store);
  contents = open_store (fixture);
  g_assert_cmpstr (((KistPlace *)g_ptr_array_index (contents->places, 0))->key, ==, "last");
  g_assert_cmpstr (((KistEvent *)g_ptr_array_index (contents->events, 0))->step, ==, "read");
  fixture_close (fixture->store);
}

typedef struct
{
  GString *order;
  char     letter;
  GThread *thread; /* that called back */
} Call;

static void
note_call_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  g_autoptr (GError) error = NULL;

  kist_store_save_finish (KIST_STORE (source), result, &error);
  g_assert_no_error (error);
  g_string_append_c (call->order, call->letter);
  call->thread = g_thread_self ();
}

static void
test_calls_are_done_in_the_order_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (KistContents) contents = NULL;
  Call calls[26];

  open_and_forget (fixture);
  for (unsigned i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *body = g_strdup_printf ("version %u", i);
      g_autoptr (KistEntry) entry = fixture_entry ("a", body, FIXTURE_NOW + i);
      g_autoptr (KistEvent) event = kist_event_new (i, KIST_VERB_WROTE, "a", "b", "c", i, NULL, NULL);

      calls[i] = (Call){ order, (char)('a' + i), NULL };
      if (i % 2 == 0)
        kist_store_save_entry_async (fixture->store, entry, note_call_cb, &calls[i]);
      else
        kist_store_append_event_async (fixture->store, event, note_call_cb, &calls[i]);
    }
  fixture_close (fixture->store);
  g_assert_cmpstr (order->str, ==, "abcdefghijklmnopqrstuvwxyz");
  for (unsigned i = 0; i < G_N_ELEMENTS (calls); i++)
    g_assert_true (calls[i].thread == g_thread_self ());
  contents = open_store (fixture);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "version 24");
  g_assert_cmpuint (contents->events->len, ==, 13);
  fixture_close (fixture->store);
}

static void
test_callbacks_come_in_the_context_of_the_call (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (KistEntry) entry = fixture_entry ("a", "words", FIXTURE_NOW);
  Call call = { order, 'x', NULL };

  open_and_forget (fixture);
  g_main_context_push_thread_default (context);
  kist_store_save_entry_async (fixture->store, entry, note_call_cb, &call);
  g_main_context_pop_thread_default (context);
  fixture_close (fixture->store); /* runs the default context; the save was done before */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (order->str, ==, "");
  while (order->len == 0)
    g_main_context_iteration (context, TRUE);
  g_assert_cmpstr (order->str, ==, "x");
}

static void
test_closing_does_all_that_was_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;

  open_and_forget (fixture);
  for (unsigned i = 0; i < 100; i++)
    {
      g_autoptr (KistEvent) event = kist_event_new (i, KIST_VERB_OPENED, "a", "b", NULL, 0, NULL, NULL);

      kist_store_append_event_async (fixture->store, event, NULL, NULL);
    }
  fixture_close (fixture->store);
  contents = open_store (fixture);
  g_assert_cmpuint (contents->events->len, ==, 100);
  fixture_close (fixture->store);
}

static void
test_dropping_an_open_store_loses_nothing (Fixture *fixture, gconstpointer data)
{
  KistStore *dropped = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (KistEntry) entry = fixture_entry ("a", "words", FIXTURE_NOW);
  g_autoptr (KistContents) contents = NULL;

  kist_contents_free (fixture_open (dropped, NULL));
  g_assert_true (fixture_save_entry (dropped, entry, NULL));
  g_assert_finalize_object (dropped);
  contents = open_store (fixture);
  g_assert_nonnull (fixture_find_entry (contents, "a"));
  fixture_close (fixture->store);
}

static void
test_a_store_that_is_not_open_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) entry = fixture_entry ("a", "words", FIXTURE_NOW);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_save_entry (fixture->store, entry, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  g_clear_error (&error);
  kist_store_list_revisions_async (fixture->store, "a", NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_null (kist_store_list_revisions_finish (fixture->store, result, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  fixture_close (fixture->store); /* there is nothing to close, and that is no error */
}

static void
test_opening_twice_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_and_forget (fixture);
  g_assert_null (fixture_open (fixture->store, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  fixture_close (fixture->store);
}

static void
test_a_second_holder_is_told_that_it_is_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistStore) second = kist_store_new (fixture->folder, fixture->clock);
  g_autoptr (GError) error = NULL;

  open_and_forget (fixture);
  g_assert_null (fixture_open (second, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_BUSY);
  g_clear_error (&error);
  fixture_close (fixture->store);
  kist_contents_free (fixture_open (second, &error));
  g_assert_no_error (error);
  fixture_close (second);
}

static void
test_a_cancelled_call_is_not_begun (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  kist_store_open_async (fixture->store, cancellable, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_null (kist_store_open_finish (fixture->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_the_bin_has_the_last_deleted_first (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "a", "b", "c" };
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) bin = NULL;

  open_and_forget (fixture);
  for (unsigned i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (KistEntry) entry = fixture_entry (ids[i], ids[i], FIXTURE_NOW - i);

      g_assert_true (fixture_save_entry (fixture->store, entry, NULL));
      kist_clock_advance (fixture->clock, G_TIME_SPAN_SECOND);
      if (i != 1)
        kist_store_set_entry_deleted_async (fixture->store, ids[i], TRUE, NULL, NULL);
    }
  kist_store_list_deleted_async (fixture->store, NULL, fixture_result_cb, &listed);
  fixture_wait (&listed);
  bin = kist_store_list_deleted_finish (fixture->store, listed, NULL);
  g_assert_cmpuint (bin->len, ==, 2);
  g_assert_cmpstr (kist_entry_get_id (g_ptr_array_index (bin, 0)), ==, "c");
  g_assert_cmpstr (kist_entry_get_id (g_ptr_array_index (bin, 1)), ==, "a");
  fixture_close (fixture->store);
}

static void
test_revisions_and_deletion_go_through_the_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) first = fixture_entry ("a", "first", FIXTURE_NOW);
  g_autoptr (KistEntry) second = fixture_entry ("a", "first second", FIXTURE_NOW + G_TIME_SPAN_DAY);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) deleted = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (KistContents) contents = NULL;

  open_and_forget (fixture);
  g_assert_true (fixture_save_entry (fixture->store, first, NULL));
  g_assert_true (fixture_save_entry (fixture->store, second, NULL));
  kist_store_list_revisions_async (fixture->store, "a", NULL, fixture_result_cb, &listed);
  kist_store_set_entry_deleted_async (fixture->store, "a", TRUE, fixture_result_cb, &deleted);
  fixture_wait (&listed);
  fixture_wait (&deleted);
  revisions = kist_store_list_revisions_finish (fixture->store, listed, NULL);
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (revisions, 0)), ==, "first");
  g_assert_true (kist_store_save_finish (fixture->store, deleted, NULL));
  fixture_close (fixture->store);
  contents = open_store (fixture);
  g_assert_cmpuint (contents->entries->len, ==, 0);
  fixture_close (fixture->store);
}

static void
test_a_clean_mark_holds_for_an_untouched_file_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistFolder) folder = NULL;

  open_and_forget (fixture);
  fixture_close (fixture->store);
  folder = kist_folder_new (fixture->folder, NULL);
  g_assert_true (kist_folder_take_clean_mark (folder));
  g_assert_false (kist_folder_take_clean_mark (folder)); /* it is gone now */
  kist_folder_leave_clean_mark (folder);
  fixture_damage (path, 100, 1);
  g_assert_false (kist_folder_take_clean_mark (folder));
}

static void
test_a_killed_program_leaves_no_clean_mark (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mark = fixture_path ("kist.clean");

  open_and_forget (fixture);
  fixture_close (fixture->store);
  g_assert_true (g_file_test (mark, G_FILE_TEST_EXISTS));
  open_and_forget (fixture);
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
  fixture_close (fixture->store);
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("an-empty-folder-becomes-a-store", test_an_empty_folder_becomes_a_store);
  ADD ("what-was-saved-is-there-after-opening-again", test_what_was_saved_is_there_after_opening_again);
  ADD ("arguments-are-copied", test_arguments_are_copied);
  ADD ("calls-are-done-in-the-order-asked", test_calls_are_done_in_the_order_asked);
  ADD ("callbacks-come-in-the-context-of-the-call", test_callbacks_come_in_the_context_of_the_call);
  ADD ("closing-does-all-that-was-asked", test_closing_does_all_that_was_asked);
  ADD ("dropping-an-open-store-loses-nothing", test_dropping_an_open_store_loses_nothing);
  ADD ("a-store-that-is-not-open-says-so", test_a_store_that_is_not_open_says_so);
  ADD ("opening-twice-is-an-error", test_opening_twice_is_an_error);
  ADD ("a-second-holder-is-told-that-it-is-busy", test_a_second_holder_is_told_that_it_is_busy);
  ADD ("a-cancelled-call-is-not-begun", test_a_cancelled_call_is_not_begun);
  ADD ("the-bin-has-the-last-deleted-first", test_the_bin_has_the_last_deleted_first);
  ADD ("revisions-and-deletion-go-through-the-store", test_revisions_and_deletion_go_through_the_store);
  ADD ("a-clean-mark-holds-for-an-untouched-file-only", test_a_clean_mark_holds_for_an_untouched_file_only);
  ADD ("a-killed-program-leaves-no-clean-mark", test_a_killed_program_leaves_no_clean_mark);
  return g_test_run ();
}
