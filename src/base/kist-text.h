/* Getting text safely from a file: a cap on its size, UTF-8 or an error with the line, one kind of line ending. What
 * comes out is a plain NUL-terminated string without a byte-order mark and without NUL or '\r' in it. Pure functions.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No text that a person writes by hand is longer; 2 MiB is about 300,000 words. */
#define KIST_TEXT_MAX_BYTES (2 * 1024 * 1024)

char    *kist_text_read_file (const char *path, gsize max_bytes, GError **error);
char    *kist_text_normalise (const char *bytes, gsize length, GError **error);
unsigned kist_text_line_of (const char *text, const char *place);
gboolean kist_text_is_shallow (const char *text, unsigned max_depth, unsigned *line);
gboolean kist_text_is_id (const char *text);
char    *kist_text_to_id (const char *text);
char    *kist_text_skip_blanks (const char *text);
char    *kist_text_plain_indents (const char *text);
gsize    kist_text_count_characters (const char *text, gsize length);

G_END_DECLS
