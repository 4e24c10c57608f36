#include "kist-working-copy.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/kist-clock.h"
#include "base/kist-error.h"

/* No back-up and no restoration takes that long, in seconds. */
#define STALE_AGE (24 * 60 * 60)

/* Without the folder's lock: another process may be at it just now. */
static gboolean
is_of_anyone (const char *name)
{
  return g_str_has_prefix (name, KIST_WORKING_COPY_SNAPSHOT) || g_str_has_prefix (name, KIST_WORKING_COPY_INCOMING);
}

/* A time that is as far ahead was set by a clock that was wrong. It is the disk's time that it is held against, which
 * is the system's, whatever the store's clock says. */
static gboolean
is_stale (const char *path)
{
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  GStatBuf status;
  gint64   age;

  if (g_lstat (path, &status) < 0)
    return FALSE;
  age = kist_clock_now (clock) / G_USEC_PER_SEC - (gint64)status.st_mtim.tv_sec;
  return age > STALE_AGE || age < -STALE_AGE;
}

static void
sweep (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory && (name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (kist_working_copy_is (name) && (!is_of_anyone (name) || is_stale (path)) && g_unlink (path) == 0)
        g_message ("%s was left behind by what did not finish, and is removed.", path);
    }
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
 * kist_working_copy_sweep:
 * @folder: the person's folder, locked by the caller, with its database open
 *
 * Removes what was left behind. What is made only under the folder's lock goes at once, for nobody can be at it; the
 * rest may be in use, also by another process, and goes when it is a day old.
 */
void
kist_working_copy_sweep (const char *folder)
{
  g_autofree char *backups = NULL;

  g_return_if_fail (folder != NULL);

  backups = g_build_filename (folder, "backups", NULL);
  sweep (folder);
  sweep (backups);
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
