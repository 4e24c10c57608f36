/* How the file of an older Kist becomes one of this Kist. The steps are numbered SQL files in a GResource, to which new
 * ones are only ever appended; how many of them a file has seen is its user_version. A file of a newer Kist is refused,
 * not guessed at. The database's thread. */
#pragma once

#include "store/kist-database.h"

G_BEGIN_DECLS

char   **kist_migrations_load (void);
gboolean kist_migrations_read_version (KistDatabase *database, unsigned newest, unsigned *version, GError **error);
gboolean kist_migrations_apply (KistDatabase *database, const char *const *scripts, GError **error);

G_END_DECLS
