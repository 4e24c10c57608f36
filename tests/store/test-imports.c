/* Many entries that come together: all or none of them, whatever fails at whatever moment, and what they are known by.
 */
#include <errno.h>
#include <sqlite3.h>

#include "base/kist-error.h"
#include "fault-vfs.h"
#include "store-fixture.h"
#include "store/kist-database.h"

/* No import of three has so many operations; a loop that gets here has lost its way. */
#define MOST_OPERATIONS 1000

#define MANY 500

typedef struct
{
  KistClock *clock;
  char      *folder;
  KistStore *store;
} Fixture;

typedef struct
{
  FaultMode mode;
  int       code;
  int       number;
} Fault;

static const Fault full_once = { FAULT_ONCE, SQLITE_FULL, ENOSPC };
static const Fault full_from = { FAULT_FROM, SQLITE_FULL, ENOSPC };
static const Fault error_once = { FAULT_ONCE, SQLITE_IOERR_WRITE, ENOSPC };
static const Fault error_from = { FAULT_FROM, SQLITE_IOERR_WRITE, ENOSPC };

/* What an import says on its way. */
typedef struct
{
  unsigned      n_calls;
  unsigned      last;
  unsigned      total;
  gboolean      is_ended;
  GCancellable *cancellable; /* (nullable): to be cancelled at the first call */
} Told;

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
  fixture->clock = kist_clock_new_fixed (FIXTURE_NOW);
  fixture->folder = fixture_folder ();
  fixture->store = kist_store_new (fixture->folder, fixture->clock);
  open_store (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  fixture_close (fixture->store); /* after which no task holds it any more */
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
}

static void
told_cb (unsigned done, unsigned total, gpointer data)
{
  Told *told = data;

  g_assert_false (told->is_ended);
  g_assert_cmpuint (done, >, told->last);
  g_assert_cmpuint (done, <=, total);
  told->n_calls++;
  told->last = done;
  told->total = total;
  if (told->cancellable)
    g_cancellable_cancel (told->cancellable);
}

/* Entries "PREFIX0", "PREFIX1" … of @n_words words, which are known by the same names. */
static void
begin_import (Fixture       *fixture,
              const char    *prefix,
              unsigned       n,
              unsigned       n_words,
              GCancellable  *cancellable,
              Told          *told,
              GAsyncResult **result)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sources = NULL;

  for (unsigned i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);
      g_autofree char *body = fixture_long_text ("old", n_words);

      g_ptr_array_add (entries, kist_entry_new (id, "digital/email", "thing-14", "Then", body, 1000 + i, 2000 + i));
      g_strv_builder_add (builder, id);
    }
  sources = g_strv_builder_end (builder);
  kist_store_import_async (fixture->store, entries, (const char *const *)sources, cancellable, told ? told_cb : NULL,
                           told, fixture_result_cb, result);
}

static gboolean
import (Fixture      *fixture,
        const char   *prefix,
        unsigned      n,
        unsigned      n_words,
        GCancellable *cancellable,
        Told         *told,
        GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  begin_import (fixture, prefix, n, n_words, cancellable, told, &result);
  fixture_wait (&result);
  if (told)
    told->is_ended = TRUE;
  return kist_store_save_finish (fixture->store, result, error);
}

static gboolean
delete_entries (Fixture *fixture, const char *const *ids)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_delete_entries_async (fixture->store, ids, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_save_finish (fixture->store, result, NULL);
}

static GHashTable *
list_imports (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  GHashTable *sources;

  kist_store_list_imports_async (fixture->store, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  sources = kist_store_list_imports_finish (fixture->store, result, NULL);
  g_assert_nonnull (sources);
  return sources;
}

/* How many entries a new start finds whose ids begin with @prefix; as many are known by where they come from. */
static unsigned
count_again (Fixture *fixture, const char *prefix)
{
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GError) error = NULL;
  unsigned n = 0, n_known = 0;

  fixture_close (fixture->store);
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  contents = fixture_open (fixture->store, &error);
  g_assert_no_error (error);
  sources = list_imports (fixture);
  for (unsigned i = 0; i < contents->entries->len; i++)
    {
      const char *id = kist_entry_get_id (g_ptr_array_index (contents->entries, i));

      n += g_str_has_prefix (id, prefix);
      n_known += g_str_has_prefix (id, prefix) && g_hash_table_contains (sources, id);
    }
  g_assert_cmpuint (n, ==, n_known);
  return n;
}

static void
test_they_come_as_they_were (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  Told       told = { 0 };
  KistEntry *entry;

  g_assert_true (import (fixture, "a", MANY, 3, NULL, &told, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told.total, ==, MANY);
  g_assert_cmpuint (told.last, ==, MANY);
  g_assert_cmpuint (told.n_calls, <=, 101);
  hits = fixture_search (fixture->store, "old2", NULL);
  g_assert_cmpuint (hits->len, ==, 50);
  g_assert_cmpuint (count_again (fixture, "a"), ==, MANY);
  fixture_close (fixture->store);
  contents = fixture_open (fixture->store, NULL);
  entry = fixture_find_entry (contents, "a7");
  g_assert_cmpstr (kist_entry_get_thing (entry), ==, "digital/email");
  g_assert_cmpstr (kist_entry_get_badge (entry), ==, "thing-14");
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "Then");
  g_assert_cmpint (kist_entry_get_created (entry), ==, 1007);
  g_assert_cmpint (kist_entry_get_updated (entry), ==, 2007);
}

