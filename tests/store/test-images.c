/* The pictures of entries: kept before the text that names them, once each, gone with their entry, and removed when
 * nothing can want them back. */
#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#include "base/kist-error.h"
#include "fault-vfs.h"
#include "store-fixture.h"

/* Nothing else in a file has these letters. */
#define MARKER "qzMarkerJxwvky"

#define MOST_OPERATIONS 500

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
} Fault;

static const Fault full_once = { FAULT_ONCE, SQLITE_FULL };
static const Fault error_from = { FAULT_FROM, SQLITE_IOERR_WRITE };

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
  fixture_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_free (fixture->folder);
}

/* @n_bytes: of a size that needs pages of its own; which one it is says its first byte. */
static KistImage *
make_image (char which, gsize n_bytes)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  g_string_append_c (bytes, which);
  while (bytes->len < n_bytes)
    g_string_append (bytes, MARKER);
  return fixture_image (bytes->str);
}

static gboolean
save_image (Fixture *fixture, const char *entry, KistImage *image, GError **error)
{
  return fixture_save_image (fixture->store, entry, image, error);
}

static void
save_entry (Fixture *fixture, const char *id, const char *body)
{
  g_autoptr (KistEntry) entry = fixture_entry (id, body, kist_clock_now (fixture->clock));
  g_autoptr (GError) error = NULL;

  fixture_save_entry (fixture->store, entry, &error);
  g_assert_no_error (error);
}

static char *
dup_body (KistImage *image)
{
  return g_strdup_printf ("Here: ![A door](kist:image/%s).", image->id);
}

/* Whether the store has @image, whole. */
static gboolean
has (Fixture *fixture, KistImage *image)
{
  const char *const ids[] = { image->id, "no such", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) images = NULL;
  g_autoptr (GError) error = NULL;
  KistImage *found;

  kist_store_load_images_async (fixture->store, ids, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  images = kist_store_load_images_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  found = g_hash_table_lookup (images, image->id);
  g_assert_cmpuint (g_hash_table_size (images), ==, found ? 1 : 0);
  if (!found)
    return FALSE;
  g_assert_true (g_bytes_equal (found->bytes, image->bytes));
  g_assert_cmpuint (found->width, ==, 4);
  g_assert_cmpuint (found->height, ==, 3);
  g_assert_cmpint (found->type, ==, image->type);
  return TRUE;
}

static gint64
count (const char *sql)
{
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = kist_database_open_read_only (path, NULL);
  gint64 value;

  g_assert_true (kist_database_read_integer (database, sql, &value, NULL));
  return value;
}

/* What was asked is done, and @hours go by until the program is started again. */
static void
start_again (Fixture *fixture, unsigned hours)
{
  fixture_close (fixture->store);
  kist_clock_advance (fixture->clock, hours * G_TIME_SPAN_HOUR);
  open_store (fixture);
  g_ptr_array_unref (fixture_list_backups (fixture->store)); /* after which it has tidied up */
}

static void
test_what_is_kept_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) image = make_image ('a', 100000);
  g_autoptr (GHashTable) read = NULL;
  const char *const ids[] = { image->id, NULL };

  save_entry (fixture, "one", "Text");
  g_assert_true (save_image (fixture, "one", image, NULL));
  g_assert_true (save_image (fixture, "one", image, NULL)); /* and is there once */
  g_assert_true (has (fixture, image));
  g_assert_cmpint (count ("SELECT count(*) FROM image"), ==, 1);
  start_again (fixture, 1);
  g_assert_true (has (fixture, image));
  read = kist_contents_read_images (fixture->folder, ids, NULL);
  g_assert_cmpuint (g_hash_table_size (read), ==, 1);
}

static void
test_without_its_entry_none_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) image = make_image ('a', 100);
  g_autoptr (GError) error = NULL;

  g_assert_false (save_image (fixture, "nobody", image, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
  g_assert_false (has (fixture, image));
}

static void
test_an_entry_has_so_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) last = NULL;
  g_autoptr (GError) error = NULL;

  save_entry (fixture, "one", "Text");
  for (unsigned i = 0; i <= KIST_IMAGE_MAX_PER_ENTRY; i++)
    {
      g_clear_pointer (&last, kist_image_unref);
      last = make_image ((char)('0' + i), 100);
      g_assert_true (save_image (fixture, "one", last, &error) == (i < KIST_IMAGE_MAX_PER_ENTRY));
    }
  g_assert_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE);
  g_assert_cmpint (count ("SELECT count(*) FROM image"), ==, KIST_IMAGE_MAX_PER_ENTRY);
}

