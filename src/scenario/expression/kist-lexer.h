/* The words and signs of an expression, one at a time. Lives on the stack of kist_expression_parse(); the first error
 * ends the reading, and start then says where it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KIST_TOKEN_END,
  KIST_TOKEN_INTEGER,
  KIST_TOKEN_NAME,
  KIST_TOKEN_STRING,
  KIST_TOKEN_SYMBOL,
  KIST_TOKEN_OR,
  KIST_TOKEN_AND,
  KIST_TOKEN_NOT,
  KIST_TOKEN_EQUAL,
  KIST_TOKEN_UNEQUAL,
  KIST_TOKEN_LESS,
  KIST_TOKEN_AT_MOST,
  KIST_TOKEN_MORE,
  KIST_TOKEN_AT_LEAST,
} KistToken;

/**
 * KistLexer:
 * @text: all of it
 * @place: where reading goes on, after the token
 * @start: where the token, or what is wrong, stands
 * @token: what was read
 * @symbol: of %KIST_TOKEN_SYMBOL: one of + - * ( )
 * @integer: of %KIST_TOKEN_INTEGER
 * @string: (owned): of %KIST_TOKEN_NAME and %KIST_TOKEN_STRING, without escapes
 * @depth: how deep the parser is
 * @error: (owned): the first thing wrong
 */
typedef struct
{
  const char *text;
  const char *place;
  const char *start;
  KistToken   token;
  char        symbol;
  guint64     integer;
  char       *string;
  unsigned    depth;
  GError     *error;
} KistLexer;

void     kist_lexer_init (KistLexer *self, const char *text);
void     kist_lexer_clear (KistLexer *self);
void     kist_lexer_advance (KistLexer *self);
void     kist_lexer_refuse (KistLexer *self, const char *place, const char *what);
gboolean kist_lexer_is_name (const char *text);

G_END_DECLS