/* The fourth is there already: then the first three go, too. */
static void
test_one_that_does_not_go_stops_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) there = fixture_entry ("a3", "Mine.", FIXTURE_NOW);
  g_autoptr (KistContents) contents = NULL;
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_save_entry (fixture->store, there, NULL));
  g_assert_false (import (fixture, "a", 4, 3, NULL, NULL, &error));
  g_assert_nonnull (error);
  sources = list_imports (fixture);
  g_assert_cmpuint (g_hash_table_size (sources), ==, 0);
  fixture_close (fixture->store);
  contents = fixture_open (fixture->store, NULL);
  g_assert_cmpuint (contents->entries->len, ==, 1);
  g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "a3")), ==, "Mine.");
}

static void
test_what_is_cancelled_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (import (fixture, "a", 3, 3, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_again (fixture, "a"), ==, 0);
}

/* Whoever is faster, what is said is what is so. */
static void
test_cancelling_on_the_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Told     told = { .cancellable = cancellable };
  gboolean is_kept = import (fixture, "a", MANY, 100, cancellable, &told, &error);

  g_assert_true (g_cancellable_is_cancelled (cancellable));
  if (!is_kept)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_again (fixture, "a"), ==, is_kept ? MANY : 0);
}

static gint64
count_on_disk (void)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = kist_database_open_read_only (path, NULL);
  gint64 n = 0;

  g_assert_nonnull (database);
  kist_database_read_integer (database, "SELECT count(*) FROM entry", &n, NULL);
  return n;
}

/* What is on the disk is never called cancelled. */
static void
test_once_they_are_in_it_is_too_late_to_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  begin_import (fixture, "a", 3, 3, cancellable, NULL, &result);
  while (count_on_disk () == 0)
    g_thread_yield (); /* the main loop must not hear of it yet */
  g_cancellable_cancel (cancellable);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_cmpuint (count_again (fixture, "a"), ==, 3);
}

static void
test_all_go_to_the_bin_at_once (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "a0", "nobody", "a2", "a2", NULL };
  g_autoptr (GHashTable) sources = NULL;

  g_assert_true (import (fixture, "a", 3, 3, NULL, NULL, NULL));
  g_assert_true (delete_entries (fixture, ids));
  g_assert_cmpuint (count_again (fixture, "a"), ==, 1);
  sources = list_imports (fixture);
  g_assert_cmpuint (g_hash_table_size (sources), ==, 1);
  g_assert_true (g_hash_table_contains (sources, "a1"));
}

/* What is in the bin already keeps the time it went there. */
static void
test_the_bin_keeps_its_order (Fixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "a1", NULL };
  static const char *const all[] = { "a0", "a1", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) deleted = NULL;

  g_assert_true (import (fixture, "a", 2, 3, NULL, NULL, NULL));
  g_assert_true (delete_entries (fixture, first));
  kist_clock_advance (fixture->clock, G_USEC_PER_SEC);
  g_assert_true (delete_entries (fixture, all));
  kist_store_list_deleted_async (fixture->store, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  deleted = kist_store_list_deleted_finish (fixture->store, result, NULL);
  g_assert_cmpuint (deleted->len, ==, 2);
  g_assert_cmpstr (kist_entry_get_id (g_ptr_array_index (deleted, 0)), ==, "a0");
}

static void
test_what_is_deleted_for_good_is_forgotten (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "a0", NULL };
  g_autofree char         *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gint64 n = -1;

  g_assert_true (import (fixture, "a", 2, 3, NULL, NULL, NULL));
  kist_store_erase_entries_async (fixture->store, ids, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
  fixture_close (fixture->store);
  database = kist_database_open_read_only (path, NULL);
  g_assert_true (kist_database_read_integer (database, "SELECT count(*) FROM import", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

static void
test_a_disk_that_fails (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  gboolean     is_done = FALSE;
  unsigned     at, n_refused = 0;

  for (at = 1; at < MOST_OPERATIONS && !is_done; at++)
    {
      g_autofree char *path = fixture_path ("kist.db");
      g_autofree char *prefix = g_strdup_printf ("%u-", at);
      g_autoptr (KistDatabase) database = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_kept;
      unsigned n;

      fault_vfs_set (fault->mode, at, fault->code, fault->number);
      is_kept = import (fixture, prefix, 3, 200, NULL, NULL, &error);
      if (!is_kept)
        g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
      n_refused += !is_kept;
      fixture_close (fixture->store); /* with all that follows the import */
      is_done = is_kept && !fault_vfs_has_failed ();
      n = count_again (fixture, prefix);
      /* What was refused may still have reached the log before its sync failed: then all of it is there. */
      g_assert_true (n == 3 || (n == 0 && !is_kept));
      database = kist_database_open_read_only (path, &error);
      g_assert_true (kist_database_check (database, NULL, NULL));
    }
  g_assert_true (is_done);
  g_assert_cmpuint (n_refused, >, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
#define ADD(name) g_test_add ("/imports/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (they_come_as_they_were);
  ADD (one_that_does_not_go_stops_all);
  ADD (what_is_cancelled_leaves_nothing);
  ADD (cancelling_on_the_way);
  ADD (once_they_are_in_it_is_too_late_to_cancel);
  ADD (all_go_to_the_bin_at_once);
  ADD (the_bin_keeps_its_order);
  ADD (what_is_deleted_for_good_is_forgotten);
#define ADD_FAULT(name)                                                                                                \
  g_test_add ("/imports/a_disk_that_fails/" #name, Fixture, &name, set_up, test_a_disk_that_fails, tear_down)
  ADD_FAULT (full_once);
  ADD_FAULT (full_from);
  ADD_FAULT (error_once);
  ADD_FAULT (error_from);
  return g_test_run ();
}
