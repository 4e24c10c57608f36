/* All posts of a blog on their way into the journal: which are there already, which need a look, and what will come of
 * them. Made on the thread that reads the blog; then the main thread's. */
#pragma once

#include "library/kist-library.h"
#include "ui/blog/kist-incoming-post.h"

G_BEGIN_DECLS

#define KIST_TYPE_INCOMING_BLOG (kist_incoming_blog_get_type ())
G_DECLARE_FINAL_TYPE (KistIncomingBlog, kist_incoming_blog, KIST, INCOMING_BLOG, GObject)

KistIncomingBlog *kist_incoming_blog_new (KistBlog        *blog,
                                          KistLibrary     *library,
                                          GHashTable      *sources,
                                          GPtrArray       *entries,
                                          KistBlogProgress progress,
                                          gpointer         data,
                                          GCancellable    *cancellable,
                                          GError         **error);
KistBlog         *kist_incoming_blog_get_blog (KistIncomingBlog *self);
GListModel       *kist_incoming_blog_get_posts (KistIncomingBlog *self);
unsigned          kist_incoming_blog_count_included (KistIncomingBlog *self);
unsigned          kist_incoming_blog_count_doubtful (KistIncomingBlog *self);
unsigned          kist_incoming_blog_count_known (KistIncomingBlog *self);
unsigned          kist_incoming_blog_count_losing (KistIncomingBlog *self);
unsigned          kist_incoming_blog_count_losing_labels (KistIncomingBlog *self);
void              kist_incoming_blog_include_all (KistIncomingBlog *self, GListModel *posts, gboolean is_included);
GPtrArray        *kist_incoming_blog_list_included (KistIncomingBlog *self);

G_END_DECLS
