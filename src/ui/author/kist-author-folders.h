/* The folders that a person works on as an author, newest first. Kept with the preferences. Main thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char **kist_author_folders_list (void);
void   kist_author_folders_remember (const char *folder);
void   kist_author_folders_forget (const char *folder);

G_END_DECLS
