/* Recursive descent, one function for each level of kist-expression.h, loosest last. */
#include "kist-expression-private.h"

#include <string.h>

#include "base/kist-error.h"
#include "kist-lexer.h"

static KistExpression *read_or (KistLexer *self);

static gboolean
accept (KistLexer *self, KistToken token)
{
  if (self->error || self->token != token)
    return FALSE;
  kist_lexer_advance (self);
  return TRUE;
}

static gboolean
is_at_symbol (KistLexer *self, char symbol)
{
  return !self->error && self->token == KIST_TOKEN_SYMBOL && self->symbol == symbol;
}

static gboolean
accept_symbol (KistLexer *self, char symbol)
{
  if (!is_at_symbol (self, symbol))
    return FALSE;
  kist_lexer_advance (self);
  return TRUE;
}

static gboolean
enter (KistLexer *self)
{
  if (++self->depth <= KIST_EXPRESSION_MAX_DEPTH)
    return TRUE;
  kist_lexer_refuse (self, self->start, "This is nested too deeply.");
  return FALSE;
}

/* Where the token stands. */
static unsigned
column_of_token (KistLexer *self)
{
  return (unsigned)g_utf8_pointer_to_offset (self->text, self->start) + 1;
}

static KistExpression *
read_visited (KistLexer *self)
{
  g_autoptr (KistExpression) node = kist_expression_new (KIST_NODE_VISITED, NULL, NULL);

  if (!accept_symbol (self, '('))
    kist_lexer_refuse (self, self->start, "After “visited” comes a passage's name: visited(\"Name\").");
  else if (self->token != KIST_TOKEN_STRING)
    kist_lexer_refuse (self, self->start, "A passage's name stands in quotation marks: visited(\"Name\").");
  else
    {
      node->name = g_steal_pointer (&self->string);
      node->column = column_of_token (self);
      kist_lexer_advance (self);
      if (!accept_symbol (self, ')'))
        kist_lexer_refuse (self, self->start, "A closing bracket is missing here.");
    }
  return self->error ? NULL : g_steal_pointer (&node);
}

/* @is_negative: the literal stands behind a minus sign, so that the smallest number can be written. */
static KistExpression *
read_literal (KistLexer *self, gboolean is_negative)
{
  guint64         integer = self->integer;
  KistExpression *node;

  if (integer > (guint64)G_MAXINT64 + (is_negative ? 1 : 0))
    {
      kist_lexer_refuse (self, self->start, "This number is too large.");
      return NULL;
    }
  node = kist_expression_new (KIST_NODE_INTEGER, NULL, NULL);
  node->value = is_negative ? (gint64)(0 - integer) : (gint64)integer;
  kist_lexer_advance (self);
  return node;
}

static KistExpression *
read_name (KistLexer *self)
{
  g_autofree char *name = g_steal_pointer (&self->string);
  unsigned         column = column_of_token (self);
  KistExpression  *node;

  kist_lexer_advance (self);
  if (g_str_equal (name, "visited"))
    return read_visited (self);
  if (is_at_symbol (self, '('))
    {
      kist_lexer_refuse (self, self->start, "Only “visited” can stand before a bracket.");
      return NULL;
    }
  if (g_str_equal (name, "true") || g_str_equal (name, "false"))
    {
      node = kist_expression_new (KIST_NODE_INTEGER, NULL, NULL);
      node->value = name[0] == 't';
      return node;
    }
  node = kist_expression_new (KIST_NODE_VARIABLE, NULL, NULL);
  node->name = g_steal_pointer (&name);
  node->column = column;
  return node;
}

static KistExpression *
read_primary (KistLexer *self)
{
  g_autoptr (KistExpression) node = NULL;

  if (!self->error && self->token == KIST_TOKEN_INTEGER)
    return read_literal (self, FALSE);
  if (!self->error && self->token == KIST_TOKEN_NAME)
    return read_name (self);
  if (is_at_symbol (self, '('))
    {
      if (!enter (self))
        return NULL;
      kist_lexer_advance (self);
      node = read_or (self);
      self->depth--;
      if (!accept_symbol (self, ')'))
        kist_lexer_refuse (self, self->start, "A closing bracket is missing here.");
      return self->error ? NULL : g_steal_pointer (&node);
    }
  if (self->token == KIST_TOKEN_STRING)
    kist_lexer_refuse (self, self->start, "A text can only stand in visited(\"Name\").");
  else if (self->token == KIST_TOKEN_NOT)
    kist_lexer_refuse (self, self->start, "Put brackets around “not …” here.");
  else
    kist_lexer_refuse (self, self->start, "A number or a name is missing here.");
  return NULL;
}

static KistExpression *
read_unary (KistLexer *self)
{
  KistExpression *operand;

  if (!is_at_symbol (self, '-'))
    return read_primary (self);
  if (!enter (self))
    return NULL;
  kist_lexer_advance (self);
  if (!self->error && self->token == KIST_TOKEN_INTEGER)
    operand = read_literal (self, TRUE);
  else if ((operand = read_unary (self)))
    operand = kist_expression_new (KIST_NODE_NEGATE, operand, NULL);
  self->depth--;
  return operand;
}

