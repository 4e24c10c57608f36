#include "kist-working-copy.h"

#include <gio/gio.h>
#include <string.h>

#include "base/kist-error.h"

/* Without the folder's lock: another process may be at it just now. */
static gboolean
is_of_anyone (const char *name)
{
  return g_str_has_prefix (name, KIST_WORKING_COPY_SNAPSHOT) || g_str_has_prefix (name, KIST_WORKING_COPY_INCOMING);
}

/**
 * kist_working_copy_is:
 * @name: the name of a file in the person's folder, or in its folder of back-ups
 *
 * Returns: whether it is a working copy, finished or not, or what SQLite keeps beside one
 */
gboolean
kist_working_copy_is (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return is_of_anyone (name) || g_str_has_prefix (name, "kist-restored.db") ||
         (g_str_has_prefix (name, "kist-") && strstr (name, ".db.new"));
}

/**
 * kist_working_copy_conclude:
 * @path: a working copy
 * @own: (transfer full) (nullable): what went wrong with it so far
 * @error: where to put an error: @own, unless it only follows from the copy not being there any more
 *
 * Asked before what was made of it takes its place: a copy that was removed meanwhile had what was deleted for good.
 *
 * Returns: whether nothing went wrong and it is still there
 */
gboolean
kist_working_copy_conclude (const char *path, GError *own, GError **error)
{
  g_autoptr (GError) why = own;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED,
                           "The copy that this works with was removed meanwhile, as deleting for good does; "
                           "begin again.");
      return FALSE;
    }
  if (!why)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}
