/* Whether some expression of several always holds, by the logic of and, or and not alone. */
#include "kist-expression-private.h"

/* A truth table of six parts has 64 rows, and so fits in one number: bit r of a part's column is its value in row r. */
#define MAX_PARTS 6

static const guint64 columns[MAX_PARTS] = {
  0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc, 0xf0f0f0f0f0f0f0f0,
  0xff00ff00ff00ff00, 0xffff0000ffff0000, 0xffffffff00000000,
};

/* What is true or false as a whole: variables, comparisons, sums. */
typedef struct
{
  const KistExpression *parts[MAX_PARTS];
  unsigned              n_parts;
  gboolean              is_full; /* there were more */
} Table;

static gboolean
is_same (const KistExpression *one, const KistExpression *other)
{
  if (!one || !other)
    return one == other;
  return one->kind == other->kind && one->value == other->value && g_strcmp0 (one->name, other->name) == 0 &&
         is_same (one->left, other->left) && is_same (one->right, other->right);
}

/* The comparison that holds exactly where @kind does not; @kind when it is none. */
static KistNodeKind
opposite_of (KistNodeKind kind)
{
  static const KistNodeKind pairs[][2] = {
    { KIST_NODE_EQUAL, KIST_NODE_UNEQUAL },
    { KIST_NODE_LESS, KIST_NODE_AT_LEAST },
    { KIST_NODE_MORE, KIST_NODE_AT_MOST },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (unsigned j = 0; j < 2; j++)
      if (pairs[i][j] == kind)
        return pairs[i][1 - j];
  return kind;
}

static gboolean
is_opposite (const KistExpression *one, const KistExpression *other)
{
  return one->kind != other->kind && one->kind == opposite_of (other->kind) && is_same (one->left, other->left) &&
         is_same (one->right, other->right);
}

static guint64
column_of_part (Table *self, const KistExpression *part)
{
  for (unsigned i = 0; i < self->n_parts; i++)
    {
      if (is_same (self->parts[i], part))
        return columns[i];
      if (is_opposite (self->parts[i], part))
        return ~columns[i];
    }
  self->is_full = self->is_full || self->n_parts == MAX_PARTS;
  if (self->is_full)
    return 0;
  self->parts[self->n_parts] = part;
  return columns[self->n_parts++];
}

static guint64
column_of (Table *self, const KistExpression *expression)
{
  guint64 left;

  if (expression->kind == KIST_NODE_INTEGER)
    return expression->value != 0 ? G_MAXUINT64 : 0;
  if (expression->kind != KIST_NODE_NOT && expression->kind != KIST_NODE_AND && expression->kind != KIST_NODE_OR)
    return column_of_part (self, expression);
  left = column_of (self, expression->left);
  if (expression->kind == KIST_NODE_NOT)
    return ~left;
  return expression->kind == KIST_NODE_AND ? left & column_of (self, expression->right)
                                           : left | column_of (self, expression->right);
}

/**
 * kist_expression_is_one_sure:
 * @expressions: (array length=n_expressions): conditions
 * @n_expressions: how many; 0 gives %FALSE
 *
 * Looks at “and”, “or”, “not” and opposite comparisons only, and gives up on more than six different parts: “a and b”,
 * “a and not b” and “not a” are sure, “x < 1” and “x > 0” are not.
 *
 * Returns: whether, whatever the variables, one of @expressions is known to hold
 */
gboolean
kist_expression_is_one_sure (const KistExpression *const *expressions, unsigned n_expressions)
{
  Table   table = { 0 };
  guint64 rows = 0;

  g_return_val_if_fail (expressions != NULL || n_expressions == 0, FALSE);

  for (unsigned i = 0; i < n_expressions; i++)
    rows |= column_of (&table, expressions[i]);
  return rows == G_MAXUINT64 && !table.is_full;
}
