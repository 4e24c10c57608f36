/* Plain text that must come through Markdown as it stands. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  kist_markdown_append_escaped (GString *out, const char *text, gboolean is_line_start);
char *kist_markdown_escape (const char *text);

G_END_DECLS
