/* Says when something in a folder, or in a folder of it, was saved, whichever program did it: once for many changes
 * that come together. Owned by a page. Main thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KIST_TYPE_FOLDER_WATCH (kist_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (KistFolderWatch, kist_folder_watch, KIST, FOLDER_WATCH, GObject)

KistFolderWatch *kist_folder_watch_new (const char *folder);

G_END_DECLS
