#include "kist-library-private.h"

#include <string.h>

#include "kist-pack-loader.h"

static void
add_refusal (KistLibrary *self, const char *file, const char *title, gboolean is_pack, char *reason)
{
  KistRefusal *refusal = g_new0 (KistRefusal, 1);

  refusal->file = g_strdup (file);
  refusal->title = g_strdup (title);
  refusal->is_pack = is_pack;
  refusal->reason = reason;
  g_ptr_array_add (self->refusals, refusal);
}

static void
index_things (KistLibrary *self, KistPack *pack)
{
  GPtrArray *parts = pack->parts[KIST_PACK_THING];

  for (unsigned i = 0; i < parts->len; i++)
    {
      KistThing *thing = KIST_THING (((KistPackPart *)g_ptr_array_index (parts, i))->object);

      g_ptr_array_add (self->things, thing);
      g_hash_table_insert (self->by_key, g_strdup (kist_thing_get_key (thing)), thing);
    }
  /* Only now, so that an old name never hides a Thing that has it today. */
  for (unsigned i = 0; i < parts->len; i++)
    {
      KistThing         *thing = KIST_THING (((KistPackPart *)g_ptr_array_index (parts, i))->object);
      const char *const *was = kist_thing_get_was (thing);

      for (unsigned k = 0; was && was[k]; k++)
        {
          char *key = g_strdup_printf ("%s/%s", kist_manifest_get_id (pack->manifest), was[k]);

          if (g_hash_table_contains (self->by_key, key))
            g_free (key);
          else
            g_hash_table_insert (self->by_key, key, thing);
        }
    }
}

static void
index_shared (KistLibrary *self, KistPack *pack, KistPackKind kind)
{
  for (unsigned i = 0; i < pack->parts[kind]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (pack->parts[kind], i);
      const char         *id = kist_pack_kind_get_id (kind, part->object);
      g_autofree char    *file = g_build_filename (pack->shown, part->file, NULL);

      if (!kist_library_add_shared (self, kind, part->object))
        add_refusal (self, file, id, FALSE, g_strdup_printf ("An earlier pack defines “%s” already.", id));
    }
}

static void
add_pack (KistLibrary *self, const char *folder, GCancellable *cancellable)
{
  g_autofree char *shown = g_path_get_basename (folder);
  g_autoptr (KistPack) pack = kist_pack_load (folder, shown, cancellable);
  const char *id;

  if (!pack->manifest)
    {
      g_ptr_array_extend_and_steal (self->refusals, g_steal_pointer (&pack->refusals));
      return;
    }
  id = kist_manifest_get_id (pack->manifest);
  if (kist_library_find_pack (self, id, strlen (id)))
    {
      add_refusal (self, folder, kist_manifest_get_title (pack->manifest), TRUE,
                   g_strdup_printf ("Another pack with the id “%s” was found before this one.", id));
      return;
    }
  g_ptr_array_extend_and_steal (self->refusals, g_steal_pointer (&pack->refusals));
  g_ptr_array_add (self->packs, pack);
  index_things (self, pack);
  index_shared (self, pack, KIST_PACK_BADGE);
  index_shared (self, pack, KIST_PACK_FRAMEWORK);
  index_shared (self, pack, KIST_PACK_TEMPLATE);
  g_steal_pointer (&pack);
}

static void
load_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistLibrary *library = kist_library_load ((const char *const *)data, cancellable);

  g_task_return_pointer (task, library, g_object_unref);
}

/**
 * kist_library_load:
 * @folders: (array zero-terminated=1): the search path; each is a pack or has packs as its sub-folders
 * @cancellable: (nullable): stops between two files; then the library is incomplete
 *
 * Blocks; for a worker thread. Packs come in the order of the path, then by their folders' names; the parts of a pack
 * by their files' names. Of two packs with one id the first counts.
 *
 * Returns: (transfer full): the library, perhaps empty; what could not be used is in its refusals
 */
KistLibrary *
kist_library_load (const char *const *folders, GCancellable *cancellable)
{
  KistLibrary *self = g_object_new (KIST_TYPE_LIBRARY, NULL);

  for (unsigned i = 0; folders && folders[i] && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GPtrArray) found = kist_pack_find_folders (folders[i]);
      g_autofree char *name = g_path_get_basename (folders[i]);

      if (!g_file_test (folders[i], G_FILE_TEST_IS_DIR))
        add_refusal (self, folders[i], name, TRUE, g_strdup_printf ("The folder %s does not exist.", folders[i]));
      for (unsigned k = 0; k < found->len && !g_cancellable_is_cancelled (cancellable); k++)
        add_pack (self, g_ptr_array_index (found, k), cancellable);
    }
  return self;
}

/**
 * kist_library_load_async:
 * @folders: (array zero-terminated=1): as for kist_library_load()
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context
 * @data: for @callback
 *
 * Loads on a worker thread.
 */
void
kist_library_load_async (const char *const  *folders,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, kist_library_load_async);
  g_task_set_task_data (task, g_strdupv ((char **)folders), (GDestroyNotify)g_strfreev);
  g_task_run_in_thread (task, load_cb);
}

/**
 * kist_library_load_finish:
 * @result: what the callback got
 * @error: return location; only cancelling is an error
 *
 * Returns: (transfer full) (nullable): the library
 */
KistLibrary *
kist_library_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
