/* The posts that the person said go into the store, all or none, and then into the journal. It keeps neither the store
 * nor the journal nor a window. Main thread. */
#pragma once

#include "ui/blog/kist-incoming-blog.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

void   kist_blog_writing_async (KistServices       *services,
                                KistIncomingBlog   *blog,
                                GCancellable       *cancellable,
                                KistStoreProgress   progress,
                                GAsyncReadyCallback callback,
                                gpointer            data);
char **kist_blog_writing_finish (GAsyncResult *result, GError **error);

G_END_DECLS
