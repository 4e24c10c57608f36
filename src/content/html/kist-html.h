/* Foreign HTML becomes Markdown: what a short list of elements says is kept, everything else is left out with a word in
 * the report, and scripts and styles never pass. What comes out is text for kist_markdown_parse(), which knows no HTML.
 * Pure; any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

char *kist_html_to_markdown (const char *html, const char *file, unsigned line, KistReport *report);

G_END_DECLS
