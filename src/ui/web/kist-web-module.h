/* Opens the module that draws web pages, kist-web.so, when the first one is to be shown: linking it would cost every
 * start 50 ms and 32 MB. Main thread. */
#pragma once

#include <gio/gio.h>

#include "ui/web/kist-web-view.h"

G_BEGIN_DECLS

void           kist_web_module_load_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
KistWebViewNew kist_web_module_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
