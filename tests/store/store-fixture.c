#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/kist-disk.h"
#include "journal/kist-tag.h"
#include "store/kist-tables.h"
#include "store/kist-migrations.h"

/* A path in the store's folder, which is this test's alone: GLib isolates the data folder of each test. */
char *
fixture_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "kist", name, NULL);
}

/* The store's folder itself, made. */
char *
fixture_folder (void)
{
  char *folder = fixture_path (NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

/* All files of @from as they are, also in its folders, into @to, which is made anew. */
void
fixture_copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) directory = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (directory);
  kist_disk_remove_folder (to);
  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (from, name, NULL);
      g_autofree char *copy = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize            length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          fixture_copy_folder (path, copy);
          continue;
        }
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (copy, bytes, (gssize)length, NULL));
    }
}

/* A database of the newest version in the store's folder, without a store. */
KistDatabase *
fixture_new_database (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = fixture_path ("kist.db");
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) error = NULL;
  KistDatabase *database = kist_database_open (path, &error);

  g_assert_no_error (error);
  kist_migrations_apply (database, (const char *const *)scripts, &error);
  g_assert_no_error (error);
  return database;
}

char *
fixture_long_text (const char *word, unsigned n_words)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%u%s", word, i, i % 12 == 11 ? ".\n" : " ");
  return g_string_free (text, FALSE);
}

KistEntry *
fixture_entry (const char *id, const char *body, gint64 updated)
{
  return kist_entry_new (id, "digital/social-media-1", "thing-05", "A title", body, FIXTURE_NOW, updated);
}

/* The same under tags, "one two", and linked to the addresses, likewise. */
KistEntry *
fixture_marked_entry (const char *id, const char *body, gint64 updated, const char *tags, const char *links)
{
  g_autoptr (KistEntry) bare = fixture_entry (id, body, updated);
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) texts = g_strsplit (tags, " ", -1);
  g_auto (GStrv) sorted = kist_tags_normalise ((const char *const *)texts, NULL);
  g_auto (GStrv) addresses = g_strsplit (links, " ", -1);

  for (unsigned i = 0; *links && addresses[i]; i++)
    g_ptr_array_add (references, kist_reference_parse (addresses[i]));
  return kist_entry_new_with_marks (bare, (const char *const *)sorted, references);
}

/* An entry that has its title in a tag and a link, too. */
KistEntry *
fixture_entry_everywhere (const char *id, const char *title, const char *body, gint64 now)
{
  const char *const tags[] = { title, NULL };
  const char *const parts[] = { title, "x", NULL };
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KistEntry) bare = kist_entry_new (id, NULL, NULL, title, body, now, now);

  g_ptr_array_add (links, kist_reference_new (KIST_REFERENCE_CODE, parts));
  return kist_entry_new_with_marks (bare, tags, links);
}

/* "tag tag | address address" */
char *
fixture_dup_marks (KistEntry *entry)
{
  GPtrArray       *links = kist_entry_get_links (entry);
  g_autofree char *tags = g_strjoinv (" ", (char **)kist_entry_get_tags (entry));
  GString         *said = g_string_new (tags);

  g_string_append (said, " |");
  for (unsigned i = 0; i < links->len; i++)
    g_string_append_printf (said, " %s", kist_reference_get_address (g_ptr_array_index (links, i)));
  return g_string_free_and_steal (said);
}

/* A callback for any call: @data is a GAsyncResult **, for fixture_wait(). */
void
fixture_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **to = data;

  g_assert_null (*to);
  *to = g_object_ref (result);
}

void
fixture_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
}

KistContents *
fixture_open (KistStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_open_async (store, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_open_finish (store, result, error);
}

void
fixture_close (KistStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  kist_store_close_async (store, fixture_result_cb, &result);
  fixture_wait (&result);
  kist_store_save_finish (store, result, &error);
  g_assert_no_error (error);
}

gboolean
fixture_save_entry (KistStore *store, KistEntry *entry, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_save_entry_async (store, entry, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_save_finish (store, result, error);
}

/* (transfer full): one of 4 × 3, so it says; no picture, but nobody looks at it here */
KistImage *
fixture_image (const char *bytes)
{
  g_autoptr (GBytes) taken = g_bytes_new (bytes, strlen (bytes));

  return kist_image_new (KIST_IMAGE_PNG, 4, 3, taken);
}

gboolean
fixture_save_image (KistStore *store, const char *entry, KistImage *image, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_save_image_async (store, entry, image, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_save_finish (store, result, error);
}

gboolean
fixture_append_event (KistStore *store, const KistEvent *event, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_append_event_async (store, event, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_save_finish (store, result, error);
}

/* The first fifty. */
GPtrArray *
fixture_search (KistStore *store, const char *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_search_async (store, words, NULL, 50, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_search_finish (store, result, error);
}

GPtrArray *
fixture_list_backups (KistStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups;

  kist_store_list_backups_async (store, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  backups = kist_store_list_backups_finish (store, result, &error);
  g_assert_no_error (error);
  return backups;
}

gboolean
fixture_restore (KistStore *store, const char *backup, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_restore_async (store, backup, fixture_result_cb, &result);
  fixture_wait (&result);
  return kist_store_save_finish (store, result, error);
}

/* (transfer none) (nullable) */
KistEntry *
fixture_find_entry (KistContents *contents, const char *id)
{
  for (unsigned i = 0; i < contents->entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (contents->entries, i);

      if (g_str_equal (kist_entry_get_id (entry), id))
        return entry;
    }
  return NULL;
}

/* How many names in @folder begin with @prefix. */
unsigned
fixture_count_files (const char *folder, const char *prefix)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  unsigned    count = 0;

  while (directory && (name = g_dir_read_name (directory)))
    if (g_str_has_prefix (name, prefix))
      count++;
  return count;
}

/* Overwrites part of a file, as a dying disk might. */
void
fixture_damage (const char *path, gsize from, gsize length)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (from, <, size);
  memset (bytes + from, 0xA5, MIN (length, size - from));
  g_file_set_contents (path, bytes, (gssize)size, &error);
  g_assert_no_error (error);
}

/* With the matches in brackets. */
char *
fixture_dup_marked (const KistSnippet *snippet)
{
  GString *text = g_string_new (snippet->text);

  for (unsigned i = snippet->matches->len; i-- > 0;)
    {
      g_string_insert (text, g_array_index (snippet->matches, KistRange, i).end, "]");
      g_string_insert (text, g_array_index (snippet->matches, KistRange, i).start, "[");
    }
  return g_string_free_and_steal (text);
}

/* Into the tables at once, without a store. */
void
fixture_save_text (KistDatabase *database, const char *id, const char *title, const char *body)
{
  g_autoptr (KistEntry) entry = kist_entry_new (id, NULL, NULL, title, body, FIXTURE_NOW, FIXTURE_NOW);
  g_autoptr (GError) error = NULL;

  kist_entry_table_save (database, entry, &error);
  g_assert_no_error (error);
}
