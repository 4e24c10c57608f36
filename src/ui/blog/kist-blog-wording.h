/* What is said of a blog on its way into the journal: what is no post, what is lost, why it cannot be read. Pure; main
 * thread for gettext's sake. */
#pragma once

#include "ui/blog/kist-incoming-blog.h"

G_BEGIN_DECLS

char       *kist_blog_wording_dup_count (KistLeftOut kind, unsigned n);
const char *kist_blog_wording_explain (KistLeftOut kind);
unsigned    kist_blog_wording_count_left_out (KistBlog *blog);
char       *kist_blog_wording_dup_left_out (KistIncomingBlog *incoming);
char       *kist_blog_wording_dup_problem (const char *path, const GError *error);

G_END_DECLS
