/* Databases that come and go in the person's folder while a back-up or a restoration is under way. Each has all that
 * was written, and stays behind when the program ends in the middle of it. Deleting for good removes them all, also
 * those that are in use: from such a copy what was deleted would come back. Who works with one therefore asks at the
 * end whether it is still there, with kist_working_copy_conclude(). Any thread; what removes waits for the disk. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What begins the names of those that are made without the folder's lock. */
#define KIST_WORKING_COPY_SNAPSHOT "kist-snapshot-"
#define KIST_WORKING_COPY_INCOMING "kist-incoming-"

gboolean kist_working_copy_is (const char *name);
void     kist_working_copy_sweep (const char *folder);
gboolean kist_working_copy_conclude (const char *path, GError *own, GError **error);

G_END_DECLS
