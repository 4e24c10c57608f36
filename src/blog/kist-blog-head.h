/* Whether a file is somebody's blog, as far as its first bytes tell: for a file that could as well be a quiz or a
 * story. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many bytes as are looked at: WordPress puts its licence and how to read it back, in comments, before the blog. */
#define KIST_BLOG_HEAD_BYTES 8192

gboolean kist_blog_head_is_blog (const char *head, gsize length);

G_END_DECLS
