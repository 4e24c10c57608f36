/* A disk that fails when told to, for what is written without SQLite: the linker puts these in the place of write (),
 * fsync () and rename () in the program that is tested (--wrap). A write that fails is half done, as on a disk that
 * fills up. Set from the test's thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     fault_calls_set (unsigned at, int number, gboolean only_once);
gboolean fault_calls_have_failed (void);
gboolean fault_calls_failed_in_sync (void);

G_END_DECLS
