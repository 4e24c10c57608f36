/* What packs share: badges, frameworks and templates are known by their id alone, and the first pack's counts. */
#include "kist-library-private.h"

#include <string.h>

/**
 * kist_library_find_framework:
 * @self: a library
 * @id: where a framework's id begins
 * @length: how long it is
 *
 * Returns: (transfer none) (nullable): the framework
 */
KistFramework *
kist_library_find_framework (KistLibrary *self, const char *id, gsize length)
{
  for (unsigned i = 0; i < self->frameworks->len; i++)
    {
      KistFramework *framework = g_ptr_array_index (self->frameworks, i);
      const char    *own = kist_framework_get_id (framework);

      if (strlen (own) == length && strncmp (own, id, length) == 0)
        return framework;
    }
  return NULL;
}

/**
 * kist_library_get_n_badges:
 * @self: a library
 *
 * Returns: how many badges there are
 */
unsigned
kist_library_get_n_badges (KistLibrary *self)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), 0);

  return self->badges->len;
}

/**
 * kist_library_get_badge:
 * @self: a library
 * @index: less than kist_library_get_n_badges()
 *
 * Returns: (transfer none): the badge
 */
KistBadge *
kist_library_get_badge (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->badges->len, NULL);

  return g_ptr_array_index (self->badges, index);
}

/**
 * kist_library_lookup_badge:
 * @self: a library
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the badge
 */
KistBadge *
kist_library_lookup_badge (KistLibrary *self, const char *id)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  for (unsigned i = 0; i < self->badges->len; i++)
    if (g_strcmp0 (kist_badge_get_id (g_ptr_array_index (self->badges, i)), id) == 0)
      return g_ptr_array_index (self->badges, i);
  return NULL;
}

/**
 * kist_library_get_n_frameworks:
 * @self: a library
 *
 * Returns: how many frameworks there are
 */
unsigned
kist_library_get_n_frameworks (KistLibrary *self)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), 0);

  return self->frameworks->len;
}

/**
 * kist_library_get_framework:
 * @self: a library
 * @index: less than kist_library_get_n_frameworks()
 *
 * Returns: (transfer none): the framework
 */
KistFramework *
kist_library_get_framework (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->frameworks->len, NULL);

  return g_ptr_array_index (self->frameworks, index);
}

/**
 * kist_library_lookup_code:
 * @self: a library
 * @code: (nullable): "workers-2024/2.8"
 * @framework: (out) (optional) (nullable) (transfer none): where it stands; set to %NULL when it is not known
 *
 * Returns: (transfer none) (nullable): the code
 */
const KistCode *
kist_library_lookup_code (KistLibrary *self, const char *code, KistFramework **framework)
{
  const char     *slash = code ? strchr (code, '/') : NULL;
  KistFramework  *found;
  const KistCode *entry;

  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);

  found = slash ? kist_library_find_framework (self, code, slash - code) : NULL;
  entry = found ? kist_framework_lookup (found, slash + 1) : NULL;
  if (framework)
    *framework = entry ? found : NULL;
  return entry;
}

/**
 * kist_library_get_n_templates:
 * @self: a library
 *
 * Returns: how many templates there are
 */
unsigned
kist_library_get_n_templates (KistLibrary *self)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), 0);

  return self->templates->len;
}

/**
 * kist_library_get_template:
 * @self: a library
 * @index: less than kist_library_get_n_templates()
 *
 * Returns: (transfer none): the template
 */
KistTemplate *
kist_library_get_template (KistLibrary *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (index < self->templates->len, NULL);

  return g_ptr_array_index (self->templates, index);
}

/**
 * kist_library_add_shared:
 * @self: a library
 * @kind: a kind of which parts are known by their id alone
 * @object: (transfer none): a part of one of its packs
 *
 * Returns: whether it was added; an earlier pack's part with its id counts, and then nothing is
 */
gboolean
kist_library_add_shared (KistLibrary *self, KistPackKind kind, gpointer object)
{
  GPtrArray  *parts = kind == KIST_PACK_BADGE       ? self->badges
                      : kind == KIST_PACK_FRAMEWORK ? self->frameworks
                                                    : self->templates;
  const char *id = kist_pack_kind_get_id (kind, object);

  for (unsigned i = 0; i < parts->len; i++)
    if (g_str_equal (kist_pack_kind_get_id (kind, g_ptr_array_index (parts, i)), id))
      return FALSE;
  g_ptr_array_add (parts, object);
  return TRUE;
}
