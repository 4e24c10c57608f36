/* How a long job with a back-up file is done: what seals it, who is told how far it is, and what stops it. Owned by the
 * caller, who keeps all that is in it until the job is over; the callback runs on the job's thread. */
#pragma once

#include <gio/gio.h>

#include "store/backup/kist-seal.h"

G_BEGIN_DECLS

/**
 * KistBackupProgressFunc:
 * @done: bytes that are done
 * @total: bytes that there are; 0 while that is not known yet
 * @data: what was given with the function
 *
 * Called often, on the job's thread.
 */
typedef void (*KistBackupProgressFunc) (gint64 done, gint64 total, gpointer data);

/**
 * KistBackupJob:
 * @passphrase: (nullable): what seals the file or opens it
 * @strength: (nullable): for a new file; %NULL for the usual
 * @progress: (nullable): who is told how far it is
 * @data: for @progress
 * @cancellable: (nullable): stops the job within a moment, though not while a key is made of the passphrase
 */
typedef struct
{
  const KistPassphrase   *passphrase;
  const KistSealStrength *strength;
  KistBackupProgressFunc  progress;
  gpointer                data;
  GCancellable           *cancellable;
} KistBackupJob;

gboolean kist_backup_job_go_on (const KistBackupJob *self, gint64 done, gint64 total, GError **error);

G_END_DECLS
