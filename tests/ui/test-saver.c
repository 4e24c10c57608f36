/* What the store refuses is kept until it takes it. The disk is one that fails when told to; it is told while the store
 * is idle. */
#include <errno.h>
#include <sqlite3.h>

#include "../store/fault-vfs.h"
#include "ui-fixture.h"
#include "../store/store-fixture.h"

typedef struct
{
  UiFixture  ui;
  KistSaver *saver; /* (unowned) the services' */
  unsigned   n_saved;
  unsigned   n_failed;
} Fixture;

static void
saved_cb (Fixture *fixture)
{
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
  fixture->n_saved++;
}

static void
failed_cb (Fixture *fixture, const char *message)
{
  g_assert_nonnull (message);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), >, 0);
  fixture->n_failed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, data);
  fixture->saver = kist_services_get_saver (fixture->ui.services);
  g_signal_connect_swapped (fixture->saver, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect_swapped (fixture->saver, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  ui_fixture_tear_down (&fixture->ui, data);
}

static void
fill_disk (void)
{
  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
}

static void
make_room (Fixture *fixture)
{
  ui_fixture_settle (&fixture->ui);
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
}

static void
save_entry (Fixture *fixture, const char *id, const char *body)
{
  g_autoptr (KistEntry) entry = fixture_entry (id, body, FIXTURE_NOW);

  kist_saver_save_entry (fixture->saver, entry);
}

/* (transfer full): what a new start finds on disk */
static KistContents *
read_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KistContents *contents;

  fixture_close (fixture->ui.store);
  contents = fixture_open (fixture->ui.store, &error);
  g_assert_no_error (error);
  return contents;
}

static void
test_what_goes_well_is_said (Fixture *fixture, gconstpointer data)
{
  save_entry (fixture, "a", "Words.");
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_what_is_refused_is_kept_and_counted (Fixture *fixture, gconstpointer data)
{
  fill_disk ();
  save_entry (fixture, "a", "Words.");
  save_entry (fixture, "b", "Other words.");
  kist_saver_save_answer (fixture->saver, "core/media", "policy", "keep", "A picture");
  ui_fixture_record (&fixture->ui, KIST_VERB_READ, "counts", NULL, 0);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 4);
  g_assert_cmpuint (fixture->n_failed, ==, 4);
  g_assert_cmpuint (fixture->n_saved, ==, 0);
  make_room (fixture);
  kist_saver_retry (fixture->saver);
  ui_fixture_settle (&fixture->ui);
}

static void
test_retrying_saves_everything_and_then_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;
  g_autofree char *answer = NULL;

  fill_disk ();
  save_entry (fixture, "a", "Words.");
  kist_saver_save_answer (fixture->saver, "core/media", "policy", "keep", "A picture");
  make_room (fixture);
  kist_saver_retry (fixture->saver);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
  g_assert_cmpuint (fixture->n_saved, >, 0);
  answer = ui_fixture_load_answer (&fixture->ui, "policy", "keep");
  g_assert_cmpstr (answer, ==, "A picture");
  contents = read_again (fixture);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "Words.");
}

static void
test_retrying_on_a_full_disk_keeps_it_still (Fixture *fixture, gconstpointer data)
{
  fill_disk ();
  save_entry (fixture, "a", "Words.");
  ui_fixture_settle (&fixture->ui);
  kist_saver_retry (fixture->saver);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 2);
  make_room (fixture);
  kist_saver_retry (fixture->saver);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
}

static void
test_a_newer_value_replaces_one_that_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;

  fill_disk ();
  save_entry (fixture, "a", "Old.");
  ui_fixture_settle (&fixture->ui);
  save_entry (fixture, "a", "New.");
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 1);
  make_room (fixture);
  kist_saver_retry (fixture->saver);
  contents = read_again (fixture);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "New.");
}

/* Both are on their way when the older fails: handing it over again later would undo the newer. */
static void
test_a_newer_value_on_its_way_replaces_one_that_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;

  fault_vfs_set (FAULT_ONCE, 1, SQLITE_FULL, ENOSPC);
  save_entry (fixture, "a", "Old.");
  save_entry (fixture, "a", "New.");
  make_room (fixture);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  kist_saver_retry (fixture->saver);
  contents = read_again (fixture);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "New.");
}

static void
test_two_values_that_both_fail_leave_the_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;

  fill_disk ();
  save_entry (fixture, "a", "Old.");
  save_entry (fixture, "a", "New.");
  make_room (fixture);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 1);
  kist_saver_retry (fixture->saver);
  contents = read_again (fixture);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a")), ==, "New.");
}

