/* Waiting until everything that was done and written is on the disk: for what reads the file past the store, or takes
 * the store away. Main thread. */
#pragma once

#include "ui/kist-services.h"

G_BEGIN_DECLS

void     kist_settling_run_async (KistServices *services, GAsyncReadyCallback callback, gpointer data);
gboolean kist_settling_run_finish (KistServices *services, GAsyncResult *result, GError **error);

G_END_DECLS
