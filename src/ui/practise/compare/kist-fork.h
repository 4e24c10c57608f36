/* The drawing of a way that parts: one line comes down in the middle and goes on as two, to the middle of either half.
 * It says nothing that is not said beside it in words. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_FORK (kist_fork_get_type ())
G_DECLARE_FINAL_TYPE (KistFork, kist_fork, KIST, FORK, GtkWidget)

G_END_DECLS
