/* An auxiliary function for FTS5 (https://sqlite.org/fts5.html#custom_auxiliary_functions) that says where in a text
 * the words are that were searched for, and which piece of the text is worth showing. FTS5's own snippet() returns a
 * copy of such a piece and leaves open where it was taken from, and it reads each text twice. For search/ alone. */
#pragma once

#include "journal/kist-snippet.h"
#include "store/kist-database.h"
#include "store/kist-statement.h"

G_BEGIN_DECLS

/* kist_matches (TABLE, COLUMN, WORDS): COLUMN from 0; WORDS is how long the piece is, 0 for all of the text. */
#define KIST_SEARCH_MATCH_FUNCTION "kist_matches"

gboolean kist_search_match_register (KistDatabase *database, GError **error);
GArray  *kist_search_match_read (KistStatement *row, int column, const char *text, KistRange *shown);

G_END_DECLS
