/* A blog is read for the confirm page: what was brought in before is asked of the store, and all the rest is done on a
 * thread, which keeps neither the store nor a window. Main thread. */
#pragma once

#include "ui/blog/kist-incoming-blog.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

/**
 * KistBlogReadingProgress:
 * @fraction: how much was read, 0 to 1
 * @n_posts: how many posts were found so far
 * @data: what was given with the function
 *
 * Called on the main thread, and not after the reading was cancelled.
 */
typedef void (*KistBlogReadingProgress) (double fraction, unsigned n_posts, gpointer data);

void              kist_blog_reading_async (KistServices           *services,
                                           const char             *path,
                                           GCancellable           *cancellable,
                                           KistBlogReadingProgress progress,
                                           GAsyncReadyCallback     callback,
                                           gpointer                data);
KistIncomingBlog *kist_blog_reading_finish (GAsyncResult *result, GError **error);

G_END_DECLS
