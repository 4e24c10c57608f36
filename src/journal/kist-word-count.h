/* How many words a text has, as a badge's assessor would count them in a word processor: the words a reader sees, not
 * Markdown's marks. Precise rules stand with the function. Pure; any thread; linear in the text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

unsigned kist_word_count (const char *markdown);
unsigned kist_word_count_length (const char *markdown, gsize length);

G_END_DECLS
