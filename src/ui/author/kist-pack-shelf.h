/* Where packs come from: those that came with Kist, and the person's own folder, into which files are installed. Every
 * change gives the library anew, loaded on the same worker, so that no page ever sees half of one. Owned by the
 * services; from its start only read. Main thread; the work is done on workers. */
#pragma once

#include "library/kist-library.h"
#include "library/packing/kist-installer.h"

G_BEGIN_DECLS

/**
 * KistShelfChange:
 * @installed: (nullable): what was installed, if anything was
 * @library: all there is now
 */
typedef struct
{
  KistInstalled *installed;
  KistLibrary   *library;
} KistShelfChange;

#define KIST_TYPE_PACK_SHELF (kist_pack_shelf_get_type ())
G_DECLARE_FINAL_TYPE (KistPackShelf, kist_pack_shelf, KIST, PACK_SHELF, GObject)

KistPackShelf   *kist_pack_shelf_new (const char *const *folders, const char *own);
const char      *kist_pack_shelf_get_own_folder (KistPackShelf *self);
gboolean         kist_pack_shelf_is_own (KistPackShelf *self, KistLibrary *library, unsigned pack);
void             kist_pack_shelf_load_async (KistPackShelf      *self,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            data);
void             kist_pack_shelf_install_async (KistPackShelf      *self,
                                                const char         *file,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
void             kist_pack_shelf_remove_async (KistPackShelf      *self,
                                               const char         *id,
                                               gboolean            is_removed,
                                               GAsyncReadyCallback callback,
                                               gpointer            data);
KistShelfChange *kist_pack_shelf_finish (KistPackShelf *self, GAsyncResult *result, GError **error);
void             kist_shelf_change_free (KistShelfChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistShelfChange, kist_shelf_change_free)

G_END_DECLS
