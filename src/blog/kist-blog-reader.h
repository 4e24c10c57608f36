/* What the readers of each format fill while a blog is read: posts, what is left out, findings; and what they ask:
 * whether to go on. On the stack of kist_blog_read(), on its thread. For blog/ alone. */
#pragma once

#include "blog/kist-blog.h"

G_BEGIN_DECLS

/* No title or label that a person wrote is longer, in characters. */
#define KIST_BLOG_MAX_TITLE 500
#define KIST_BLOG_MAX_LABEL 200

/**
 * KistBlogReader:
 * @file: (owned): what is read now, as it should be shown
 * @is_part: whether @file is one of several, so that an error has to name it
 * @format: (nullable): what it turned out to be
 * @posts: (element-type KistPost) (owned): what was found
 * @left_out: how many of each kind
 * @report: (owned): what is wrong with single posts
 * @done: how much was read before @file, in bytes or files
 * @total: of how much
 */
typedef struct
{
  char            *file;
  gboolean         is_part;
  const char      *format;
  GPtrArray       *posts;
  unsigned         left_out[KIST_LEFT_OUT_N_KINDS];
  KistReport      *report;
  GCancellable    *cancellable;
  KistBlogProgress progress;
  gpointer         data;
  guint64          done;
  guint64          total;
  guint64          told; /* the last @done that the caller heard of */
} KistBlogReader;

gboolean kist_blog_reader_step (KistBlogReader *self, guint64 done, GError **error);
gboolean kist_blog_reader_take (KistBlogReader *self, KistPost *post, GError **error);
void     kist_blog_reader_leave_out (KistBlogReader *self, KistLeftOut kind);
void     kist_blog_reader_refuse (KistBlogReader *self, unsigned line, const char *title, const char *why);
gboolean kist_blog_reader_fail (KistBlogReader *self, int code, unsigned line, const char *why, GError **error);
void     kist_blog_reader_set_title (KistBlogReader *self, KistPost *post, const char *title);
void     kist_blog_reader_add_label (KistBlogReader *self, KistPost *post, const char *label);
void     kist_blog_reader_add_change (KistPost *post, const char *change);
gboolean kist_blog_reader_set_html (KistBlogReader *self, KistPost *post, const char *html, unsigned line);

gboolean kist_blog_read_xml (KistBlogReader *reader, GInputStream *stream, GError **error);
gboolean kist_blog_read_markdown (KistBlogReader *reader, const char *text, GError **error);
gboolean kist_blog_read_folder (KistBlogReader *reader, const char *path, GError **error);

G_END_DECLS
