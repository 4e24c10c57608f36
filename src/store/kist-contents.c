#include <errno.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "store/kist-migrations.h"
#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/* Whether this Kist can read the tables as they are: a reader migrates nothing. */
static gboolean
check_version (KistDatabase *database, const char *path, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  unsigned newest = g_strv_length (scripts);
  unsigned version;

  if (!kist_migrations_read_version (database, newest, &version, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED,
               "%s was written by an older Kist: open it with this one first, which brings it up to date.", path);
  return FALSE;
}

/*
 * kist_contents_load:
 * @database: a database of the newest version
 *
 * On the worker's thread. Returns: (transfer full) (nullable): all events, entries, places, and what the
 * confidentiality check was told
 */
KistContents *
kist_contents_load (KistDatabase *database, GError **error)
{
  g_autoptr (KistContents) self = NULL;
  unsigned n_events = 0;
  unsigned n_entries = 0;

  g_return_val_if_fail (database != NULL, NULL);

  self = g_new0 (KistContents, 1);
  self->events = kist_event_table_load (database, &n_events, error);
  if (!self->events)
    return NULL;
  self->entries = kist_entry_table_load (database, &n_entries, error);
  if (!self->entries)
    return NULL;
  self->places = kist_place_table_load (database, error);
  if (!self->places)
    return NULL;
  self->names = kist_privacy_table_load_names (database, error);
  if (!self->names)
    return NULL;
  self->meant = kist_privacy_table_load_meant (database, error);
  if (!self->meant)
    return NULL;
  self->n_unreadable = n_events + n_entries;
  return g_steal_pointer (&self);
}

static KistDatabase *
open_read_only (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "kist.db", NULL);
  g_autoptr (KistDatabase) database = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      kist_disk_fail (ENOENT, path, error);
      return NULL;
    }
  database = kist_database_open_read_only (path, error);
  return database && check_version (database, path, error) ? g_steal_pointer (&database) : NULL;
}

/**
 * kist_contents_read:
 * @folder: the folder of a person's data
 * @error: where to put an error: %KIST_ERROR_NOT_FOUND when nothing was kept there yet, %KIST_ERROR_NEWER,
 *   %KIST_ERROR_CORRUPT or what else kist_database_open_read_only() says
 *
 * Reads what is kept without opening it as a store, for a program that changes nothing. A Kist that is open with the
 * folder goes on saving meanwhile; all that is read is as it was at one moment. Any thread; it waits for the disk.
 *
 * Returns: (transfer full) (nullable): all events, entries and places
 */
KistContents *
kist_contents_read (const char *folder, GError **error)
{
  g_autoptr (KistDatabase) database = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  database = open_read_only (folder, error);
  if (!database)
    return NULL;
  /* The snapshot ends with the database. */
  return kist_database_exec (database, "BEGIN", error) ? kist_contents_load (database, error) : NULL;
}

/**
 * kist_contents_read_images:
 * @folder: the folder of a person's data
 * @ids: ids of pictures
 * @error: where to put an error, as of kist_contents_read()
 *
 * The same for pictures, which are read only when they are wanted.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KistImage): those that are there, by their ids
 */
GHashTable *
kist_contents_read_images (const char *folder, const char *const *ids, GError **error)
{
  g_autoptr (KistDatabase) database = NULL;

  g_return_val_if_fail (folder != NULL && ids != NULL, NULL);

  database = open_read_only (folder, error);
  return database ? kist_image_table_load (database, ids, error) : NULL;
}

/**
 * kist_contents_free:
 * @self: (transfer full) (nullable): contents
 */
void
kist_contents_free (KistContents *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->meant, g_ptr_array_unref);
  g_free (self);
}