/* Joins @left with what @read finds; neither is leaked when that is nothing. */
static gboolean
join (KistLexer *self, KistExpression **left, KistNodeKind kind, KistExpression *(*read) (KistLexer *self))
{
  KistExpression *right = read (self);

  if (!right)
    {
      g_clear_pointer (left, kist_expression_free);
      return FALSE;
    }
  *left = kist_expression_new (kind, *left, right);
  return TRUE;
}

static KistExpression *
read_product (KistLexer *self)
{
  KistExpression *left = read_unary (self);

  while (left && accept_symbol (self, '*'))
    join (self, &left, KIST_NODE_MULTIPLY, read_unary);
  return left;
}

static KistExpression *
read_sum (KistLexer *self)
{
  KistExpression *left = read_product (self);

  while (left && (is_at_symbol (self, '+') || is_at_symbol (self, '-')))
    {
      KistNodeKind kind = self->symbol == '+' ? KIST_NODE_ADD : KIST_NODE_SUBTRACT;

      kist_lexer_advance (self);
      join (self, &left, kind, read_product);
    }
  return left;
}

static gboolean
is_at_comparison (KistLexer *self, KistNodeKind *kind)
{
  static const struct
  {
    KistToken    token;
    KistNodeKind kind;
  } comparisons[] = {
    { KIST_TOKEN_EQUAL, KIST_NODE_EQUAL }, { KIST_TOKEN_UNEQUAL, KIST_NODE_UNEQUAL },
    { KIST_TOKEN_LESS, KIST_NODE_LESS },   { KIST_TOKEN_AT_MOST, KIST_NODE_AT_MOST },
    { KIST_TOKEN_MORE, KIST_NODE_MORE },   { KIST_TOKEN_AT_LEAST, KIST_NODE_AT_LEAST },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (self->token == comparisons[i].token)
      {
        *kind = comparisons[i].kind;
        return TRUE;
      }
  return FALSE;
}

static KistExpression *
read_comparison (KistLexer *self)
{
  KistExpression *left = read_sum (self);
  KistNodeKind    kind;

  if (!left || !is_at_comparison (self, &kind))
    return left;
  kist_lexer_advance (self);
  if (join (self, &left, kind, read_sum) && is_at_comparison (self, &kind))
    {
      kist_lexer_refuse (self, self->start, "Compare two values at a time and join them with “and”.");
      g_clear_pointer (&left, kist_expression_free);
    }
  return left;
}

static KistExpression *
read_not (KistLexer *self)
{
  KistExpression *operand;

  if (self->token != KIST_TOKEN_NOT)
    return read_comparison (self);
  if (!enter (self))
    return NULL;
  kist_lexer_advance (self);
  if ((operand = read_not (self)))
    operand = kist_expression_new (KIST_NODE_NOT, operand, NULL);
  self->depth--;
  return operand;
}

static KistExpression *
read_and (KistLexer *self)
{
  KistExpression *left = read_not (self);

  while (left && accept (self, KIST_TOKEN_AND))
    join (self, &left, KIST_NODE_AND, read_not);
  return left;
}

static KistExpression *
read_or (KistLexer *self)
{
  KistExpression *left = read_and (self);

  while (left && accept (self, KIST_TOKEN_OR))
    join (self, &left, KIST_NODE_OR, read_and);
  return left;
}

/**
 * kist_expression_parse:
 * @text: an expression, one line
 * @column: (out) (optional): where it is wrong, in characters from 1
 * @error: return location
 *
 * The grammar is in data/packs/GRAMMAR.md.
 *
 * Returns: (transfer full) (nullable): the expression, or %NULL with %KIST_ERROR_INVALID, or %KIST_ERROR_TOO_LARGE when
 *   it is longer than %KIST_EXPRESSION_MAX_LENGTH bytes
 */
KistExpression *
kist_expression_parse (const char *text, unsigned *column, GError **error)
{
  g_autoptr (KistExpression) expression = NULL;
  KistLexer lexer;

  g_return_val_if_fail (text != NULL, NULL);

  if (column)
    *column = 1;
  if (strlen (text) > KIST_EXPRESSION_MAX_LENGTH)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "This is longer than %d characters.",
                   KIST_EXPRESSION_MAX_LENGTH);
      return NULL;
    }
  kist_lexer_init (&lexer, text);
  expression = read_or (&lexer);
  if (expression && lexer.token != KIST_TOKEN_END)
    kist_lexer_refuse (&lexer, lexer.start, "The expression should end here.");
  if (lexer.error)
    {
      if (column)
        *column = column_of_token (&lexer);
      g_propagate_error (error, g_steal_pointer (&lexer.error));
      g_clear_pointer (&expression, kist_expression_free);
    }
  kist_lexer_clear (&lexer);
  return g_steal_pointer (&expression);
}
