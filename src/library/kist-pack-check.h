/* What `kist-tool check` promises: everything a pack's loading finds, and what only shows when its parts are looked at
 * together (a link that leads nowhere, an unknown code, a badge no one defines, a missing licence). Blocks. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

gboolean kist_pack_check (const char *path, KistReport *report, GError **error);

G_END_DECLS
