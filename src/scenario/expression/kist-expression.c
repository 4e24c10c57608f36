#include "kist-expression-private.h"

#include "base/kist-error.h"
#include "kist-lexer.h"

/* Returns whether the result is in range. */
static gboolean
combine (KistNodeKind kind, gint64 left, gint64 right, gint64 *value)
{
  switch (kind)
    {
    case KIST_NODE_ADD:
      return !__builtin_add_overflow (left, right, value);
    case KIST_NODE_SUBTRACT:
      return !__builtin_sub_overflow (left, right, value);
    case KIST_NODE_MULTIPLY:
      return !__builtin_mul_overflow (left, right, value);
    case KIST_NODE_NEGATE:
      return !__builtin_sub_overflow ((gint64)0, left, value);
    case KIST_NODE_NOT:
      *value = left == 0;
      return TRUE;
    case KIST_NODE_EQUAL:
      *value = left == right;
      return TRUE;
    case KIST_NODE_UNEQUAL:
      *value = left != right;
      return TRUE;
    case KIST_NODE_LESS:
      *value = left < right;
      return TRUE;
    case KIST_NODE_AT_MOST:
      *value = left <= right;
      return TRUE;
    case KIST_NODE_MORE:
      *value = left > right;
      return TRUE;
    case KIST_NODE_AT_LEAST:
      *value = left >= right;
      return TRUE;
    case KIST_NODE_INTEGER:
    case KIST_NODE_VARIABLE:
    case KIST_NODE_VISITED:
    case KIST_NODE_OR:
    case KIST_NODE_AND:
    default:
      g_assert_not_reached ();
    }
}

static void
collect_names (const KistExpression *self, KistNodeKind kind, GPtrArray *names)
{
  if (!self)
    return;
  if (self->kind == kind && !g_ptr_array_find_with_equal_func (names, self->name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (self->name));
  collect_names (self->left, kind, names);
  collect_names (self->right, kind, names);
}

static char **
dup_names (const KistExpression *self, KistNodeKind kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  collect_names (self, kind, names);
  return (char **)g_ptr_array_steal (names, NULL);
}

/* One part of an expression; the caller owns what comes back, and it owns @left and @right. */
KistExpression *
kist_expression_new (KistNodeKind kind, KistExpression *left, KistExpression *right)
{
  KistExpression *self = g_new0 (KistExpression, 1);

  self->kind = kind;
  self->left = left;
  self->right = right;
  return self;
}

/**
 * kist_expression_free:
 * @self: (transfer full) (nullable): an expression
 */
void
kist_expression_free (KistExpression *self)
{
  if (!self)
    return;
  kist_expression_free (self->left);
  kist_expression_free (self->right);
  g_free (self->name);
  g_free (self);
}

/**
 * kist_expression_evaluate:
 * @self: an expression
 * @scope: where the variables and visits are found
 * @value: (out): the result; flags are 0 and 1
 * @error: return location
 *
 * The right side of “and” and “or” is looked at only where the left one does not decide.
 *
 * Returns: %FALSE with %KIST_ERROR_OVERFLOW when a number leaves the 64-bit range
 */
gboolean
kist_expression_evaluate (const KistExpression *self, const KistExpressionScope *scope, gint64 *value, GError **error)
{
  gint64 left = 0;
  gint64 right = 0;

  g_return_val_if_fail (self != NULL && scope != NULL && value != NULL, FALSE);

  if (self->kind == KIST_NODE_INTEGER)
    *value = self->value;
  else if (self->kind == KIST_NODE_VARIABLE)
    *value = scope->get_variable (self->name, scope->data);
  else if (self->kind == KIST_NODE_VISITED)
    *value = scope->get_visited (self->name, scope->data);
  else if (!kist_expression_evaluate (self->left, scope, &left, error))
    return FALSE;
  else if ((self->kind == KIST_NODE_OR && left != 0) || (self->kind == KIST_NODE_AND && left == 0))
    *value = left != 0;
  else if (self->right && !kist_expression_evaluate (self->right, scope, &right, error))
    return FALSE;
  else if (self->kind == KIST_NODE_OR || self->kind == KIST_NODE_AND)
    *value = right != 0;
  else if (!combine (self->kind, left, right, value))
    {
      g_set_error_literal (error, KIST_ERROR, KIST_ERROR_OVERFLOW, "A number became too large to count with.");
      return FALSE;
    }
  return TRUE;
}

/**
 * kist_expression_dup_variables:
 * @self: an expression
 *
 * Returns: (transfer full): the names of the variables read, each once
 */
char **
kist_expression_dup_variables (const KistExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_names (self, KIST_NODE_VARIABLE);
}

/**
 * kist_expression_dup_passages:
 * @self: an expression
 *
 * Returns: (transfer full): the passages asked for with visited(), each once
 */
char **
kist_expression_dup_passages (const KistExpression *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_names (self, KIST_NODE_VISITED);
}

/**
 * kist_expression_find_name:
 * @self: an expression
 * @name: a variable that is read in it, or a passage asked for with visited()
 *
 * Returns: where @name stands for the first time, in characters from 1; 0 when it does not
 */
unsigned
kist_expression_find_name (const KistExpression *self, const char *name)
{
  unsigned column = 0;

  g_return_val_if_fail (self != NULL && name != NULL, 0);

  if (self->name && g_str_equal (self->name, name))
    return self->column;
  if (self->left)
    column = kist_expression_find_name (self->left, name);
  return column > 0 || !self->right ? column : kist_expression_find_name (self->right, name);
}

/**
 * kist_expression_is_name:
 * @text: any text
 *
 * Returns: whether @text can name a variable: ASCII letters, digits and '_', beginning with no digit, and none of and,
 *   or, not, true, false, visited
 */
gboolean
kist_expression_is_name (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return kist_lexer_is_name (text);
}
