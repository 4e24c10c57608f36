/* A blog on its way into the journal: it is read, the person confirms which posts come and for which Thing each is, and
 * they are written. Nothing is in the journal before that, and leaving the page stops it. Main thread; reading and
 * writing are done on workers. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_BLOG_PAGE (kist_blog_page_get_type ())
G_DECLARE_FINAL_TYPE (KistBlogPage, kist_blog_page, KIST, BLOG_PAGE, AdwNavigationPage)

AdwNavigationPage *kist_blog_page_new (KistServices *services, const char *path);

G_END_DECLS
