#include "kist-store.h"

G_DEFINE_BOXED_TYPE (KistPlace, kist_place, kist_place_copy, kist_place_free)

/**
 * kist_place_new:
 * @key: what is kept
 *
 * Returns: (transfer full): a place with nothing but a key; its fields belong to it and are set with g_strdup()
 */
KistPlace *
kist_place_new (const char *key)
{
  KistPlace *place;

  g_return_val_if_fail (key != NULL, NULL);

  place = g_new0 (KistPlace, 1);
  place->key = g_strdup (key);
  return place;
}

/**
 * kist_place_copy:
 * @place: a place
 *
 * Returns: (transfer full): the same
 */
KistPlace *
kist_place_copy (const KistPlace *place)
{
  KistPlace *copy;

  g_return_val_if_fail (place != NULL, NULL);

  copy = kist_place_new (place->key);
  copy->thing = g_strdup (place->thing);
  copy->step = g_strdup (place->step);
  copy->entry = g_strdup (place->entry);
  copy->block = place->block;
  copy->fraction = place->fraction;
  copy->detail = g_strdup (place->detail);
  return copy;
}

/**
 * kist_place_free:
 * @place: (transfer full) (nullable): a place
 */
void
kist_place_free (KistPlace *place)
{
  if (!place)
    return;
  g_free (place->key);
  g_free (place->thing);
  g_free (place->step);
  g_free (place->entry);
  g_free (place->detail);
  g_free (place);
}
