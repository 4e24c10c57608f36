/* What a word processor, a browser or a mail program puts on the clipboard as HTML, as Markdown: headings, lists,
 * tables and emphasis stay, and everything that only says how it looked goes. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A long report with its style sheets is a tenth of this; more is not looked at. */
#define KIST_HTML_PASTE_MAX_BYTES (4 * 1024 * 1024)

char *kist_html_paste_to_markdown (GBytes *bytes);

G_END_DECLS
