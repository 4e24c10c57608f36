/* pack.json, which is made with a packed pack and never written by hand: every file with its size and SHA-256, the ids
 * there are, and totals. data/packs/schema/pack.schema.json says it exactly. Pure functions. */
#pragma once

#include "library/kist-pack.h"

G_BEGIN_DECLS

#define KIST_PACK_INDEX_NAME "pack.json"

char    *kist_pack_index_write (KistPack *pack, GPtrArray *entries);
gboolean kist_pack_index_verify (GPtrArray *entries, char **id, GError **error);

G_END_DECLS
