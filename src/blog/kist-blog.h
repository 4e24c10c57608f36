/* Somebody's blog, read from what its program hands out: Blogger's Atom, old and of Google Takeout, WordPress's WXR,
 * Markdown files. Posts are kept, and what is none is counted by its kind, so that nothing vanishes unsaid. Reading
 * blocks and belongs to a worker; what comes out is immutable and may be read from any thread. */
#pragma once

#include <gio/gio.h>

#include "base/kist-report.h"
#include "blog/kist-post.h"

G_BEGIN_DECLS

/* Ten times what the longest-running blogs have. A file of XML, or all that is unpacked of a zip. */
#define KIST_BLOG_MAX_BYTES (128 * 1024 * 1024)
#define KIST_BLOG_MAX_POSTS 20000
#define KIST_BLOG_MAX_LABELS 100

/**
 * KistLeftOut:
 * @KIST_LEFT_OUT_COMMENT: what others wrote below a post
 * @KIST_LEFT_OUT_PAGE: a page that stands beside the posts, "About me"
 * @KIST_LEFT_OUT_TEMPLATE: how the blog looks
 * @KIST_LEFT_OUT_SETTINGS: how the blog is set up
 * @KIST_LEFT_OUT_TRASHED: a post its author threw away
 * @KIST_LEFT_OUT_ATTACHMENT: a picture or a file
 * @KIST_LEFT_OUT_EMPTY: a post without a title and without a word
 * @KIST_LEFT_OUT_UNREADABLE: a post that cannot be read; the report says why
 * @KIST_LEFT_OUT_OTHER: anything else
 *
 * What is no post, or none that can be kept.
 */
typedef enum
{
  KIST_LEFT_OUT_COMMENT,
  KIST_LEFT_OUT_PAGE,
  KIST_LEFT_OUT_TEMPLATE,
  KIST_LEFT_OUT_SETTINGS,
  KIST_LEFT_OUT_TRASHED,
  KIST_LEFT_OUT_ATTACHMENT,
  KIST_LEFT_OUT_EMPTY,
  KIST_LEFT_OUT_UNREADABLE,
  KIST_LEFT_OUT_OTHER,
} KistLeftOut;
#define KIST_LEFT_OUT_N_KINDS (KIST_LEFT_OUT_OTHER + 1)

/**
 * KistBlogProgress:
 * @done: how much has been read
 * @total: of how much, in the same unit; never less than @done
 * @n_posts: how many posts were found so far
 * @data: what was given with the function
 *
 * Called on the thread that reads, a hundred times or so and once at the end.
 */
typedef void (*KistBlogProgress) (guint64 done, guint64 total, unsigned n_posts, gpointer data);

#define KIST_TYPE_BLOG (kist_blog_get_type ())
G_DECLARE_FINAL_TYPE (KistBlog, kist_blog, KIST, BLOG, GObject)

KistBlog *
kist_blog_read (const char *path, KistBlogProgress progress, gpointer data, GCancellable *cancellable, GError **error);
KistBlog       *kist_blog_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
const char     *kist_blog_get_format (KistBlog *self);
unsigned        kist_blog_get_n_posts (KistBlog *self);
const KistPost *kist_blog_get_post (KistBlog *self, unsigned index);
unsigned        kist_blog_count_left_out (KistBlog *self, KistLeftOut kind);
KistReport     *kist_blog_get_report (KistBlog *self);
const char     *kist_left_out_to_string (KistLeftOut kind);

G_END_DECLS
