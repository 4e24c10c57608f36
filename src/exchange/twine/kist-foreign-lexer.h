/* The words and signs of a foreign expression, one at a time. Lives on the stack of kist_foreign_expression(). */
#pragma once

#include "kist-begins.h"
#include "kist-foreign-expression.h"

G_BEGIN_DECLS

/**
 * KistForeignLexer:
 * @place: where reading goes on
 * @end: where it ends
 * @dialect: what it is written in
 * @passage: the passage it stands in
 * @it: (nullable): what Harlowe's "it" means here
 * @depth: how deep the reader is
 */
typedef struct
{
  const char *place;
  const char *end;
  KistDialect dialect;
  const char *passage;
  const char *it;
  unsigned    depth;
} KistForeignLexer;

void     kist_foreign_lexer_skip_blanks (KistForeignLexer *self);
gboolean kist_foreign_lexer_is_word_character (char c);
gboolean kist_foreign_lexer_take (KistForeignLexer *self, const char *word);
char    *kist_foreign_lexer_take_string (KistForeignLexer *self);

G_END_DECLS
