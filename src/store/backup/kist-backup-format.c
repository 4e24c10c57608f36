#include "kist-backup-format.h"

#include "base/kist-error.h"

/**
 * kist_backup_format_fail:
 * @path: a back-up that is not as it was written
 * @error: where to put %KIST_ERROR_CORRUPT
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
kist_backup_format_fail (const char *path, GError **error)
{
  g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "%s is damaged or not complete; use another back-up.", path);
  return FALSE;
}
