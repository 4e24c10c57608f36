/* CommonMark with GitHub's tables, task lists and strike-through, read by md4c with raw HTML off, into a KistDocument.
 * Pure; any thread. */
#pragma once

#include "content/kist-document.h"

G_BEGIN_DECLS

#define KIST_MARKDOWN_MAX_DEPTH 32
#define KIST_MARKDOWN_MAX_BLOCKS 20000

KistDocument *kist_markdown_parse (const char *text, unsigned first_line, GError **error);

G_END_DECLS
