/* Markdown as HTML, from the same block tree that the app shows; raw HTML in it is text. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kist_markdown_page_append (GString *out, const char *markdown, unsigned level);

G_END_DECLS
