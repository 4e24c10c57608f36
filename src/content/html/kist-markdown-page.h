/* Markdown as HTML, from the same block tree that the app shows; raw HTML in it is text. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistMarkdownPageImage:
 * @target: (nullable): where a picture is, as the text says
 * @data: what was given with the function
 *
 * Returns: (transfer full) (nullable): where it is for the page; %NULL to have its words instead
 */
typedef char *(*KistMarkdownPageImage) (const char *target, gpointer data);

void kist_markdown_page_append (GString *out, const char *markdown, unsigned level);
void kist_markdown_page_append_with_images (GString              *out,
                                            const char           *markdown,
                                            unsigned              level,
                                            KistMarkdownPageImage find_image,
                                            gpointer              data);

G_END_DECLS
