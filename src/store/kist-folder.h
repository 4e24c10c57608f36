/* The person's folder while this process alone may write to it. The right is held through a locked file, kist.lock, and
 * the kernel gives it back however the process ends, so that a crash never locks anyone out. It also remembers whether
 * the file was closed properly, so that a start need not walk all of it: the mark, kist.clean, holds the file's size,
 * time and inode, so it says nothing of a file that anything else has touched since, such as a program that
 * synchronises folders, and it is gone while the file is open. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KistFolder KistFolder;

KistFolder *kist_folder_new (const char *path, GError **error);
void        kist_folder_free (KistFolder *self);
gboolean    kist_folder_take_clean_mark (KistFolder *self);
void        kist_folder_leave_clean_mark (KistFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistFolder, kist_folder_free)

G_END_DECLS
