/* What the parts of the store share: kist-store.c opens and closes, kist-store-records.c keeps events, answers and
 * places, kist-store-privacy.c what the confidentiality check was told, kist-store-entries.c what was written,
 * kist-store-images.c the pictures in it, kist-store-import.c brings in what was written elsewhere, kist-store-search.c
 * finds it again, kist-store-backups.c the way back from a damaged file. */
#pragma once

#include "store/kist-database.h"
#include "store/kist-folder.h"
#include "store/kist-store.h"
#include "store/kist-worker.h"

G_BEGIN_DECLS

struct _KistStore
{
  GObject parent_instance;

  char       *path;   /* (owned): of the folder */
  KistClock  *clock;  /* (owned): asked on the caller's thread only */
  KistWorker *worker; /* (owned) */

  /* The worker's alone. */
  KistFolder   *folder;   /* (owned) (nullable) */
  KistDatabase *database; /* (owned) (nullable): NULL while the store is not open */
};

/* What a save returns to its task: there is nothing to say but that it was kept. */
#define KIST_STORE_KEPT GINT_TO_POINTER (TRUE)

KistContents *kist_contents_load (KistDatabase *database, GError **error);

GTask   *kist_store_new_task (KistStore          *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data,
                              gpointer            task_data,
                              GDestroyNotify      free_task_data);
void     kist_store_index_soon (KistStore *self);
gboolean kist_store_require_open (KistStore *self, GError **error);
gboolean kist_store_bring_up_to_date (KistDatabase      *database,
                                      const char        *folder,
                                      const char *const *scripts,
                                      gboolean           is_clean,
                                      gint64             now,
                                      GError           **error);

G_END_DECLS
