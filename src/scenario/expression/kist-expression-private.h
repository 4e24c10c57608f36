/* What an expression is made of, between its parser and its evaluation: a tree, each node owning those below it. */
#pragma once

#include "kist-expression.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_NODE_INTEGER,
  KIST_NODE_VARIABLE,
  KIST_NODE_VISITED,
  KIST_NODE_NEGATE,
  KIST_NODE_NOT,
  KIST_NODE_OR,
  KIST_NODE_AND,
  KIST_NODE_ADD,
  KIST_NODE_SUBTRACT,
  KIST_NODE_MULTIPLY,
  KIST_NODE_EQUAL,
  KIST_NODE_UNEQUAL,
  KIST_NODE_LESS,
  KIST_NODE_AT_MOST,
  KIST_NODE_MORE,
  KIST_NODE_AT_LEAST,
} KistNodeKind;

struct _KistExpression
{
  KistNodeKind    kind;
  gint64          value;  /* of an integer */
  unsigned        column; /* of a name: where it stands, in characters from 1 */
  char           *name;   /* (owned) of a variable, or of a passage for visited() */
  KistExpression *left;   /* (owned) the only one of negate and not */
  KistExpression *right;  /* (owned) */
};

KistExpression *kist_expression_new (KistNodeKind kind, KistExpression *left, KistExpression *right);

G_END_DECLS