/* A text that was copied has its pictures even when the one that it came from is deleted for good. */
static void
test_a_copied_text_has_its_pictures (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "one", NULL };
  g_autoptr (KistImage) image = make_image ('a', 100000);
  g_autofree char *body = dup_body (image);
  g_autoptr (GAsyncResult) result = NULL;

  save_entry (fixture, "one", body);
  g_assert_true (save_image (fixture, "one", image, NULL));
  save_entry (fixture, "two", body);
  save_entry (fixture, "two", body);
  g_assert_cmpint (count ("SELECT count(*) FROM image"), ==, 2);
  kist_store_erase_entries_async (fixture->store, ids, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
  g_assert_true (has (fixture, image));
}

static void
test_what_nothing_names_goes_at_a_later_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) image = make_image ('a', 100);

  save_entry (fixture, "one", "It was never named.");
  g_assert_true (save_image (fixture, "one", image, NULL));
  start_again (fixture, 23);
  g_assert_true (has (fixture, image));
  start_again (fixture, 2);
  g_assert_false (has (fixture, image));
}

static void
test_what_a_text_names_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) image = make_image ('a', 100);
  g_autofree char *body = dup_body (image);

  save_entry (fixture, "one", body);
  g_assert_true (save_image (fixture, "one", image, NULL));
  start_again (fixture, 24 * 100);
  g_assert_true (has (fixture, image));
}

/* What can be restored is restored with its pictures. */
static void
test_what_an_earlier_version_names_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) image = make_image ('a', 100);
  g_autofree char *body = dup_body (image);

  save_entry (fixture, "one", body);
  g_assert_true (save_image (fixture, "one", image, NULL));
  kist_clock_advance (fixture->clock, G_TIME_SPAN_HOUR);
  save_entry (fixture, "one", "Without it.");
  g_assert_cmpint (count ("SELECT count(*) FROM revision"), ==, 1);
  start_again (fixture, 48);
  g_assert_true (has (fixture, image));
}

static void
test_a_damaged_one_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistImage) image = make_image ('a', 100);
  g_autofree char *path = fixture_path ("kist.db");
  g_autoptr (KistDatabase) database = NULL;

  save_entry (fixture, "one", "Text");
  g_assert_true (save_image (fixture, "one", image, NULL));
  database = kist_database_open (path, NULL);
  g_assert_true (kist_database_exec (database, "UPDATE image SET bytes = x'00'", NULL));
  g_clear_pointer (&database, kist_database_free);
  g_assert_false (has (fixture, image));
}

/* Each write fails in turn, and the program ends there: the entry is as it was, and the picture is there or is not;
 * when it could not be kept, that is said in a sentence. */
static void
test_a_picture_is_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  unsigned     at, n_refused = 0;

  save_entry (fixture, "one", "The text");
  for (at = 1; at < MOST_OPERATIONS; at++)
    {
      g_autoptr (KistImage) image = make_image ((char)('0' + at % KIST_IMAGE_MAX_PER_ENTRY), 50000 + at);
      g_autoptr (KistContents) contents = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_saved, is_done;

      fault_vfs_set (fault->mode, at, fault->code, ENOSPC);
      is_saved = save_image (fixture, "one", image, &error);
      is_done = !fault_vfs_has_failed ();
      fixture_close (fixture->store);
      fault_vfs_set (FAULT_NONE, 0, 0, 0);
      if (!is_saved)
        {
          g_assert_error (error, KIST_ERROR, KIST_ERROR_FULL);
          g_assert_true (g_str_has_suffix (error->message, "."));
          n_refused++;
        }
      contents = fixture_open (fixture->store, NULL);
      g_assert_cmpstr (kist_entry_get_body (fixture_find_entry (contents, "one")), ==, "The text");
      g_assert_true (has (fixture, image) || !is_saved);
      if (is_done)
        break;
    }
  g_assert_cmpuint (at, <, MOST_OPERATIONS);
  g_assert_cmpuint (n_refused, >, 3);
}

#define ADD(name, data, function) g_test_add ("/images/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fault_vfs_install ();
  ADD ("what-is-kept-comes-back", NULL, test_what_is_kept_comes_back);
  ADD ("without-its-entry-none-is-kept", NULL, test_without_its_entry_none_is_kept);
  ADD ("an-entry-has-so-many", NULL, test_an_entry_has_so_many);
  ADD ("a-copied-text-has-its-pictures", NULL, test_a_copied_text_has_its_pictures);
  ADD ("what-nothing-names-goes-at-a-later-start", NULL, test_what_nothing_names_goes_at_a_later_start);
  ADD ("what-a-text-names-stays", NULL, test_what_a_text_names_stays);
  ADD ("what-an-earlier-version-names-stays", NULL, test_what_an_earlier_version_names_stays);
  ADD ("a-damaged-one-is-missing", NULL, test_a_damaged_one_is_missing);
  ADD ("a-picture-is-whole-or-not-at-all/full-once", &full_once, test_a_picture_is_whole_or_not_at_all);
  ADD ("a-picture-is-whole-or-not-at-all/error-from-there", &error_from, test_a_picture_is_whole_or_not_at_all);
  return g_test_run ();
}
