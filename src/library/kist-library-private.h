/* What a library holds, shared by the library, which answers from it, and its loader, which fills it in. For library/
 * alone. */
#pragma once

#include "library/kist-pack.h"

G_BEGIN_DECLS

struct _KistLibrary
{
  GObject parent_instance;

  GPtrArray  *refusals;   /* (element-type KistRefusal) (owned) */
  GPtrArray  *packs;      /* (element-type KistPack) (owned) */
  GPtrArray  *things;     /* (element-type KistThing): in packs */
  GPtrArray  *badges;     /* (element-type KistBadge): in packs */
  GPtrArray  *frameworks; /* (element-type KistFramework): in packs */
  GPtrArray  *templates;  /* (element-type KistTemplate): in packs */
  GHashTable *by_key;     /* (element-type utf8 KistThing) (owned): under their keys and those they had before */
};

KistPack      *kist_library_find_pack (KistLibrary *self, const char *id, gsize length);
KistFramework *kist_library_find_framework (KistLibrary *self, const char *id, gsize length);
gboolean       kist_library_add_shared (KistLibrary *self, KistPackKind kind, gpointer object);

G_END_DECLS
