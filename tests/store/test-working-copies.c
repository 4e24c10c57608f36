/* What a back-up or a restoration that never finished left in the folder goes at the next start; what may be in use, or
 * was a person's, stays. */
#include <glib/gstdio.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <utime.h>

#include "store-fixture.h"
#include "store/backup/kist-working-copy.h"
#include "store/kist-erasure.h"

/* An hour to either side of what is left alone, in seconds. */
#define LIMIT (24 * 60 * 60)
#define HOUR (60 * 60)

static void
touch (const char *name, gint64 age)
{
  g_autofree char *path = fixture_path (name);
  struct utimbuf   times;

  g_assert_true (g_file_set_contents (path, "what was written", -1, NULL));
  times.actime = times.modtime = (time_t)(g_get_real_time () / G_USEC_PER_SEC - age);
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static void
assert_is_there (const char *name, gboolean is_there)
{
  g_autofree char *path = fixture_path (name);

  if (g_file_test (path, G_FILE_TEST_EXISTS) != is_there)
    g_error ("%s is %s", name, is_there ? "gone" : "still there");
}

/* Opens and closes a store, and waits for what a start does behind the caller's back. */
static void
start (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autoptr (KistClock) clock = kist_clock_new_fixed (FIXTURE_NOW);
  g_autoptr (KistStore) store = kist_store_new (folder, clock);
  g_autoptr (GError) error = NULL;

  kist_contents_free (fixture_open (store, &error));
  g_assert_no_error (error);
  fixture_close (store);
}

static void
test_what_goes_at_a_start (void)
{
  static const char *const old[] = { "kist-snapshot-AbCdEf", "kist-snapshot-GhIjKl.new", "kist-incoming-AbCdEf-wal" };
  static const char *const any[] = { "kist-restored.db", "kist-restored.db.new", "kist-restored.db-journal",
                                     "backups/kist-20251122-093000.db.new" };
  static const char *const own[] = { "kist-damaged-20251122-093000.db", "kist-damaged-20251122-093000.db-wal",
                                     "backups/kist-20251122-093000.db", "snapshot.txt" };
  g_autofree char         *folder = fixture_folder ();
  g_autofree char         *backups = fixture_path ("backups");

  start ();
  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  touch ("kist-snapshot-YoungX", LIMIT - HOUR);
  touch ("kist-incoming-YoungX", 0);
  touch ("kist-snapshot-AheadX", -LIMIT + HOUR);
  touch ("kist-snapshot-Future", -LIMIT - HOUR);
  for (unsigned i = 0; i < G_N_ELEMENTS (old); i++)
    touch (old[i], LIMIT + HOUR);
  for (unsigned i = 0; i < G_N_ELEMENTS (any); i++)
    touch (any[i], 0);
  for (unsigned i = 0; i < G_N_ELEMENTS (own); i++)
    touch (own[i], 10 * LIMIT);
  start ();
  assert_is_there ("kist-snapshot-YoungX", TRUE);
  assert_is_there ("kist-incoming-YoungX", TRUE);
  assert_is_there ("kist-snapshot-AheadX", TRUE);
  assert_is_there ("kist-snapshot-Future", FALSE);
  for (unsigned i = 0; i < G_N_ELEMENTS (old); i++)
    assert_is_there (old[i], FALSE);
  for (unsigned i = 0; i < G_N_ELEMENTS (any); i++)
    assert_is_there (any[i], FALSE);
  for (unsigned i = 0; i < G_N_ELEMENTS (own); i++)
    assert_is_there (own[i], TRUE);
}

/* After a crash in the middle of a restoration it may be all that there is. */
static void
test_nothing_goes_where_nothing_opens (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistClock) clock = kist_clock_new_fixed (FIXTURE_NOW);
  g_autoptr (KistStore) store = kist_store_new (folder, clock);

  start ();
  touch ("kist-restored.db", 0);
  fixture_damage (path, 0, 4096);
  g_assert_null (fixture_open (store, NULL));
  fixture_close (store);
  assert_is_there ("kist-restored.db", TRUE);
}

/* The names of the files that went, in their order, out of what @notify has to tell. */
static GPtrArray *
read_gone (int notify)
{
  GPtrArray                           *gone = g_ptr_array_new_with_free_func (g_free);
  _Alignas (struct inotify_event) char told[16384];
  gssize                               length = read (notify, told, sizeof told);

  for (gssize at = 0; at < length;)
    {
      const struct inotify_event *event = (const struct inotify_event *)(told + at);

      g_ptr_array_add (gone, g_strdup (event->name));
      at += (gssize)(sizeof *event + event->len);
    }
  return gone;
}

/* Who makes a copy finishes it by taking the ending .new away, at any moment: in the other order a deletion would see
 * neither of the two. */
static void
test_a_deletion_takes_the_unfinished_first (void)
{
  static const char *const ids[] = { "gone", NULL };
  g_autofree char         *folder = fixture_folder ();
  g_autofree char         *path = fixture_path ("kist.db");
  int                      notify = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  g_autoptr (KistDatabase) database = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GError) error = NULL;

  start ();
  for (char letter = 'A'; letter <= 'J'; letter++)
    {
      g_autofree char *copy = g_strdup_printf ("kist-snapshot-Copy%cx", letter);
      g_autofree char *unfinished = g_strconcat (copy, ".new", NULL);

      touch (copy, 0);
      touch (unfinished, 0);
    }
  database = kist_database_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (kist_erasure_begin (database, ids, NULL));
  g_assert_cmpint (inotify_add_watch (notify, folder, IN_DELETE), >=, 0);
  g_assert_true (kist_erasure_finish (database, folder, NULL));
  gone = read_gone (notify);
  close (notify);
  for (unsigned i = 0; i < gone->len; i++)
    if (g_str_has_prefix (gone->pdata[i], "kist-snapshot-") && !g_str_has_suffix (gone->pdata[i], ".new"))
      {
        g_autofree char *unfinished = g_strconcat (gone->pdata[i], ".new", NULL);
        unsigned         at;

        g_assert_true (g_ptr_array_find_with_equal_func (gone, unfinished, g_str_equal, &at));
        g_assert_cmpuint (at, <, i);
      }
  g_assert_cmpuint (gone->len, >=, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/working-copies/what-goes-at-a-start", test_what_goes_at_a_start);
  g_test_add_func ("/working-copies/nothing-goes-where-nothing-opens", test_nothing_goes_where_nothing_opens);
  g_test_add_func ("/working-copies/a-deletion-takes-the-unfinished-first", test_a_deletion_takes_the_unfinished_first);
  return g_test_run ();
}
