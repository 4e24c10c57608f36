/* Reads one pack's folder: first what files there are, within caps and without following links, then pack.md, then
 * every part. What is broken is left out and said; the rest stays. Blocks; for a worker thread. */
#pragma once

#include <gio/gio.h>

#include "library/kist-pack.h"

G_BEGIN_DECLS

KistPack  *kist_pack_load (const char *folder, const char *shown, GCancellable *cancellable);
GPtrArray *kist_pack_find_folders (const char *folder);

G_END_DECLS
