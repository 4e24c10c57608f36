/* Puts packs that were handed on into the person's own folder of packs, takes them away, and brings them back. What is
 * installed is there whole or not at all, an older version is replaced in one step, and a fault leaves it as it was.
 * What a person did is kept elsewhere, under the pack's permanent ids, and is never touched. Blocks; for a worker
 * thread, one at a time for a folder. */
#pragma once

#include <gio/gio.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

/**
 * KistInstalled:
 * @id: the pack's id, and the name of its folder
 * @title: its title
 * @version: the version that is there now
 * @replaced: (nullable): the version that was there before
 * @first_thing: (nullable): the key of its first Thing
 */
typedef struct
{
  char *id;
  char *title;
  char *version;
  char *replaced;
  char *first_thing;
} KistInstalled;

KistInstalled *kist_installer_install (const char   *file,
                                       const char   *packs,
                                       KistReport   *report,
                                       GCancellable *cancellable,
                                       GError      **error);
gboolean       kist_installer_remove (const char *packs, const char *id, GError **error);
gboolean       kist_installer_restore (const char *packs, const char *id, GError **error);
void           kist_installer_tidy (const char *packs);
void           kist_installed_free (KistInstalled *installed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistInstalled, kist_installed_free)

G_END_DECLS
