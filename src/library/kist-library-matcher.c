#include "kist-library-matcher.h"

#include <string.h>

#include "kist-library-private.h"

/**
 * kist_library_new_matcher:
 * @self: a library
 *
 * A Thing is known to the matcher by its key, and its pack's title is the course that its number belongs to.
 *
 * Returns: (transfer full): a matcher of every Thing; it copies what it needs and does not keep the library
 */
KistPostMatcher *
kist_library_new_matcher (KistLibrary *self)
{
  g_autoptr (GArray) things = NULL;

  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  things = g_array_new (FALSE, FALSE, sizeof (KistMatchThing));
  for (unsigned i = 0; i < self->things->len; i++)
    {
      KistThing     *thing = g_ptr_array_index (self->things, i);
      const char    *key = kist_thing_get_key (thing);
      KistPack      *pack = kist_library_find_pack (self, key, strcspn (key, "/"));
      KistMatchThing row = { key, kist_thing_get_number (thing), kist_thing_get_title (thing),
                             pack ? kist_manifest_get_title (pack->manifest) : NULL };

      g_array_append_val (things, row);
    }
  return kist_post_matcher_new ((const KistMatchThing *)(void *)things->data, things->len);
}
