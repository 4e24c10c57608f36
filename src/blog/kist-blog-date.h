/* A day and a time as blogs write them. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 kist_blog_date_parse (const char *text);

G_END_DECLS
