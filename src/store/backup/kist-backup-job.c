#include "kist-backup-job.h"

/**
 * kist_backup_job_go_on:
 * @self: a job
 * @done: bytes that are done
 * @total: bytes that there are, or 0
 * @error: where to put an error: %G_IO_ERROR_CANCELLED
 *
 * Says how far the job is. Returns: whether it is to go on
 */
gboolean
kist_backup_job_go_on (const KistBackupJob *self, gint64 done, gint64 total, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->progress)
    self->progress (done, total, self->data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
