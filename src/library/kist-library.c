#include "kist-library-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KistLibrary, kist_library, G_TYPE_OBJECT)

static KistPack *
pack_of (KistLibrary *self, KistThing *thing)
{
  const char *key = kist_thing_get_key (thing);

  return kist_library_find_pack (self, key, strcspn (key, "/"));
}

static gpointer
lookup_target (KistLibrary *self, KistThing *thing, KistStep *step)
{
  KistPack *pack = pack_of (self, thing);

  return pack ? kist_pack_lookup_target (pack, thing, step) : NULL;
}

static void
kist_library_finalize (GObject *object)
{
  KistLibrary *self = KIST_LIBRARY (object);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_pointer (&self->badges, g_ptr_array_unref);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_library_parent_class)->finalize (object);
}

static void
kist_library_class_init (KistLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_library_finalize;
}

static void
kist_library_init (KistLibrary *self)
{
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_refusal_free);
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_pack_free);
  self->things = g_ptr_array_new ();
  self->badges = g_ptr_array_new ();
  self->frameworks = g_ptr_array_new ();
  self->templates = g_ptr_array_new ();
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kist_library_find_pack:
 * @self: a library
 * @id: where a pack's id begins
 * @length: how long it is
 *
 * Returns: (transfer none) (nullable): the pack
 */
KistPack *
kist_library_find_pack (KistLibrary *self, const char *id, gsize length)
{
  for (unsigned i = 0; i < self->packs->len; i++)
    {
      KistPack   *pack = g_ptr_array_index (self->packs, i);
      const char *pack_id = kist_manifest_get_id (pack->manifest);

      if (strlen (pack_id) == length && strncmp (pack_id, id, length) == 0)
        return pack;
    }
  return NULL;
}

/**
 * kist_library_get_n_refusals:
 * @self: a library
 *
 * Returns: how many packs and parts of packs are left out
 */
unsigned
kist_library_get_n_refusals (KistLibrary *self)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), 0);

  return self->refusals->len;
}

/**
 * kist_library_get_refusal:
 * @self: a library
 * @index: less than kist_library_get_n_refusals()
 *
 * Returns: (transfer none): what is left out and why
 */
const KistRefusal *
kist_library_get_refusal (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->refusals->len, NULL);

  return g_ptr_array_index (self->refusals, index);
}

/**
 * kist_library_get_n_packs:
 * @self: a library
 *
 * Returns: how many packs there are
 */
unsigned
kist_library_get_n_packs (KistLibrary *self)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), 0);

  return self->packs->len;
}

/**
 * kist_library_get_pack:
 * @self: a library
 * @index: less than kist_library_get_n_packs()
 *
 * Returns: (transfer none): the pack's manifest
 */
KistManifest *
kist_library_get_pack (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->packs->len, NULL);

  return ((KistPack *)g_ptr_array_index (self->packs, index))->manifest;
}

/**
 * kist_library_get_pack_folder:
 * @self: a library
 * @index: less than kist_library_get_n_packs()
 *
 * Returns: (transfer none): where the pack is
 */
const char *
kist_library_get_pack_folder (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->packs->len, NULL);

  return ((KistPack *)g_ptr_array_index (self->packs, index))->folder;
}

/**
 * kist_library_get_n_things:
 * @self: a library
 *
 * Returns: how many Things there are
 */
unsigned
kist_library_get_n_things (KistLibrary *self)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), 0);

  return self->things->len;
}

/**
 * kist_library_get_thing:
 * @self: a library
 * @index: less than kist_library_get_n_things()
 *
 * Returns: (transfer none): the Thing
 */
KistThing *
kist_library_get_thing (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->things->len, NULL);

  return g_ptr_array_index (self->things, index);
}

/**
 * kist_library_lookup_thing:
 * @self: a library
 * @key: (nullable): "pack/thing", today's key or one from before it was renamed
 *
 * Returns: (transfer none) (nullable): the Thing
 */
KistThing *
kist_library_lookup_thing (KistLibrary *self, const char *key)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  return key ? g_hash_table_lookup (self->by_key, key) : NULL;
}

/**
 * kist_library_lookup_scenario:
 * @self: a library
 * @thing: a Thing of it
 * @step: a step of that
 *
 * Returns: (transfer none) (nullable): the scenario of a Decide step; %NULL for another kind, and when it is refused
 */
KistScenario *
kist_library_lookup_scenario (KistLibrary *self, KistThing *thing, KistStep *step)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  return kist_step_get_kind (step) == KIST_STEP_DECIDE ? lookup_target (self, thing, step) : NULL;
}

/**
 * kist_library_lookup_quiz:
 * @self: a library
 * @thing: a Thing of it
 * @step: a step of that
 *
 * Returns: (transfer none) (nullable): the quiz of a Check step; %NULL for another kind, and when it is refused
 */
KistQuiz *
kist_library_lookup_quiz (KistLibrary *self, KistThing *thing, KistStep *step)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  return kist_step_get_kind (step) == KIST_STEP_CHECK ? lookup_target (self, thing, step) : NULL;
}

/**
 * kist_library_lookup_scale:
 * @self: a library
 * @thing: a Thing of it
 * @step: a step of that
 *
 * Returns: (transfer none) (nullable): the scale of a Rate step; %NULL for another kind, and when it is refused
 */
KistScale *
kist_library_lookup_scale (KistLibrary *self, KistThing *thing, KistStep *step)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  return kist_step_get_kind (step) == KIST_STEP_RATE ? lookup_target (self, thing, step) : NULL;
}

/**
 * kist_library_dup_path:
 * @self: a library
 * @thing: a Thing of it
 * @target: a link or an image in it as the author wrote it, "../media/map.png"
 *
 * Returns: (transfer full) (nullable): the path of the file; %NULL when @target leads out of the pack or to nothing in
 * it
 */
char *
kist_library_dup_path (KistLibrary *self, KistThing *thing, const char *target)
{
  KistPack        *pack;
  g_autofree char *file = NULL;

  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (KIST_IS_THING (thing) && target != NULL, NULL);

  pack = pack_of (self, thing);
  file = kist_pack_resolve (kist_thing_get_file (thing), target);
  return pack && file && g_hash_table_contains (pack->files, file) ? g_build_filename (pack->folder, file, NULL) : NULL;
}