static void
test_events_are_handed_over_again_in_their_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;

  fill_disk ();
  for (unsigned i = 0; i < 12; i++)
    ui_fixture_record (&fixture->ui, KIST_VERB_RATED, "rate", "drive", i);
  make_room (fixture);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 12);
  kist_saver_retry (fixture->saver);
  contents = read_again (fixture);
  g_assert_cmpuint (contents->events->len, ==, 12);
  for (unsigned i = 0; i < 12; i++)
    g_assert_cmpint (((const KistEvent *)g_ptr_array_index (contents->events, i))->value, ==, i);
}

static void
test_what_was_made_and_deleted_stays_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) entry = fixture_entry ("a", "Words.", FIXTURE_NOW);
  g_autoptr (KistContents) contents = NULL;

  fill_disk ();
  kist_saver_save_entry (fixture->saver, entry);
  kist_saver_set_entry_deleted (fixture->saver, entry, TRUE);
  make_room (fixture);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 2);
  kist_saver_retry (fixture->saver);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
  contents = read_again (fixture);
  g_assert_null (fixture_find_entry (contents, "a"));
}

static void
test_deleting_and_bringing_back_is_one_thing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) entry = fixture_entry ("a", "Words.", FIXTURE_NOW);
  g_autoptr (KistContents) contents = NULL;

  kist_saver_save_entry (fixture->saver, entry);
  ui_fixture_settle (&fixture->ui);
  fill_disk ();
  kist_saver_set_entry_deleted (fixture->saver, entry, TRUE);
  kist_saver_set_entry_deleted (fixture->saver, entry, FALSE);
  make_room (fixture);
  kist_saver_retry (fixture->saver);
  contents = read_again (fixture);
  g_assert_nonnull (fixture_find_entry (contents, "a"));
}

static void
count_erased_cb (KistSaver *saver, unsigned n_entries, unsigned *n_erased)
{
  *n_erased += n_entries;
}

/* What waited to be saved is not written after all, and what failed is done again. */
static void
test_what_is_deleted_for_good_is_saved_no_more (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "a", NULL };
  g_autoptr (KistEntry) entry = fixture_entry ("a", "Words.", FIXTURE_NOW);
  g_autoptr (KistEntry) changed = fixture_entry ("a", "Other words.", FIXTURE_NOW + 1);
  g_autoptr (KistContents) contents = NULL;
  unsigned n_erased = 0;

  g_signal_connect (fixture->saver, "erased", G_CALLBACK (count_erased_cb), &n_erased);
  kist_saver_save_entry (fixture->saver, entry);
  ui_fixture_settle (&fixture->ui);
  fill_disk ();
  kist_saver_save_entry (fixture->saver, changed);
  kist_saver_set_entry_deleted (fixture->saver, entry, TRUE);
  kist_saver_erase_entries (fixture->saver, ids);
  make_room (fixture);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 1);
  g_assert_cmpuint (n_erased, ==, 0);
  kist_saver_retry (fixture->saver);
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (kist_saver_get_n_unsaved (fixture->saver), ==, 0);
  g_assert_cmpuint (n_erased, ==, 1);
  contents = read_again (fixture);
  g_assert_null (fixture_find_entry (contents, "a"));
}

#define ADD(name, function) g_test_add ("/saver/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  fault_vfs_install ();
  ADD ("what-goes-well-is-said", test_what_goes_well_is_said);
  ADD ("what-is-refused-is-kept-and-counted", test_what_is_refused_is_kept_and_counted);
  ADD ("retrying-saves-everything-and-then-says-so", test_retrying_saves_everything_and_then_says_so);
  ADD ("retrying-on-a-full-disk-keeps-it-still", test_retrying_on_a_full_disk_keeps_it_still);
  ADD ("a-newer-value-replaces-one-that-waits", test_a_newer_value_replaces_one_that_waits);
  ADD ("a-newer-value-on-its-way-replaces-one-that-fails", test_a_newer_value_on_its_way_replaces_one_that_fails);
  ADD ("two-values-that-both-fail-leave-the-newer", test_two_values_that_both_fail_leave_the_newer);
  ADD ("events-are-handed-over-again-in-their-order", test_events_are_handed_over_again_in_their_order);
  ADD ("what-was-made-and-deleted-stays-deleted", test_what_was_made_and_deleted_stays_deleted);
  ADD ("deleting-and-bringing-back-is-one-thing", test_deleting_and_bringing_back_is_one_thing);
  ADD ("what-is-deleted-for-good-is-saved-no-more", test_what_is_deleted_for_good_is_saved_no_more);
  return g_test_run ();
}
