/* A large foreign XML file, walked from front to back, never in memory as a whole and never trusted: nothing is loaded,
 * no document type is read, so that no entity can grow, and depth and attributes have caps. Belongs to one reader, on
 * its thread. The only user of libxml2 in blog/. */
#pragma once

#include "blog/kist-blog-reader.h"

G_BEGIN_DECLS

typedef struct _KistBlogXml KistBlogXml;

KistBlogXml *kist_blog_xml_new (KistBlogReader *reader, GInputStream *stream);
void         kist_blog_xml_free (KistBlogXml *self);
gboolean     kist_blog_xml_begin (KistBlogXml *self);
int          kist_blog_xml_enter (KistBlogXml *self);
gboolean     kist_blog_xml_next_child (KistBlogXml *self, int depth);
const char  *kist_blog_xml_get_name (KistBlogXml *self);
const char  *kist_blog_xml_get_namespace (KistBlogXml *self);
gboolean     kist_blog_xml_is (KistBlogXml *self, const char *namespace, const char *name);
unsigned     kist_blog_xml_get_line (KistBlogXml *self);
char        *kist_blog_xml_dup_attribute (KistBlogXml *self, const char *name);
char        *kist_blog_xml_dup_text (KistBlogXml *self);
gboolean     kist_blog_xml_finish (KistBlogXml *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBlogXml, kist_blog_xml_free)

G_END_DECLS
