/* When the record cannot be opened: what is said, and that every way on that is offered leads on. */
#include <glib/gstdio.h>

#include "../store/store-fixture.h"
#include "base/kist-error.h"
#include "ui-fixture.h"
#include "ui/backup/kist-recovery-view.h"

typedef struct
{
  KistClock *clock;
  KistStore *store;
  GtkWidget *view; /* in a window of its own */
  unsigned   n_reopened;
} Fixture;

static void
reopen_cb (Fixture *fixture)
{
  fixture->n_reopened++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = data ? fixture_path (data) : fixture_folder ();

  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->store = kist_store_new (folder, fixture->clock);
  fixture->view = g_object_new (KIST_TYPE_RECOVERY_VIEW, NULL);
  g_signal_connect_swapped (fixture->view, "reopen", G_CALLBACK (reopen_cb), fixture);
  harness_show (fixture->view, 600, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();
  GtkWidget       *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (fixture->view)));
  fixture_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (view);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  ui_remove_tree (folder);
}

static void
show (Fixture *fixture, KistError code, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (KIST_ERROR, (int)code, message);

  kist_recovery_view_show_error (KIST_RECOVERY_VIEW (fixture->view), fixture->store, error);
}

/* Runs until the store, which does things in their order, has listed the back-ups. */
static unsigned
count_rows (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = fixture_list_backups (fixture->store);
  g_autoptr (GPtrArray) rows = NULL;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  rows = harness_find_all (fixture->view, ADW_TYPE_ACTION_ROW);
  return rows->len;
}

static void
live (Fixture *fixture, const char *body)
{
  g_autoptr (KistEntry) entry = fixture_entry ("a", body, kist_clock_now (fixture->clock));
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_true (fixture_save_entry (fixture->store, entry, NULL));
  fixture_close (fixture->store);
}

/* Leaves a file that cannot be opened and @n_days back-ups of the days before. */
static void
break_record (Fixture *fixture, unsigned n_days)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (GError) error = NULL;

  live (fixture, "First.");
  for (unsigned day = 0; day < n_days; day++)
    {
      kist_clock_advance (fixture->clock, G_TIME_SPAN_DAY);
      live (fixture, "Later.");
    }
  fixture_damage (path, 0, 4096);
  g_assert_null (fixture_open (fixture->store, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_CORRUPT);
  kist_recovery_view_show_error (KIST_RECOVERY_VIEW (fixture->view), fixture->store, error);
}

static void
test_each_error_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KistError   code;
    const char *title;
    const char *advice;
    gboolean    is_replaceable;
  } cases[] = {
    { KIST_ERROR_CORRUPT, "Your Record Is Damaged",
      "The file on disk cannot be read as it is. Go back to a back-up below; nothing is thrown away.", TRUE },
    { KIST_ERROR_NEWER, "Your Record Is From a Newer Kist",
      "It was last used with a newer version of Kist. Update Kist on this computer, then try again.", TRUE },
    { KIST_ERROR_FULL, "The Disk Is Full", "Free some space, for example by emptying the wastebasket, then try again.",
      FALSE },
    { KIST_ERROR_BUSY, "Kist Is Already Open", "Another Kist has your record open. Close that one, then try again.",
      FALSE },
    { KIST_ERROR_FAILED, "Your Record Cannot Be Opened", "Why & how <it> failed.", FALSE },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (fixture, cases[i].code, "Why & how <it> failed.");
      g_assert_true (ui_has_label (fixture->view, cases[i].title));
      g_assert_true (ui_has_label (fixture->view, cases[i].advice));
      g_assert_true (gtk_widget_get_visible (ui_find_button (fixture->view, "_Try Again")));
      g_assert_true (ui_has_label (fixture->view, "Start with an Empty Record") == cases[i].is_replaceable);
    }
}

static void
test_a_folder_that_cannot_be_written_to_is_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *advice =
      g_strdup_printf ("Your record lives in %s, and this folder cannot be written to. Allow writing there, then "
                       "try again.",
                       kist_store_get_folder (fixture->store));

  g_assert_nonnull (strchr (advice, '&'));
  show (fixture, KIST_ERROR_READ_ONLY, "No.");
  g_assert_true (ui_has_label (fixture->view, "Kist Cannot Write Here"));
  g_assert_true (ui_has_label (fixture->view, advice));
}

static void
test_trying_again_is_asked_for (Fixture *fixture, gconstpointer data)
{
  show (fixture, KIST_ERROR_FULL, "Full.");
  ui_click (ui_find_button (fixture->view, "_Try Again"));
  g_assert_cmpuint (fixture->n_reopened, ==, 1);
}

static void
test_back_ups_are_listed_once (Fixture *fixture, gconstpointer data)
{
  break_record (fixture, 2);
  show (fixture, KIST_ERROR_CORRUPT, "Again, before they were listed.");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  show (fixture, KIST_ERROR_CORRUPT, "And again.");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (ui_has_label (fixture->view, "Sunday 23 November 2025, 09:30"));
  g_assert_true (ui_has_label (fixture->view, "1 entry"));
  show (fixture, KIST_ERROR_FULL, "Full.");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

static void
wait_until_reopened (Fixture *fixture)
{
  while (fixture->n_reopened == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_is_sensitive (fixture->view));
}

static void
test_a_back_up_brings_the_record_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  break_record (fixture, 2);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  /* The older one: what was written on the first day. */
  g_signal_emit_by_name (ui_find_nth (fixture->view, ADW_TYPE_ACTION_ROW, 1), "activated");
  g_assert_false (gtk_widget_is_sensitive (fixture->view));
  wait_until_reopened (fixture);
  contents = fixture_open (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "First.");
  g_assert_cmpuint (fixture_count_files (folder, "kist-"), >=, 1);
}

static void
test_an_empty_record_keeps_the_damaged_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  break_record (fixture, 0);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_signal_emit_by_name (ui_find_nth (fixture->view, ADW_TYPE_BUTTON_ROW, 1), "activated");
  wait_until_reopened (fixture);
  contents = fixture_open (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contents->entries->len, ==, 0);
  g_assert_cmpuint (fixture_count_files (folder, "kist-"), >=, 1);
}

static void
test_a_back_up_that_is_gone_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;

  break_record (fixture, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  backups = fixture_list_backups (fixture->store);
  g_remove (((const KistBackup *)g_ptr_array_index (backups, 0))->path);
  g_signal_emit_by_name (ui_find (fixture->view, ADW_TYPE_ACTION_ROW), "activated");
  while (!gtk_widget_is_sensitive (fixture->view))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ui_has_label (fixture->view, "The Back-up Was Not Restored"));
  g_assert_cmpuint (fixture->n_reopened, ==, 0);
}

#define ADD(name, folder, function) g_test_add ("/recovery/" name, Fixture, folder, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  ui_fixture_init (&argc, &argv);
  ADD ("each-error-says-what-to-do", NULL, test_each_error_says_what_to_do);
  ADD ("a-folder-that-cannot-be-written-to-is-named", "R&D <1>", test_a_folder_that_cannot_be_written_to_is_named);
  ADD ("trying-again-is-asked-for", NULL, test_trying_again_is_asked_for);
  ADD ("back-ups-are-listed-once", NULL, test_back_ups_are_listed_once);
  ADD ("a-back-up-brings-the-record-back", NULL, test_a_back_up_brings_the_record_back);
  ADD ("an-empty-record-keeps-the-damaged-one", NULL, test_an_empty_record_keeps_the_damaged_one);
  ADD ("a-back-up-that-is-gone-is-said", NULL, test_a_back_up_that_is_gone_is_said);
  return g_test_run ();
}
