/* The formats a blog may come in that are XML, and what their readers share. For blog/ alone. */
#pragma once

#include "blog/kist-blog-date.h"
#include "blog/kist-blog-reader.h"
#include "blog/kist-blog-xml.h"

G_BEGIN_DECLS

gboolean kist_blog_read_atom (KistBlogReader *reader, KistBlogXml *xml, GError **error);
gboolean kist_blog_read_wordpress (KistBlogReader *reader, KistBlogXml *xml, GError **error);

G_END_DECLS
