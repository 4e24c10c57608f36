#include "store/kist-store-private.h"
#include "store/kist-tables.h"

/*
 * kist_contents_load:
 * @database: a database of the newest version
 *
 * On the worker's thread. Returns: (transfer full) (nullable): all events, entries and places
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
  self->n_unreadable = n_events + n_entries;
  return g_steal_pointer (&self);
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
  g_free (self);
}
