/* Deleting for good: afterwards no file of the folder has a byte of what an entry said. It is done in two steps, so
 * that a fault at any moment leaves the entry either whole or gone. kist_erasure_begin() takes it out of the tables and
 * notes its id, in one transaction. kist_erasure_finish() does the rest for all ids that are noted, and can be called
 * again until it succeeds: the store does so at each start. The store's worker. */
#pragma once

#include "store/kist-database.h"

G_BEGIN_DECLS

gboolean kist_erasure_begin (KistDatabase *database, const char *const *ids, GError **error);
gboolean kist_erasure_finish (KistDatabase *database, const char *folder, GError **error);
gboolean kist_erasure_carry_over (KistDatabase *from, const char *path, GError **error);

G_END_DECLS
