/* Makes a folder into one file that can be handed on: checked first, with pack.json added, and always the same bytes
 * for the same folder. Blocks; for a worker thread. */
#pragma once

#include <gio/gio.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

#define KIST_PACKER_SUFFIX ".things"

GBytes *kist_packer_pack (const char *folder, KistReport *report, GCancellable *cancellable, GError **error);
gboolean
kist_packer_write (const char *folder, const char *path, KistReport *report, GCancellable *cancellable, GError **error);

G_END_DECLS
