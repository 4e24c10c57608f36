/* What WordPress keeps of a post is not quite HTML: an empty line begins a paragraph, and commands stand in square
 * brackets. Pure; any thread; linear in the text. For blog/ alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kist_wordpress_text_to_html (const char *text, gboolean *has_shortcode);

G_END_DECLS
