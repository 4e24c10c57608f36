/* Searching through the store: files of older versions and damaged ones, and a search that nobody wants any more. */
#include <sqlite3.h>

#include "store-fixture.h"
#include "store/search/kist-hit.h"

typedef struct
{
  KistClock *clock;
  KistStore *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (fixture->store, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();

  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->store = kist_store_new (folder, fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
}

/* As any program may do that is not Kist. */
static void
exec_from_outside (const char *sql)
{
  g_autofree char *path = fixture_path ("kist.db");
  sqlite3         *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
assert_found (Fixture *fixture, const char *words, unsigned n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = fixture_search (fixture->store, words, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, n);
}

static void
save (Fixture *fixture, const char *id, const char *body)
{
  g_autoptr (KistEntry) entry = fixture_entry (id, body, FIXTURE_NOW);
  g_autoptr (GError) error = NULL;

  fixture_save_entry (fixture->store, entry, &error);
  g_assert_no_error (error);
}

static void
undelete (Fixture *fixture, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_set_entry_deleted_async (fixture->store, id, FALSE, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
}

static void
test_what_an_older_kist_kept_is_found (Fixture *fixture, gconstpointer version)
{
  g_autofree char *name = g_strdup_printf ("v%d.sql", GPOINTER_TO_INT (version));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "store", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  exec_from_outside (sql);
  open_store (fixture);
  assert_found (fixture, "still", 1);
  assert_found (fixture, "mine", 1);
  assert_found (fixture, "bin", 0);
  undelete (fixture, "entry-2");
  assert_found (fixture, "bin", 1);
}

/* Also without a search the index catches up, in more than one go. */
static void
test_a_start_indexes_what_waits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = NULL;
  gint64 n_waiting, n_indexed;

  open_store (fixture);
  for (unsigned i = 0; i < 120; i++)
    {
      g_autofree char *id = g_strdup_printf ("entry-%u", i);

      save (fixture, id, "Words.");
    }
  fixture_close (fixture->store);
  open_store (fixture);
  for (unsigned i = 0; i < 4; i++)
    g_ptr_array_unref (fixture_list_backups (fixture->store)); /* lets the worker do one thing after another */
  fixture_close (fixture->store);
  database = kist_database_open_read_only (path, NULL);
  g_assert_true (
      kist_database_read_integer (database, "SELECT count(*) FROM searchable WHERE is_waiting", &n_waiting, NULL));
  g_assert_true (
      kist_database_read_integer (database, "SELECT count(*) FROM searchable WHERE is_indexed", &n_indexed, NULL));
  g_assert_cmpint (n_waiting, ==, 0);
  g_assert_cmpint (n_indexed, ==, 120);
}

static void
save_forty (Fixture *fixture)
{
  for (unsigned i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("entry-%u", i);
      g_autofree char *body = fixture_long_text ("word", 200 + i);

      save (fixture, id, body);
    }
  assert_found (fixture, "word7", 40);
}

static void
test_a_damaged_index_is_made_anew (Fixture *fixture, gconstpointer damage)
{
  open_store (fixture);
  save_forty (fixture);
  fixture_close (fixture->store);
  exec_from_outside (damage);
  open_store (fixture);
  fixture_close (fixture->store);
  exec_from_outside ("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
  open_store (fixture);
  assert_found (fixture, "word7", 40);
  assert_found (fixture, "word238", 1);
  save (fixture, "entry-39", "Other.");
  assert_found (fixture, "word238", 0);
}

/* What only a search comes upon, it mends. */
static void
test_an_index_damaged_meanwhile_is_made_anew (Fixture *fixture, gconstpointer data)
{
  open_store (fixture);
  save_forty (fixture);
  exec_from_outside ("UPDATE search_index_data SET block = x'0004' WHERE id > 1000");
  assert_found (fixture, "word7", 40);
  assert_found (fixture, "word238", 1);
}

static void
test_a_search_nobody_waits_for_is_not_begun (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_cancellable_cancel (cancellable);
  kist_store_search_async (fixture->store, "word", NULL, 50, cancellable, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_null (kist_store_search_finish (fixture->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_more_than_wanted_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  open_store (fixture);
  save (fixture, "a", "Word.");
  save (fixture, "b", "Word word.");
  save (fixture, "c", "Word.");
  kist_store_search_async (fixture->store, "word", NULL, 2, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  hits = kist_store_search_finish (fixture->store, result, NULL);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (kist_hit_get_entry (g_ptr_array_index (hits, 0)), ==, "b");
}

static void
test_a_closed_store_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_search (fixture->store, "word", &error));
  g_assert_nonnull (error);
}

#define ADD(name, data, function) g_test_add ("/search-store/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("what-an-older-kist-kept-is-found/1", GINT_TO_POINTER (1), test_what_an_older_kist_kept_is_found);
  ADD ("what-an-older-kist-kept-is-found/4", GINT_TO_POINTER (4), test_what_an_older_kist_kept_is_found);
  ADD ("a-start-indexes-what-waits", NULL, test_a_start_indexes_what_waits);
  ADD ("a-damaged-index-is-made-anew/bytes", "UPDATE search_index_data SET block = x'0004' WHERE id > 1000",
       test_a_damaged_index_is_made_anew);
  ADD ("a-damaged-index-is-made-anew/gone", "DELETE FROM search_index_data WHERE id > 1000",
       test_a_damaged_index_is_made_anew);
  ADD ("an-index-damaged-meanwhile-is-made-anew", NULL, test_an_index_damaged_meanwhile_is_made_anew);
  ADD ("a-search-nobody-waits-for-is-not-begun", NULL, test_a_search_nobody_waits_for_is_not_begun);
  ADD ("no-more-than-wanted-is-found", NULL, test_no_more_than_wanted_is_found);
  ADD ("a-closed-store-says-so", NULL, test_a_closed_store_says_so);
  return g_test_run ();
}
