#include "kist-config.h"

#include "kist-author-folders.h"

#define KEY "author-folders"
#define MAX_FOLDERS 12

static void
store (const char *folder, gboolean is_first)
{
  g_autoptr (GSettings) settings = g_settings_new (KIST_APPLICATION_ID);
  g_auto (GStrv) before = g_settings_get_strv (settings, KEY);
  g_autoptr (GPtrArray) now = g_ptr_array_new ();

  if (is_first)
    g_ptr_array_add (now, (gpointer)folder);
  for (unsigned i = 0; before[i] && now->len < MAX_FOLDERS; i++)
    if (!g_str_equal (before[i], folder))
      g_ptr_array_add (now, before[i]);
  g_ptr_array_add (now, NULL);
  g_settings_set_strv (settings, KEY, (const char *const *)now->pdata);
}

/**
 * kist_author_folders_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): paths, newest first; a folder may be gone
 */
char **
kist_author_folders_list (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KIST_APPLICATION_ID);

  return g_settings_get_strv (settings, KEY);
}

/**
 * kist_author_folders_remember:
 * @folder: a path
 *
 * Puts it first.
 */
void
kist_author_folders_remember (const char *folder)
{
  store (folder, TRUE);
}

/**
 * kist_author_folders_forget:
 * @folder: a path
 */
void
kist_author_folders_forget (const char *folder)
{
  store (folder, FALSE);
}
